"""What a scheduler knows of a card, and what it answers."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from studyapp.schedule.grades import Grade

INITIAL_EASE = {"easy": 260, "medium": 250, "hard": 230}
"""A new card's ease in hundredths, by the author's label of difficulty."""


@dataclass(frozen=True, slots=True)
class New:
    """A card that was never reviewed; `ease` is in hundredths."""

    ease: int = INITIAL_EASE["medium"]


@dataclass(frozen=True, slots=True)
class Memory:
    """What FSRS knows of a card: stability in days, difficulty 1–10, the curve's decay."""

    stability: float
    difficulty: float
    decay: float


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A card with a history: `interval` in days, `ease` in hundredths.

    `due` is `last + interval` unless a person moved it; `memory` is FSRS's own.
    """

    last: date
    due: date
    interval: int
    ease: int
    repetitions: int
    lapses: int = 0
    memory: Memory | None = None


Schedule = New | Reviewed


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one grade would do to a card."""

    grade: Grade
    schedule: Reviewed
    mastery: float
    again_today: bool


class Scheduler(Protocol):
    """Answers with the outcomes of all grades at once, so that labels and grading agree."""

    @property
    def repeat_below(self) -> Grade:
        """Cards graded below this are asked again the same day."""

    def outcome(self, schedule: Schedule, day: date, grade: Grade) -> Outcome:
        """Tell what a grade does at a card's first review of a study day."""

    def outcomes(self, schedule: Schedule, day: date) -> dict[Grade, Outcome]:
        """Tell the outcome of every grade."""

    def repeated(self, schedule: Reviewed, grade: Grade) -> Outcome:
        """Tell what a grade does at a later review of a card on the day of its last."""
