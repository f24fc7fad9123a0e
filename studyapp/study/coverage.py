"""How far notes and cards cover the questions of an outline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.schedule import MASTERED, Reviewed, mastery

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studyapp.schedule import Schedule


@dataclass(frozen=True, slots=True)
class Tally:
    """So many questions, and how many of them have a note, have a card, were met, are mastered."""

    questions: int = 0
    noted: int = 0
    carded: int = 0
    met: int = 0
    mastered: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.questions + other.questions,
            self.noted + other.noted,
            self.carded + other.carded,
            self.met + other.met,
            self.mastered + other.mastered,
        )


def tally(schedules: Sequence[Schedule] | None) -> Tally:
    """One question, by the schedules of its cards; None where it has no note.

    It is met once one of them was reviewed, and mastered when their mean mastery is, that of new
    ones being 0, as a note's is.
    """
    if schedules is None:
        return Tally(1)
    met = any(isinstance(one, Reviewed) for one in schedules)
    mean = sum(map(mastery, schedules)) / len(schedules) if schedules else 0.0
    return Tally(1, 1, bool(schedules), met, met and mean >= MASTERED)


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them together."""
    return sum(tallies, Tally())
