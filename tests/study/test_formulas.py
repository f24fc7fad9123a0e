"""Formulas with their numbers, and the forgetting curve."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import Fsrs, Grade, New, Reviewed, Sm2
from studyapp.schedule.course import Turn
from studyapp.schedule.mastery import days_until
from studyapp.schedule.schedules import Scheduler
from studyapp.study.curve import curve
from studyapp.study.formulas import formulas

DAY = date(2026, 11, 23)
SECOND = Reviewed(DAY - timedelta(days=6), DAY, 6, 250, repetitions=2)


def turn(before: New | Reviewed, grade: Grade, scheduler: Scheduler) -> Turn:
    return Turn(DAY, before, scheduler.outcome(before, DAY, grade).schedule, grade)


@pytest.mark.parametrize(
    ("before", "grade", "lines"),
    [
        (
            SECOND,
            Grade.GOOD,
            (
                "q = 4:  EF' = 2.50 + (0.10 − 1·(0.08 + 1·0.02)) = 2.50",
                "I(3) = ⌈6 · 2.50⌉ = 15",
                "2026-11-23 + 15 d = 2026-12-08",
            ),
        ),
        (
            New(250),
            Grade.HARD,
            (
                "q = 3:  EF' = 2.50 + (0.10 − 2·(0.08 + 2·0.02)) = 2.36",
                "I(1) = 1",
                "2026-11-23 + 1 d = 2026-11-24",
            ),
        ),
        (
            SECOND,
            Grade.AGAIN,
            ("q = 1 < 3:  n = 0,  I = 1,  EF = 2.50", "2026-11-23 + 1 d = 2026-11-24"),
        ),
    ],
)
def test_sm2_is_told_with_its_numbers(
    before: New | Reviewed, grade: Grade, lines: tuple[str, ...]
) -> None:
    """Each line is the paper's formula, with what went in and what came out."""
    assert formulas(turn(before, grade, Sm2()), Sm2()) == lines


def test_the_least_ease_is_told() -> None:
    """A card as hard as can be stays at 1.30, and the formula says why."""
    hardest = Reviewed(DAY - timedelta(days=6), DAY, 6, 130, repetitions=2)
    [first, *_] = formulas(turn(hardest, Grade.HARD, Sm2()), Sm2())
    assert "max(1.30, 1.30 + (0.10 − 2·" in first
    assert first.endswith("= 1.30")


def test_fsrs_is_told_with_its_memory() -> None:
    """Stability and difficulty before and after, the curve, the interval that meets retention."""
    first = turn(New(250), Grade.GOOD, Fsrs())
    lines = formulas(Turn(DAY, *first[1:]), Fsrs())
    assert lines[0].startswith("S = 2.31 d,  D = ")
    assert lines[2].endswith("= 2.31 → 2")
    assert isinstance(first.after, Reviewed)
    second = turn(first.after, Grade.GOOD, Fsrs())
    assert formulas(second, Fsrs())[0].startswith("S = 2.31 → ")


@given(st.floats(0.1, 5000), st.floats(0.7, 0.97))
def test_the_interval_that_is_told_is_the_cores(stability: float, retention: float) -> None:
    """The formula's days, rounded, are the interval that FSRS gives."""
    from fsrs_rs_python import DEFAULT_PARAMETERS  # noqa: PLC0415  slow to import

    days = days_until(retention, stability, DEFAULT_PARAMETERS[20])
    assert abs(Fsrs((), retention).interval(stability) - max(1, min(36500, days))) <= 0.51


def test_what_was_not_computed_is_not_told() -> None:
    """A day that a person set, and a repeat on the same day, have no formula."""
    assert formulas(Turn(DAY, SECOND, SECOND), Sm2()) == ()
    assert formulas(Turn(DAY, SECOND, SECOND, Grade.GOOD, again=True), Sm2()) == ()


@given(st.integers(1, 4000), st.integers(0, 4000), st.integers(2, 200))
def test_the_curve_falls_and_marks_two_days(interval: int, waited: int, most: int) -> None:
    """It falls from certainty, holds both days, and has no more places than there is room for."""
    one = Reviewed(DAY, DAY + timedelta(days=interval), interval, 250, 3)
    drawn = curve(one, DAY + timedelta(days=waited), most)
    chances = [moment.recall for moment in drawn]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] == 1
    assert [moment.due for moment in drawn].count(True) == 1
    assert [moment.now for moment in drawn].count(True) == 1
    assert len(drawn) <= max(4, most + 1)
