"""Cards' answers replayed under a scheduler: what it would have foretold of each, and the end."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from studyapp.schedule import Grade, New, Reviewed
from studyapp.study.gain import recalled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from studyapp.schedule import Schedule, Scheduler


@dataclass(frozen=True, slots=True)
class History:
    """One card's answers in order, by study day, from the schedule that it began with.

    `moments` are rising numbers that order the answers of a day among those of other cards.
    """

    answers: tuple[tuple[date, Grade], ...]
    start: Schedule = New()  # noqa: RUF009  frozen, so one can stand for all
    moments: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Foretold:
    """One review on a later day: the chance that was foretold and what came.

    `elapsed` are the days since the one before; `reviews` the card's days of review by then, this
    one included, and `lapses` how many of them failed, the first left out.
    """

    day: date
    chance: float
    recalled: bool
    elapsed: int
    reviews: int
    lapses: int
    moment: float = 0.0


def foretold(histories: Iterable[History], scheduler: Scheduler) -> list[Foretold]:
    """What the scheduler would have foretold of each review, in order."""
    found = [one for history in histories for one in _told(history, scheduler)]
    return sorted(found, key=lambda one: (one.day, one.moment))


def replayed(history: History, scheduler: Scheduler) -> Schedule:
    """Where the scheduler leaves a card after all its answers."""
    schedule = history.start
    for step in _steps(history, scheduler):
        schedule = step.after
    return schedule


class _Step(NamedTuple):
    """One answer; `again` if the card had one earlier on that day."""

    day: date
    grade: Grade
    before: Schedule
    after: Schedule
    again: bool


def _steps(history: History, scheduler: Scheduler) -> Iterator[_Step]:
    schedule = history.start
    last: date | None = None
    for day, grade in history.answers:
        again = day == last and isinstance(schedule, Reviewed)
        if again and isinstance(schedule, Reviewed):
            after = scheduler.repeated(schedule, grade).schedule
        else:
            after = scheduler.outcome(schedule, day, grade).schedule
        yield _Step(day, grade, schedule, after, again)
        schedule, last = after, day


class Tried(NamedTuple):
    """A card that came back `days` after its last review, and whether it was recalled."""

    day: date
    before: Reviewed
    days: int
    recalled: bool


def tried(histories: Iterable[History], scheduler: Scheduler) -> list[Tried]:
    """Every card that came back on a later day, in the order of these days."""
    found = [
        Tried(day, before, (day - before.last).days, grade >= Grade.HARD)
        for history in histories
        for day, grade, before, _, again in _steps(history, scheduler)
        if not again and isinstance(before, Reviewed) and day > before.last
    ]
    return sorted(found, key=lambda one: one.day)


def _told(history: History, scheduler: Scheduler) -> Iterator[Foretold]:
    reviews, lapses = 0, 0
    moments = history.moments or repeat(0.0)
    for step, moment in zip(_steps(history, scheduler), moments, strict=False):
        day, grade, before, _, again = step
        if again:
            continue
        reviews += 1
        if isinstance(before, Reviewed) and day > before.last:
            elapsed, passed = (day - before.last).days, grade >= Grade.HARD
            yield Foretold(day, recalled(before, day), passed, elapsed, reviews, lapses, moment)
            lapses += not passed
