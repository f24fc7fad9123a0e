"""What a minute spent on a card is worth: how much likelier it is recalled on a later day."""

from datetime import date
from typing import Protocol

from studyapp.schedule import Grade, New, Reviewed, Schedule, Scheduler
from studyapp.schedule import recalled as after
from studyapp.schedule.mastery import HORIZON


class Weighed(Protocol):
    """A card whose deck has a weight."""

    @property
    def schedule(self) -> Schedule:
        """When it is due, if it is not new."""

    @property
    def weight(self) -> int:
        """Its deck's weight."""


class Worth:
    """What a review is worth: a card's gain times its deck's weight; 0 for a new card."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._scheduler = scheduler
        self._gains: dict[tuple[object, ...], float] = {}  # many cards are at the same point

    def __call__(self, card: Weighed, day: date, until: date | None) -> float:
        """What it is for one card on `day`, if it is to be recalled on `until`."""
        one = card.schedule
        if not isinstance(one, Reviewed):
            return 0.0
        later = _later(day, until)
        key = (day - one.last).days, later, one.interval, one.ease, one.repetitions, one.memory
        if key not in self._gains:
            self._gains[key] = gain(one, day, until, self._scheduler)
        return card.weight * self._gains[key]


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
    later = _later(day, until)
    good, again = (
        after(scheduler.outcome(schedule, day, grade).schedule, later)
        for grade in (Grade.GOOD, Grade.AGAIN)
    )
    chance = recalled(schedule, day)
    elapsed = max(0, (day - schedule.last).days) + later
    return chance * good + (1 - chance) * again - after(schedule, elapsed)


def _later(day: date, until: date | None) -> int:
    return (until - day).days if until and until > day else HORIZON
