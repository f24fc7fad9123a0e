"""The power forgetting curve: how much of a card is left after some days."""

from studyapp.schedule.schedules import New, Schedule

HORIZON = 30
"""Days after the last review at which mastery is read."""

MASTERED = 0.80

_DECAY = -0.5
# Chosen so that recall is 0.9 when exactly one interval has passed: 0.9 ** (1 / -0.5) - 1.
_FACTOR = 19 / 81


def recall(interval: float, days: float) -> float:
    """Predict the chance of recall, `days` after a review that set an `interval` in days."""
    return float((1 + _FACTOR * days / interval) ** _DECAY)


def mastery(schedule: Schedule) -> float:
    """Predict recall 30 days after a card's last review; 0 for a new card."""
    if isinstance(schedule, New):
        return 0.0
    return recall(schedule.interval, HORIZON)
