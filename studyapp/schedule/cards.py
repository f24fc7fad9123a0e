"""One card's state, replayed from its own events."""

from dataclasses import dataclass, field
from datetime import date

from studyapp.schedule.events import Review
from studyapp.schedule.grades import Grade
from studyapp.schedule.schedules import New, Outcome, Schedule, Scheduler


@dataclass(frozen=True, slots=True)
class Drill:
    """A card's latest scheduled day: the review that scheduled it and its repeats since.

    `open` tells whether no grade of that day was good enough yet.
    """

    review: Review
    repeats: int
    open: bool


@dataclass(frozen=True, slots=True)
class CardState:
    """A card as its live events left it; `reviews` are those since its note was adopted."""

    schedule: Schedule = field(default_factory=New)
    difficulty: str = "medium"
    reviews: tuple[Review, ...] = ()
    scheduled_days: frozenset[date] = frozenset()
    drill: Drill | None = None
    suspended: bool = False
    flagged: bool = False
    buried_until: date | None = None
    known_due: date | None = None

    def outcomes(self, scheduler: Scheduler, day: date) -> dict[Grade, Outcome]:
        """Tell what each grade would do now: schedule the card, or repeat it."""
        raise NotImplementedError
