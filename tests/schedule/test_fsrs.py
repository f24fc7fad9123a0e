"""FSRS-6 against the numbers that its core gives, and what is ours around it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import Fsrs, Grade, New, Reviewed, Schedule, mastery, recalled
from studyapp.schedule.fsrs import MAXIMUM_INTERVAL

DAY = date(2026, 11, 23)
FSRS = Fsrs()
KEYS = (Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY)


def reviewed(*steps: tuple[Grade, int]) -> Reviewed:
    """A card after reviews, each so many days after the one before."""
    day, schedule = DAY, FSRS.outcome(New(), DAY, steps[0][0]).schedule
    for grade, days in steps[1:]:
        day += timedelta(days=days)
        told = FSRS.outcome(schedule, day, grade) if days else FSRS.repeated(schedule, grade)
        schedule = told.schedule
    return schedule


def test_first_reviews() -> None:
    """The four keys give a new card the four initial stabilities of the default parameters."""
    memories = [FSRS.outcome(New(), DAY, grade).schedule.memory for grade in KEYS]
    stabilities = [memory.stability for memory in memories if memory]
    assert stabilities == pytest.approx([0.212, 1.2931, 2.3065, 8.2956], abs=1e-4)


def test_a_history_of_six_reviews() -> None:
    """Again, then Good five times after 0, 1, 3, 8 and 21 days, ends where the core does."""
    days = (0, 1, 3, 8, 21)
    memory = reviewed((Grade.AGAIN, 0), *((Grade.GOOD, each) for each in days)).memory
    assert memory
    assert memory.stability == pytest.approx(53.62691, abs=1e-4)
    assert memory.difficulty == pytest.approx(6.35749, abs=1e-4)


@pytest.mark.parametrize("grade", [Grade.BLACKOUT, Grade.AGAIN, Grade.FAMILIAR])
def test_all_failing_grades_are_again(grade: Grade) -> None:
    """SM-2's three failing qualities are one rating."""
    schedule = reviewed((Grade.GOOD, 0), (Grade.GOOD, 3))
    after = FSRS.outcome(schedule, schedule.due, grade).schedule
    assert after.memory == FSRS.outcome(schedule, schedule.due, Grade.AGAIN).schedule.memory
    assert (after.repetitions, after.lapses) == (0, 1)


def test_recall_is_the_retention_on_the_due_day() -> None:
    """A card comes back when its chance of recall has fallen to nine tenths."""
    schedule = reviewed((Grade.GOOD, 0), (Grade.GOOD, 3), (Grade.GOOD, 10))
    assert recalled(schedule, schedule.interval) == pytest.approx(0.9, abs=0.005)
    assert mastery(schedule) == recalled(schedule, 30)


def test_more_retention_is_a_shorter_interval() -> None:
    """Whoever wants to know more of what they learned sees it more often."""
    assert Fsrs(retention=0.95).interval(50) < FSRS.interval(50) < Fsrs(retention=0.8).interval(50)


def test_a_history_under_sm2_goes_on_with_what_its_interval_implies() -> None:
    """A card that came with an interval of 15 days starts from a stability of about 15 days."""
    adopted = Reviewed(DAY - timedelta(15), DAY, 15, 250, repetitions=3)
    after = FSRS.outcome(adopted, DAY, Grade.GOOD).schedule
    assert after.memory
    assert 25 < after.interval < 80
    assert after.repetitions == 4


def test_a_clock_that_jumps_back_counts_no_days() -> None:
    """A review dated before the last one is taken as one of the same moment."""
    schedule = reviewed((Grade.GOOD, 0), (Grade.GOOD, 3))
    early = FSRS.outcome(schedule, schedule.last - timedelta(days=400), Grade.GOOD)
    same = FSRS.outcome(schedule, schedule.last, Grade.GOOD)
    assert early.schedule.memory == same.schedule.memory


@given(st.lists(st.tuples(st.sampled_from(Grade), st.integers(-5, 4000)), max_size=12))
def test_any_history_leaves_a_day_in_the_calendar(steps: list[tuple[Grade, int]]) -> None:
    """Whatever the grades and pauses, intervals stay whole days within a hundred years."""
    day = DAY
    schedule: Schedule = New()
    for grade, days in steps:
        day += timedelta(days=days)
        outcomes = FSRS.outcomes(schedule, day)
        intervals = [outcomes[each].schedule.interval for each in KEYS]
        assert intervals == sorted(intervals)
        assert all(1 <= each <= MAXIMUM_INTERVAL for each in intervals)
        schedule = outcomes[grade].schedule
        assert schedule.due == day + timedelta(days=schedule.interval)
