"""Which cards today asks, and in what order."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Literal, Protocol

from studyapp.schedule import Drill, Grade, New, Reviewed, Schedule

Kind = Literal["repeat", "review", "new"]


class Candidate(Protocol):
    """A card that may be asked: where it stands, and what of its state matters to a day."""

    @property
    def id(self) -> str:
        """The card's id."""

    @property
    def note(self) -> str:
        """The path of its note, by which siblings are known."""

    @property
    def weight(self) -> int:
        """Its deck's weight; 0 is never asked."""

    @property
    def schedule(self) -> Schedule:
        """When it is due, if it is not new."""

    @property
    def suspended(self) -> bool:
        """Whether it was set aside."""

    @property
    def buried_until(self) -> date | None:
        """The day before which it stays hidden."""

    @property
    def to_repeat(self) -> Drill | None:
        """The drill that it still owes today."""

    @property
    def introduced(self) -> date | None:
        """The day of its first review, if that was here."""


@dataclass(frozen=True, slots=True)
class Item:
    """One card to ask; for a repeat, how many it has had today.

    `hard` names the Hard review that an Again would replace if the repeat failed: an id in
    the journal, or the `ref` of an act in the same session.
    """

    card: str
    kind: Kind
    repeats: int = 0
    hard: str | int | None = None


def today(
    cards: Sequence[Candidate], day: date, *, new_limit: int, review_limit: int | None = None
) -> tuple[Item, ...]:
    """List the day's items: repeats, then reviews, most overdue first, then new cards.

    Cards keep the given order among equals. `new_limit` is for the whole day: new cards that
    were introduced earlier that day count against it. None limits nothing.
    """
    open_cards = [card for card in cards if _askable(card, day)]
    repeats = [_repeat(card.id, card.to_repeat) for card in open_cards if card.to_repeat]
    due = sorted(
        (card for card in open_cards if _overdue(card, day) is not None),
        key=lambda card: _overdue(card, day) or 0,
        reverse=True,
    )
    reviews = [Item(card.id, "review") for card in _apart(due[:review_limit])]
    left = max(0, new_limit - sum(card.introduced == day for card in cards))
    unseen = (card for card in open_cards if isinstance(card.schedule, New))
    new = [Item(card.id, "new") for card in islice(unseen, left)]
    return (*repeats, *reviews, *new)


def _askable(card: Candidate, day: date) -> bool:
    buried = card.buried_until is not None and card.buried_until > day
    return card.weight > 0 and not card.suspended and not buried


def _repeat(card: str, drill: Drill) -> Item:
    hard = drill.review.id if drill.review.grade == Grade.HARD else None
    return Item(card, "repeat", drill.repeats, hard)


def _overdue(card: Candidate, day: date) -> int | None:
    """Count the days since a card was due; None if it is not to be reviewed."""
    schedule = card.schedule
    if not isinstance(schedule, Reviewed) or schedule.due > day or card.to_repeat:
        return None
    return (day - schedule.due).days


def _apart(cards: Sequence[Candidate]) -> Iterator[Candidate]:
    """Keep cards of one note from following each other, as long as there are others."""
    rest, siblings = deque(cards), deque[Candidate]()
    last = None
    while rest or siblings:
        # Siblings all belong to the note that was last asked when they were put back.
        held = siblings and (siblings[0].note != last or not rest)
        card = siblings.popleft() if held else rest.popleft()
        if not held and card.note == last:
            siblings.append(card)
            continue
        last = card.note
        yield card
