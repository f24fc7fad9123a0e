"""How well a scheduler foretold what was recalled."""

from datetime import date, timedelta
from random import Random

import pytest
from fsrs_rs_python import DEFAULT_PARAMETERS, FSRS, FSRSItem, FSRSReview
from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import Fsrs, Grade, New, Reviewed, Sm2
from studyapp.schedule.fsrs import rating
from studyapp.study.accuracy import accuracy, constant
from studyapp.study.replay import Foretold, History, foretold, replayed

DAY = date(2026, 1, 5)
KEYS = (Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY)


def lives(cards: int, seed: int) -> list[History]:
    """Cards that are reviewed by chance, some of them twice a day."""
    chance = Random(seed)  # noqa: S311  nothing secret
    return [History(tuple(_life(chance, DAY + timedelta(days=card % 50)))) for card in range(cards)]


def _life(chance: Random, day: date) -> list[tuple[date, Grade]]:
    found = []
    for _ in range(chance.randint(2, 8)):
        found.append((day, chance.choice(KEYS)))
        day += timedelta(days=chance.choice((0, 1, 2, 4, 9, 20, 45)))
    return found


def items(histories: list[History]) -> list[FSRSItem]:
    """The same reviews as the core takes them, in the order of their days."""
    rows = []
    for history in histories:
        reviews: list[FSRSReview] = []
        last = history.answers[0][0]
        for day, grade in history.answers:
            reviews.append(FSRSReview(rating(grade), (day - last).days))
            if day > last:
                rows.append((day, FSRSItem([*reviews])))
            last = day
    return [item for _, item in sorted(rows, key=lambda row: row[0])]


@pytest.mark.parametrize("seed", range(4))
def test_the_measures_are_those_of_the_core(seed: int) -> None:
    """On the same reviews log loss and RMSE equal what `evaluate` of fsrs-rs says."""
    histories = lives(150, seed)
    theirs = FSRS(DEFAULT_PARAMETERS).evaluate(items(histories))
    ours = accuracy(foretold(histories, Fsrs()))
    assert ours.log_loss == pytest.approx(theirs.log_loss, abs=1e-3)
    assert ours.rmse == pytest.approx(theirs.rmse_bins, abs=1e-3)


def test_a_perfect_order_has_all_pairs_right() -> None:
    """AUC counts the pairs in order: all, half where chances are equal, none when turned round."""

    def told(*chances: tuple[float, bool]) -> list[Foretold]:
        return [Foretold(DAY, chance, came, 3, 2, 0) for chance, came in chances]

    assert accuracy(told((0.9, True), (0.8, True), (0.2, False))).auc == 1.0
    assert accuracy(told((0.5, True), (0.5, False))).auc == 0.5
    assert accuracy(told((0.1, True), (0.7, False))).auc == 0.0
    assert accuracy(told((0.9, True))).auc is None


def test_the_baseline_foretells_the_share_that_was_recalled() -> None:
    """Knowing nothing but the share gives every review the same chance, and no order."""
    told = foretold(lives(80, 1), Sm2())
    flat = constant(told)
    assert len({one.chance for one in flat}) == 1
    assert accuracy(flat).auc == 0.5
    assert constant([]) == []


def test_reviews_of_one_day_keep_their_order() -> None:
    """Since later predictions weigh more, the moment decides where the day does not."""
    later = DAY + timedelta(days=3)
    cards = [
        History(((DAY, Grade.GOOD), (later, grade)), moments=(0, moment))
        for grade, moment in ((Grade.AGAIN, 9), (Grade.GOOD, 7), (Grade.AGAIN, 8))
    ]
    assert [one.recalled for one in foretold(cards, Sm2())] == [True, False, False]


def test_a_replay_ends_where_the_fold_does() -> None:
    """All answers of a day count in a card's schedule, the later ones as repeats."""
    answers = ((DAY, Grade.AGAIN), (DAY, Grade.GOOD), (DAY + timedelta(days=1), Grade.GOOD))
    schedule = replayed(History(answers), Fsrs())
    assert isinstance(schedule, Reviewed)
    assert schedule.memory
    first = Fsrs().outcome(New(), DAY, Grade.AGAIN).schedule
    second = Fsrs().repeated(first, Grade.GOOD).schedule
    assert schedule == Fsrs().outcome(second, DAY + timedelta(days=1), Grade.GOOD).schedule
    assert replayed(History(()), Sm2()) == New()


def test_sm2_is_judged_by_the_same_reviews() -> None:
    """Both schedulers foretell the same reviews; a day's later answers are foretold by neither."""
    histories = lives(60, 2)
    ours, theirs = (foretold(histories, one) for one in (Sm2(), Fsrs()))
    assert [(one.day, one.elapsed) for one in ours] == [(one.day, one.elapsed) for one in theirs]
    assert all(one.elapsed > 0 for one in ours)


def test_a_card_that_came_with_a_history_is_foretold_from_it() -> None:
    """Its first review here already has days behind it."""
    start = Reviewed(DAY, DAY + timedelta(days=6), 6, 250, 2)
    (one,) = foretold([History(((DAY + timedelta(days=6), Grade.GOOD),), start)], Sm2())
    assert (one.elapsed, one.chance) == (6, pytest.approx(0.9))


def test_no_reviews_are_no_measure() -> None:
    """Cards that were met once tell nothing of what was kept."""
    with pytest.raises(ValueError, match="no review"):
        accuracy(foretold([History(((DAY, Grade.GOOD),))], Sm2()))


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans(), st.integers(1, 400)), min_size=1))
def test_any_predictions_have_measures(rows: list[tuple[float, bool, int]]) -> None:
    """Certainties that fail included: the numbers stay finite and in their bounds."""
    told = [Foretold(DAY, chance, came, days, 2, 0) for chance, came, days in rows]
    found = accuracy(told)
    assert 0 <= found.log_loss < 15
    assert 0 <= found.rmse <= 1
    assert found.auc is None or 0 <= found.auc <= 1
