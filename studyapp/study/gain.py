"""What a minute spent on a card is worth: how much likelier it is recalled on a later day."""

from datetime import date

from studyapp.schedule import Grade, New, Reviewed, Schedule, Scheduler
from studyapp.schedule import recalled as after
from studyapp.schedule.mastery import HORIZON


def recalled(schedule: Schedule, day: date, forgets: float = 1.0) -> float:
    """Predict the chance of recall on `day` if nothing is done before; 0 for an unseen card.

    `forgets` is how many days of forgetting pass in one.
    """
    if isinstance(schedule, New):
        return 0.0
    return after(schedule, max(0, (day - schedule.last).days) * forgets)


def gain(schedule: Reviewed, day: date, until: date | None, scheduler: Scheduler) -> float:
    """How much a review on `day` is expected to add to the chance of recall on `until`.

    Good and Again are weighed by the chance of recall on `day`; without `until`, thirty days on.
    """
    later = (until - day).days if until and until > day else HORIZON
    good, again = (
        after(scheduler.outcome(schedule, day, grade).schedule, later)
        for grade in (Grade.GOOD, Grade.AGAIN)
    )
    chance = recalled(schedule, day)
    elapsed = max(0, (day - schedule.last).days) + later
    return chance * good + (1 - chance) * again - after(schedule, elapsed)
