"""One card's state, replayed from its own events."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from studyapp.schedule.adoption import adopted_schedule, imported
from studyapp.schedule.events import (
    Adopt,
    Bury,
    CardSeen,
    Event,
    Flag,
    Known,
    Reschedule,
    Reset,
    Review,
    Suspend,
)
from studyapp.schedule.grades import Grade
from studyapp.schedule.schedules import (
    INITIAL_EASE,
    New,
    Outcome,
    Reviewed,
    Schedule,
    Scheduler,
)


class Asked(NamedTuple):
    """The review that scheduled a card, by its id."""

    id: str
    day: date
    grade: Grade


@dataclass(frozen=True, slots=True)
class Drill:
    """A card's latest scheduled day: the review that scheduled it and its repeats since.

    `open` tells whether no grade of that day was good enough yet.
    """

    review: Asked
    repeats: int
    open: bool


@dataclass(frozen=True, slots=True)
class CardState:
    """A card as its live events left it; `reviews` are those since its note was adopted.

    `introduced` is the day on which a review found it new; `knows` is what the first pass said of
    it, 0 where there was none, and `known_due` the day that this puts it off to until then.
    """

    schedule: Schedule = New()  # noqa: RUF009  frozen, so one can stand for all
    difficulty: str = "medium"
    reviews: Sequence[Review] = ()
    scheduled_days: frozenset[date] = frozenset()
    drill: Drill | None = None
    suspended: bool = False
    flagged: bool = False
    buried_until: date | None = None
    known_due: date | None = None
    knows: int = 0
    brought: Reviewed | None = None
    introduced: date | None = None

    def outcome(self, scheduler: Scheduler, day: date, grade: Grade) -> Outcome:
        """Tell what a grade would do now: schedule the card, or repeat it that day."""
        if day in self.scheduled_days and isinstance(self.schedule, Reviewed):
            return scheduler.repeated(self.schedule, grade)
        return scheduler.outcome(self.schedule, day, grade)

    def outcomes(self, scheduler: Scheduler, day: date) -> dict[Grade, Outcome]:
        """Tell what every grade would do now."""
        return {grade: self.outcome(scheduler, day, grade) for grade in Grade}


def replay(
    history: Iterable[Event], scheduler: Scheduler, state: CardState | None = None
) -> CardState:
    """Fold the live events of one card, in order, on top of what it was before them.

    Events of other kinds change nothing.
    """
    state = state or CardState()
    for event in history:
        state = _step(state, event, scheduler)
    return state


def _step(state: CardState, event: Event, scheduler: Scheduler) -> CardState:
    match event:
        case Review():
            state = _reviewed(state, event, scheduler)
        case CardSeen():
            state = _labelled(state, event)
        case Adopt():
            state = _adopted(state, event)
        case Reschedule() if isinstance(state.schedule, Reviewed):
            state = replace(state, schedule=replace(state.schedule, due=event.due))
        case Reset():
            state = _renewed(state)
        case Known():
            state = replace(state, known_due=event.due, knows=event.knows)
        case Suspend():
            state = replace(state, suspended=event.on)
        case Flag():
            state = replace(state, flagged=event.on)
        case Bury():
            state = replace(state, buried_until=event.until)
    return state


def _reviewed(state: CardState, review: Review, scheduler: Scheduler) -> CardState:
    outcome = state.outcome(scheduler, review.day, review.grade)
    return replace(
        state,
        schedule=outcome.schedule,
        reviews=(*state.reviews, review),
        scheduled_days=state.scheduled_days | {review.day},
        drill=_drilled(state, review, again_today=outcome.again_today),
        known_due=None,
        introduced=review.day if isinstance(state.schedule, New) else state.introduced,
    )


def _drilled(state: CardState, review: Review, *, again_today: bool) -> Drill | None:
    drill = state.drill
    if review.day not in state.scheduled_days:
        asked = Asked(review.id, review.day, review.grade)
        return Drill(asked, repeats=0, open=again_today)
    if drill is None or drill.review.day != review.day:
        return drill  # a repeat of an older day, from a device that has crossed time zones
    return replace(drill, repeats=drill.repeats + 1, open=drill.open and again_today)


def _labelled(state: CardState, seen: CardSeen) -> CardState:
    brought = imported(seen.history)
    if isinstance(state.schedule, New):
        ease = INITIAL_EASE.get(seen.difficulty, state.schedule.ease)
        state = replace(state, schedule=brought or New(ease))
    return replace(state, difficulty=seen.difficulty, brought=brought)


def _adopted(state: CardState, adopt: Adopt) -> CardState:
    return replace(
        state,
        schedule=adopted_schedule(adopt, state.brought),
        difficulty=adopt.difficulty,
        reviews=(),
        scheduled_days=frozenset(),
        drill=None,
    )


def _renewed(state: CardState) -> CardState:
    ease = INITIAL_EASE.get(state.difficulty, New().ease)
    fresh = frozenset[date]()
    return replace(
        state, schedule=New(ease), scheduled_days=fresh, drill=None, known_due=None, knows=0
    )
