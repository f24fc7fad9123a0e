"""SM-2 as published: P. A. Wozniak, Optimization of learning, 1990, chapter 3.2."""

from dataclasses import dataclass
from datetime import date, timedelta

from studyapp.schedule.grades import Grade
from studyapp.schedule.mastery import mastery
from studyapp.schedule.schedules import New, Outcome, Reviewed, Schedule

MINIMUM_EASE = 130
MAXIMUM_INTERVAL = 36500
"""A hundred years in days, so that no due day leaves the calendar."""


def next_ease(ease: int, grade: Grade) -> int:
    """EF' = EF + (0.1 − (5−q)(0.08 + (5−q)·0.02)), never below 1.3, in hundredths."""
    missing = Grade.EASY - grade
    return max(MINIMUM_EASE, ease + 10 - missing * (8 + missing * 2))


def next_interval(repetitions: int, interval: int, ease: int) -> int:
    """I(1) = 1, I(2) = 6, I(n) = ⌈I(n−1)·EF⌉ in days, with the EF just updated."""
    if repetitions == 1:
        return 1
    if repetitions == 2:  # noqa: PLR2004  the paper's own n
        return 6
    # Floor division of the negative is a ceiling without floats, in which 50·2.2 is above 110.
    return min(MAXIMUM_INTERVAL, -(-interval * ease // 100))


def _passed(before: Reviewed, grade: Grade, day: date) -> Reviewed:
    ease = next_ease(before.ease, grade)
    repetitions = before.repetitions + 1
    interval = next_interval(repetitions, before.interval, ease)
    due = day + timedelta(days=interval)
    return Reviewed(day, due, interval, ease, repetitions, before.lapses)


def _failed(before: Reviewed, day: date) -> Reviewed:
    lapses = before.lapses + (before.repetitions > 0)
    return Reviewed(day, day + timedelta(days=1), 1, before.ease, 0, lapses)


@dataclass(frozen=True, slots=True)
class Sm2:
    """The first scheduler; lateness is not credited and no interval is randomized."""

    repeat_below: Grade = Grade.GOOD

    def outcome(self, schedule: Schedule, day: date, grade: Grade) -> Outcome:
        """Tell what a grade does at a card's first review of a study day."""
        before = (
            Reviewed(day, day, 0, schedule.ease, repetitions=0)
            if isinstance(schedule, New)
            else schedule
        )
        failed = grade < Grade.HARD
        return self._told(grade, _failed(before, day) if failed else _passed(before, grade, day))

    def outcomes(self, schedule: Schedule, day: date) -> dict[Grade, Outcome]:
        """Tell the outcome of every grade."""
        return {grade: self.outcome(schedule, day, grade) for grade in Grade}

    def repeated(self, schedule: Reviewed, grade: Grade) -> Outcome:
        """Leave the schedule as the day's first review set it: SM-2 ignores repeats."""
        return self._told(grade, schedule)

    def _told(self, grade: Grade, after: Reviewed) -> Outcome:
        return Outcome(grade, after, mastery(after), grade < self.repeat_below)
