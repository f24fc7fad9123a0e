"""What other settings make of the same answers: the dates that move, and the days that follow."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from studyapp.schedule import Reviewed
from studyapp.study.candidate import is_chosen
from studyapp.study.outlook import outlook

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from studyapp.study.candidate import Candidate
    from studyapp.study.queue import Limits

MONTH, WEEK = 30, 7
LARGEST = 10
"""Moves that are named."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Cards as one fold of the journal leaves them, and what a day asks of them.

    `spent` are the seconds that the first day has had already.
    """

    cards: Sequence[Candidate]
    limits: Limits
    interview: date | None = None
    spent: float = 0.0


@dataclass(frozen=True, slots=True)
class Load:
    """Cards due `today`, the overdue among them, and in the `week` that begins with it.

    `reviews`, `new` cards and `minutes` are a day's, on average, if all of a month are studied.
    """

    today: int
    week: int
    reviews: float
    new: float
    minutes: float


@dataclass(frozen=True, slots=True)
class Move:
    """A card that comes on another day."""

    card: str
    before: date
    after: date

    @property
    def days(self) -> int:
        """How much later it comes; less than 0 is earlier."""
        return (self.after - self.before).days


@dataclass(frozen=True, slots=True)
class Shift:
    """Of the cards `met`, those `moved` come on another day; they stand in so many `notes`."""

    met: int
    moved: int
    notes: int
    before: Load
    after: Load
    largest: tuple[Move, ...]


def shift(before: Folded, after: Folded, day: date) -> Shift:
    """What changes on `day` if the cards stand as `after` and no longer as `before`."""
    moves = [*_moves(before.cards, after.cards)]
    notes = {card.id: card.note for card in before.cards}
    return Shift(
        met=sum(isinstance(card.schedule, Reviewed) for card in before.cards if is_chosen(card)),
        moved=len(moves),
        notes=len({notes[move.card] for move in moves}),
        before=_load(before, day),
        after=_load(after, day),
        largest=tuple(sorted(moves, key=lambda move: -abs(move.days))[:LARGEST]),
    )


def _moves(before: Sequence[Candidate], after: Sequence[Candidate]) -> Iterator[Move]:
    then = {card.id: card.schedule for card in after}
    for card in filter(is_chosen, before):
        old, new = card.schedule, then.get(card.id)
        if isinstance(old, Reviewed) and isinstance(new, Reviewed) and old.due != new.due:
            yield Move(card.id, old.due, new.due)


def _load(folded: Folded, day: date) -> Load:
    interview, spent = folded.interview, folded.spent
    coming = outlook(folded.cards, day, folded.limits, days=MONTH, interview=interview, spent=spent)
    return Load(
        today=coming[0].due,
        week=sum(one.due for one in coming[:WEEK]),
        reviews=fmean(one.reviews for one in coming),
        new=fmean(one.new for one in coming),
        minutes=fmean(one.seconds for one in coming) / 60,
    )
