"""A card that a day may ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from studyapp.schedule import Drill, Schedule


class Candidate(Protocol):
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

    @property
    def knows(self) -> int:
        """What the first pass said of it, 1–3; 0 where none did."""

    @property
    def known_due(self) -> date | None:
        """The day on which a card that the first pass called known is to be checked."""


def is_chosen(card: Candidate) -> bool:
    """Whether a card counts at all: its deck is asked, and it was not set aside."""
    return card.weight > 0 and not card.suspended


def is_askable(card: Candidate, day: date) -> bool:
    """Whether a card may be asked on `day`: it is chosen, and not hidden until a later one."""
    return is_chosen(card) and not (card.buried_until and card.buried_until > day)
