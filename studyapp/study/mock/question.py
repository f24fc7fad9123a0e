"""What a mock interview asks, and what is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from studyapp.schedule import Grade

Origin = Literal["main", "same", "linked"]
"""Where a question comes from: it opens a thread, or follows from its note or a linked one."""

_TOLD = {Grade.AGAIN: 0.0, Grade.HARD: 0.5, Grade.GOOD: 1.0, Grade.EASY: 1.0}


@dataclass(frozen=True, slots=True)
class Question:
    """One card as an interviewer asks it, of a deck that weighs `weight`, for `budget` seconds.

    The questions of a `thread` follow from each other; `step` is 0 for the one that opens it.
    """

    card: str
    note: str
    topic: str
    weight: int
    budget: float
    thread: int
    step: int = 0
    origin: Origin = "main"


@dataclass(frozen=True, slots=True)
class Answer:
    """What was told of a question in `seconds`, as the person judged it.

    Of the answer's `points` those `said` were ticked, None where none was judged; `text` is what
    was typed or written.
    """

    question: Question
    grade: Grade
    seconds: float
    points: int = 0
    said: frozenset[int] | None = None
    text: str = ""

    @property
    def told(self) -> float:
        """The share that was told, 0 to 1: by its points, else by the grade."""
        if self.said is not None and self.points:
            return len(self.said) / self.points
        return _TOLD.get(self.grade, 0.0)

    @property
    def missed(self) -> tuple[int, ...]:
        """The points that were not said; none where none was judged."""
        if self.said is None:
            return ()
        return tuple(sorted(set(range(self.points)) - self.said))
