"""The cards that cost most: those that were forgotten again and again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.schedule import Grade, New, Reviewed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from studyapp.schedule.course import Turn

TWICE = 2
"""What is forgotten once is bad luck."""


@dataclass(frozen=True, slots=True)
class Hard:
    """One card, and on how many days it was asked and not recalled: `misses`."""

    card: str
    misses: int
    schedule: Reviewed

    @property
    def lapses(self) -> int:
        """How often it was forgotten after it had been known."""
        return self.schedule.lapses


def hardest(courses: Mapping[str, Sequence[Turn]], most: int) -> tuple[Hard, ...]:
    """The cards that were missed at least twice since they were last new, the worst first."""
    found = [
        Hard(card, _misses(turns), turns[-1].after)
        for card, turns in courses.items()
        if turns and isinstance(turns[-1].after, Reviewed)
    ]
    found = [one for one in found if max(one.misses, one.lapses) >= TWICE]
    return tuple(sorted(found, key=_worst)[:most])


def _misses(turns: Iterable[Turn]) -> int:
    """The days on which it was not recalled, the first meeting included."""
    count = 0
    for turn in turns:
        if isinstance(turn.after, New):
            count = 0
        elif turn.grade is not None and not turn.again:
            count += turn.grade < Grade.HARD
    return count


def _worst(one: Hard) -> tuple[int, int, float, str]:
    """Most lapses, most misses, then by what the scheduler thinks of it."""
    memory = one.schedule.memory
    ease = -memory.difficulty if memory else one.schedule.ease
    return -one.lapses, -one.misses, ease, one.card
