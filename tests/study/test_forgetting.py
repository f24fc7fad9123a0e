"""How fast a person forgets, and how regularly they study."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import Fsrs, Grade, New, Reviewed, recalled
from studyapp.study.forgetting import forgetting
from studyapp.study.habits import regularity
from studyapp.study.replay import History, Tried, tried

DAY = date(2026, 11, 23)


def answers(rate: float, count: int) -> list[Tried]:
    """Cards that come back after their interval to somebody who forgets at that rate."""
    draws, found = Random(7), []  # noqa: S311  nothing secret
    for number in range(count):
        days = (1, 6, 15)[number % 3]
        before = Reviewed(DAY, DAY + timedelta(days), days, 250, 2)
        came = draws.random() < recalled(before, days * rate)
        found.append(Tried(DAY + timedelta(days), before, days, came))
    return found


@pytest.mark.parametrize("rate", [0.4, 1.0, 2.5, 6.0])
def test_the_rate_is_found_again(rate: float) -> None:
    """From four hundred answers the rate of the one who gave them is told within a third."""
    assert forgetting(answers(rate, 400)) == pytest.approx(rate, rel=0.34)


def test_few_answers_say_little() -> None:
    """Below twenty nothing is told; whoever missed all of those is held to what is likely."""
    missed = [one._replace(recalled=False) for one in answers(1.0, 20)]
    assert forgetting([]) == forgetting(missed[:-1]) == 1.0
    assert 3 < forgetting(missed) < 20


@given(
    st.lists(
        st.tuples(st.integers(1, 900), st.integers(1, 900), st.booleans()), min_size=20, max_size=30
    )
)
def test_any_answers_have_a_rate(rows: list[tuple[int, int, bool]]) -> None:
    """It stays within what a person can be; one more success never makes it faster."""
    found = [Tried(DAY, Reviewed(DAY, DAY, i, 250, 2), days, came) for i, days, came in rows]
    rate = forgetting(found)
    assert 1 / 20 <= rate <= 20
    better = Tried(DAY, Reviewed(DAY, DAY, 10, 250, 2), 10, recalled=True)
    assert forgetting([*found, better]) <= rate * 1.02


def test_what_came_back_is_told_from_a_replay() -> None:
    """First answers of later days, in order; a first meeting and a repeat are none of these."""
    two, nine = DAY + timedelta(days=2), DAY + timedelta(days=9)
    card = History(((DAY, Grade.AGAIN), (DAY, Grade.GOOD), (nine, Grade.AGAIN), (nine, Grade.GOOD)))
    came = History(((DAY, Grade.GOOD), (two, Grade.HARD)))
    first, second = tried([card, came, History(((DAY, Grade.GOOD),))], Fsrs())
    assert (first.day, first.days, first.recalled) == (two, 2, True)
    assert (second.day, second.days, second.recalled) == (nine, 9, False)
    once = Fsrs().repeated(Fsrs().outcome(New(), DAY, Grade.AGAIN).schedule, Grade.GOOD)
    assert second.before == once.schedule


def test_regularity_is_of_the_last_weeks() -> None:
    """Days since the first one, four weeks at most, today not among them; a week at least."""
    week = {DAY - timedelta(days=ago) for ago in (1, 2, 4, 7)}
    assert regularity(week, DAY) == pytest.approx(4 / 7)
    assert regularity(week | {DAY}, DAY) == pytest.approx(4 / 7)
    assert regularity({DAY - timedelta(days=6)}, DAY) is None
    assert regularity(set(), DAY) is None
    assert regularity(week | {DAY - timedelta(days=300)}, DAY) == pytest.approx(4 / 28)
