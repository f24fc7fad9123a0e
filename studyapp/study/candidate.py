"""A card that a day may ask.

It is *unseen* until its first review, unless a first pass called it known: then it waits for its
check, and is *due* from that day on, as a reviewed card is from its own. Every count, list and
search goes by this. A check is no review: until its first grade the card stays `New`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Protocol

from studyapp.schedule import New, Reviewed

if TYPE_CHECKING:
    from studyapp.schedule import Drill, Schedule

DONT_KNOW, VAGUELY, KNOW = 1, 2, 3
"""What a first pass says of an unseen card: to learn at once, in its turn, or only to check."""


class Standing(Protocol):
    """Where a card stands: its schedule, and what a first pass said of it."""

    @property
    def schedule(self) -> Schedule:
        """When it is due, if it is not new."""

    @property
    def knows(self) -> int:
        """What the first pass said of it, 1–3; 0 where none did."""

    @property
    def known_due(self) -> date | None:
        """The day on which a card that the first pass called known is to be checked."""


class Candidate(Standing, Protocol):
    """A card that may be asked: where it stands, and what of its state matters to a day."""

    @property
    def id(self) -> str:
        """The card's id."""

    @property
    def note(self) -> str:
        """The path of its note, by which siblings are known."""

    @property
    def deck(self) -> str:
        """The folder of its note."""

    @property
    def weight(self) -> int:
        """Its deck's weight; 0 is never asked."""

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


def is_unseen(card: Standing) -> bool:
    """Whether a card was never reviewed, nor called known."""
    return isinstance(card.schedule, New) and card.knows != KNOW


def is_known(card: Standing) -> bool:
    """Whether a first pass called a card known, and no review has told since."""
    return isinstance(card.schedule, New) and card.knows == KNOW


def due_day(card: Standing) -> date | None:
    """The day on which a card is due or to be checked; None for an unseen one."""
    if isinstance(card.schedule, Reviewed):
        return card.schedule.due
    return card.known_due if card.knows == KNOW else None


def is_due(card: Standing, day: date) -> bool:
    """Whether a card's day has come, on `day` or before it."""
    return (due_day(card) or date.max) <= day


def is_chosen(card: Candidate) -> bool:
    """Whether a card counts at all: its deck is asked, and it was not set aside."""
    return card.weight > 0 and not card.suspended


def is_buried(card: Candidate, day: date) -> bool:
    """Whether a card is hidden on `day`, until a later one."""
    return card.buried_until is not None and card.buried_until > day


def is_waiting(card: Candidate, day: date) -> bool:
    """Whether a card asks for its turn on `day`: it is due, and not hidden."""
    return is_due(card, day) and not is_buried(card, day)


def is_askable(card: Candidate, day: date) -> bool:
    """Whether a card may be asked on `day`: it is chosen, and not hidden."""
    return is_chosen(card) and not is_buried(card, day)
