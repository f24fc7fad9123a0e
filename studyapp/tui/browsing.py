"""A list of cards as plain values: what stands in each column, and in which order.

Imports no part of Textual.
"""

from __future__ import annotations

from datetime import date, timedelta
from operator import attrgetter, itemgetter
from typing import TYPE_CHECKING, Literal, NamedTuple

from studyapp.schedule.mastery import mastery
from studyapp.schedule.schedules import Reviewed
from studyapp.study.candidate import due_day, is_due
from studyapp.study.leech import is_leech
from studyapp.tui.labels import FLAG
from studyapp.tui.spoken import spoken

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studyapp.library.snapshot import Snapshot
    from studyapp.study.query import Facts, Property
    from studyapp.tui.words import Words

Name = Literal["", "due", "ease", "mastery", "deck", "added", "lapses"]
WIDTHS: Mapping[Name, int] = {
    "due": 10,
    "mastery": 7,
    "ease": 6,
    "deck": 14,
    "lapses": 7,
    "added": 10,
}
"""Cells of each column beside the question's, the first to be shown first."""
PLACES: Sequence[Name] = ("due", "ease", "mastery", "deck", "added", "lapses")
"""Where each stands, as the keys that sort by it are numbered."""
SUSPENDED, BURIED, LEECH = "‖", "⤓", "↯"
SIGNS = 4
"""Cells of the signs before a question."""
_ROOMY = 34
"""Cells that a question keeps."""


class Order(NamedTuple):
    """By which column cards stand, "" for the library's own order; from its other end or not."""

    column: Name = ""
    backwards: bool = False

    def by(self, column: Name) -> Order:
        """The order after a column was chosen: the same one again turns it round."""
        return Order(column, backwards=column == self.column and not self.backwards)


class Row(NamedTuple):
    """A card as it is listed; `now` tells that it is due, `aside` that it is not asked."""

    signs: str
    question: str
    cells: Mapping[Name, str]
    now: bool
    aside: bool


def columns(width: int, order: Order) -> list[Name]:
    """The columns for which there is room; that of the order in any case."""
    shown: list[Name] = [order.column] if order.column else []
    left = width - SIGNS - _ROOMY - sum(WIDTHS[name] + 1 for name in shown)
    for name, cells in WIDTHS.items():
        if name not in shown and cells + 1 <= left:
            shown.append(name)
            left -= cells + 1
    return [name for name in PLACES if name in shown]


def row(card: str, snapshot: Snapshot, told: Facts | None, day: date, say: Words) -> Row:
    """A card as it stands now; `told` is what a query sees of it, as soon as that is known.

    Raises KeyError for a card that is gone.
    """
    brief = snapshot.cards.briefs[card]
    own = snapshot.card_state(brief)
    schedule = own.schedule
    buried = own.buried_until is not None and own.buried_until > day
    signs = (
        (FLAG, own.flagged),
        (SUSPENDED, own.suspended),
        (BURIED, buried),
        (LEECH, is_leech(schedule)),
    )
    due = due_day(own)
    cells: dict[Name, str] = {
        "deck": brief.deck or say("root"),
        "due": due.isoformat() if due else say("unseen"),
    }
    if isinstance(schedule, Reviewed):
        memory = schedule.memory
        cells["ease"] = f"{memory.difficulty:.1f}" if memory else f"{schedule.ease / 100:.2f}"
        cells["mastery"] = f"{mastery(schedule):.0%}"
        cells["lapses"] = str(schedule.lapses)
    if told and "added" in told.numbers:
        cells["added"] = (day - timedelta(days=told.numbers["added"])).isoformat()
    return Row(
        "".join(sign for sign, shown in signs if shown),
        spoken(brief.question),
        cells,
        now=is_due(own, day),
        aside=own.suspended or buried,
    )


def ordered(cards: Sequence[Facts], order: Order) -> list[str]:
    """The ids of `cards` in an order; those that have nothing in its column come last."""
    if not order.column:
        return [one.id for one in (reversed(cards) if order.backwards else cards)]
    if order.column == "deck":
        return [one.id for one in sorted(cards, key=_deck, reverse=order.backwards)]
    # What FSRS calls difficult has, in SM-2, little ease.
    names: tuple[Property, ...] = (
        ("ease", "difficulty") if order.column == "ease" else (order.column,)
    )
    having: list[tuple[float, str]] = []
    lacking: list[str] = []
    for one in cards:
        number = next((one.numbers[name] for name in names if name in one.numbers), None)
        if number is None:
            lacking.append(one.id)
        else:  # of the days since it was created most were counted by the oldest
            having.append((-number if order.column == "added" else number, one.id))
    having.sort(key=itemgetter(0), reverse=order.backwards)
    return [*(name for _, name in having), *lacking]


_deck = attrgetter("deck")
