"""The forgetting curve at the points that the design names."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import New, Reviewed, mastery, recall, recalled
from studyapp.schedule.mastery import days_until, recall_between


@pytest.mark.parametrize(("interval", "expected"), [(1, 0.35), (6, 0.68), (15, 0.83), (38, 0.92)])
def test_mastery_by_interval(interval: int, expected: float) -> None:
    """Thirty days on, recall is what the design lists for the first four intervals."""
    assert round(recall(interval, 30), 2) == expected


def test_recall_is_nine_tenths_after_one_interval() -> None:
    """The curve passes through 0.9 when the interval is over, whatever its length."""
    assert [recall(days, days) for days in (1, 6, 300)] == [pytest.approx(0.9)] * 3


@given(st.floats(0.7, 0.97), st.floats(0.1, 900), st.floats(0.1, 0.8))
def test_days_are_told_from_recall_as_recall_from_days(
    retention: float, stability: float, decay: float
) -> None:
    """After so many days as it takes to fall to a chance, the chance is that one."""
    days = days_until(retention, stability, decay)
    assert recall(stability, days, decay) == pytest.approx(retention)


def test_recall_is_certain_at_once() -> None:
    """Right after the review nothing is forgotten yet."""
    assert recall(6, 0) == 1.0


def test_new_cards_have_none() -> None:
    """A card that was never asked counts as not mastered at all."""
    assert mastery(New(260)) == 0.0


@given(st.integers(1, 400), st.integers(0, 500), st.integers(0, 300))
def test_the_days_between_add_up(interval: int, first: int, days: int) -> None:
    """The area under the curve lies between the sums of its days' evenings and mornings."""
    day = date(2026, 11, 23)
    schedule = Reviewed(day, day + timedelta(interval), interval, 250, 3)
    area = recall_between(schedule, day + timedelta(first), day + timedelta(first + days))
    evenings = sum(recalled(schedule, first + n + 1) for n in range(days))
    mornings = sum(recalled(schedule, first + n) for n in range(days))
    assert evenings - 1e-6 <= area <= mornings + 1e-6
