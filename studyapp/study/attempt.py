"""What a person has told of one answer, and the grade that it deserves."""

from __future__ import annotations

from dataclasses import dataclass, replace

from studyapp.schedule import Grade
from studyapp.study.telling import proposed


@dataclass(frozen=True, slots=True)
class Attempt:
    """One answer on the way: of its `points` those `said`, the `hints` taken, the typed line.

    `at` is the point that is looked at; after the last one it is none. `right` tells whether
    what was typed is the answer, None where nothing was. `judged` is whether any point was.
    """

    points: int = 0
    said: frozenset[int] = frozenset()
    at: int = 0
    judged: bool = False
    hints: int = 0
    right: bool | None = None

    @property
    def proposed(self) -> Grade | None:
        """The grade that fits; nothing is better than Hard after a hint, None says nothing."""
        grade = self._earned
        return Grade.HARD if self.hints and grade in (None, Grade.GOOD) else grade

    @property
    def _earned(self) -> Grade | None:
        if self.judged:
            return proposed(len(self.said), self.points)
        if self.right is None:
            return None
        return Grade.GOOD if self.right else Grade.AGAIN

    def moved(self, step: int) -> Attempt:
        """Look at the next point, or at the one before."""
        return replace(self, at=min(max(self.at + step, 0), max(0, self.points - 1)))

    def ticked(self, point: int | None = None) -> Attempt:
        """Count a point as said, or no longer; the one looked at, unless another is named.

        What is looked at then is the point after it.
        """
        which = self.at if point is None else point
        if not 0 <= which < self.points:
            return self
        return replace(self, said=self.said ^ {which}, at=which + 1, judged=True)

    def hinted(self) -> Attempt:
        """Count one more hint."""
        return replace(self, hints=self.hints + 1)

    def typed(self, *, right: bool) -> Attempt:
        """Keep whether the line that was typed is the answer."""
        return replace(self, right=right)
