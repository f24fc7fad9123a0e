"""What two schedulers cost a person for the same recall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.schedule import Fsrs, Sm2
from studyapp.study.simulation import cost

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.schedule import Scheduler
    from studyapp.study.replay import History
    from studyapp.study.simulation import Cost, Life

_LOWEST, _HIGHEST = 0.50, 0.99
_HALVINGS = 7
CLOSE = 0.005
"""A difference in mean recall that says nothing."""


@dataclass(frozen=True, slots=True)
class Workload:
    """SM-2's cost, and that of FSRS at the `retention` at which as much is recalled."""

    sm2: Cost
    fsrs: Cost
    retention: float

    @property
    def equal(self) -> bool:
        """Whether there is a retention at which as much is recalled."""
        return abs(self.sm2.recall - self.fsrs.recall) < CLOSE


def workload(
    cards: Sequence[History], memory: Scheduler, life: Life, parameters: tuple[float, ...] = ()
) -> Workload:
    """Both schedulers' cost for `cards`; `parameters` are those of the FSRS that schedules.

    Its retention is searched for by halving: the more is asked, the more is recalled.
    """
    sm2 = cost(cards, Sm2(), memory, life)
    low, high = _LOWEST, _HIGHEST
    retention, fsrs = high, sm2
    for _ in range(_HALVINGS):
        retention = (low + high) / 2
        fsrs = cost(cards, Fsrs(parameters, retention), memory, life)
        if fsrs.recall < sm2.recall:
            low = retention
        else:
            high = retention
    return Workload(sm2, fsrs, retention)
