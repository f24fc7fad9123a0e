"""What two schedulers cost for the same recall."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from studyapp.schedule import Fsrs, Grade, Sm2
from studyapp.study.pace import Pace
from studyapp.study.replay import History
from studyapp.study.simulation import Cost, Habits, Life, cost, habits
from studyapp.study.workload import CLOSE, Workload, workload

DAY = date(2026, 1, 5)
GOOD = (Grade.GOOD, Grade.GOOD)
LIFE = Life(DAY, days=120, cards=100)
UNSEEN = [History(())] * 20


def met(count: int) -> list[History]:
    """Cards that were answered well on two days, a week before."""
    days = DAY - timedelta(days=9), DAY - timedelta(days=8)
    return [History(tuple(zip(days, GOOD, strict=True)))] * count


def test_fsrs_is_asked_for_as_much_as_sm2_gives() -> None:
    """A retention is found at which both recall the same, and the cost of both stands beside it."""
    found = workload([*met(20), *UNSEEN], Fsrs(), LIFE)
    assert found.equal
    assert abs(found.sm2.recall - found.fsrs.recall) < CLOSE
    assert 0.7 < found.retention < 0.97
    assert found.fsrs == cost([*met(20), *UNSEEN], Fsrs((), found.retention), Fsrs(), LIFE)
    assert found.sm2.reviews > 0


def test_what_is_not_equal_is_not_called_so() -> None:
    """Half a point of recall apart, two costs can't be compared."""
    sm2, fsrs = Cost(5.0, 3.0, 0.90), Cost(4.0, 3.0, 0.91)
    assert not Workload(sm2, fsrs, 0.99).equal
    assert Workload(sm2, replace(fsrs, recall=0.902), 0.9).equal


def test_more_retention_is_more_work_and_more_recall() -> None:
    """The search by halving may rely on it."""
    costs = [cost(met(40), Fsrs((), one), Fsrs(), LIFE) for one in (0.75, 0.85, 0.95)]
    assert [one.recall for one in costs] == sorted(one.recall for one in costs)
    assert [one.reviews for one in costs] == sorted(one.reviews for one in costs)


def test_chance_is_the_seeds() -> None:
    """The same seed lives the same life; another one nearly the same."""
    one, same = (cost(met(40), Sm2(), Fsrs(), LIFE) for _ in range(2))
    other = cost(met(40), Sm2(), Fsrs(), replace(LIFE, seed=1))
    assert one == same != other
    assert other.reviews == pytest.approx(one.reviews, rel=0.15)


def test_unseen_cards_are_begun_day_by_day() -> None:
    """Of twenty unseen cards two are begun on the first day, and what is due is due at once."""
    pace = Pace(known=1.0)
    first = replace(LIFE, days=1, new=2, habits=Habits(pace=pace))
    assert cost(UNSEEN, Sm2(), Fsrs(), first).reviews == pytest.approx(2)
    assert cost(UNSEEN, Sm2(), Fsrs(), first).minutes == pytest.approx(2, rel=0.15)
    assert cost(met(20), Sm2(), Fsrs(), first).reviews == pytest.approx(20)


def test_a_few_cards_stand_for_all() -> None:
    """Of many cards some are drawn, and their cost is counted up."""
    many = cost(met(1000), Sm2(), Fsrs(), LIFE)
    assert many.reviews == pytest.approx(10 * cost(met(100), Sm2(), Fsrs(), LIFE).reviews, rel=0.2)


def test_habits_are_a_persons_own() -> None:
    """What is graded when it is recalled is learned from the answers, beyond each card's first."""
    answers = tuple((DAY + timedelta(days=n), Grade.EASY) for n in range(181))
    found = habits([History(answers)], Pace())
    assert found.passed == pytest.approx((0.01, 0.08, 0.91))
    assert habits([], Pace()).passed == pytest.approx((0.1, 0.8, 0.1))
