"""The power forgetting curve: how much of a card is left after some days."""

from datetime import date
from functools import lru_cache

from studyapp.schedule.schedules import New, Reviewed, Schedule

HORIZON = 30
"""Days after the last review at which mastery is read."""

MASTERED = 0.80

_DECAY = 0.5
_AT_STABILITY = 0.9


def recall(stability: float, days: float, decay: float = _DECAY) -> float:
    """Predict the chance of recall, `days` after a review that left so much `stability`, in days.

    R(t) = (1 + f·t/S)^−d, with f such that R(S) = 0.9: 19/81 for the decay d = 0.5 that SM-2's
    intervals are read with; FSRS-6 fits its own.
    """
    return float((1 + _factor(decay) * days / stability) ** -decay)


def days_until(retention: float, stability: float, decay: float = _DECAY) -> float:
    """The days after which recall has fallen to `retention`: t = S/f · (R^(−1/d) − 1)."""
    return float(stability / _factor(decay) * (retention ** (-1 / decay) - 1))


@lru_cache
def _factor(decay: float) -> float:
    return float(_AT_STABILITY ** (-1 / decay) - 1)


def recalled(schedule: Schedule, days: float) -> float:
    """Predict the chance of recall, `days` after a card's last review; 0 for a new card."""
    if isinstance(schedule, New):
        return 0.0
    if memory := schedule.memory:
        return recall(memory.stability, days, memory.decay)
    return recall(schedule.interval, days)


def recall_between(schedule: Reviewed, first: date, last: date) -> float:
    """The chances of recall added up over the days from `first` to `last`.

    The integral of the curve: S/(f·(1−d)) · (1 + f·t/S)^(1−d) between the two.
    """
    memory = schedule.memory
    stability, decay = (memory.stability, memory.decay) if memory else (schedule.interval, _DECAY)
    factor = _factor(decay)
    ends = [
        (1 + factor * max(0, (day - schedule.last).days) / stability) ** (1 - decay)
        for day in (first, last)
    ]
    return float((ends[1] - ends[0]) * stability / (factor * (1 - decay)))


def mastery(schedule: Schedule) -> float:
    """Predict recall 30 days after a card's last review; 0 for a new card."""
    return recalled(schedule, HORIZON)
