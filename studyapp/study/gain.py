"""What a minute spent on a card is worth: how much likelier it is recalled on a later day."""

from datetime import date

from studyapp.schedule import Grade, New, Reviewed, Schedule, Scheduler, recall
from studyapp.schedule.mastery import HORIZON


def recalled(schedule: Schedule, day: date) -> float:
    """Predict the chance of recall on `day` if nothing is done before; 0 for an unseen card."""
    if isinstance(schedule, New):
        return 0.0
    return recall(schedule.interval, max(0, (day - schedule.last).days))


def gain(schedule: Reviewed, day: date, until: date | None, scheduler: Scheduler) -> float:
    """How much a review on `day` is expected to add to the chance of recall on `until`.

    Good and Again are weighed by the chance of recall on `day`; without `until`, thirty days on.
    """
    later = (until - day).days if until and until > day else HORIZON
    good = scheduler.outcome(schedule, day, Grade.GOOD).schedule.interval
    again = scheduler.outcome(schedule, day, Grade.AGAIN).schedule.interval
    chance = recalled(schedule, day)
    elapsed = max(0, (day - schedule.last).days) + later
    reviewed = chance * recall(good, later) + (1 - chance) * recall(again, later)
    return reviewed - recall(schedule.interval, elapsed)
