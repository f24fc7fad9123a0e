"""SM-2 against the published formulas and vectors worked out by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import Grade, New, Reviewed, Schedule, Sm2, mastery

MONDAY = date(2026, 11, 23)

grades = st.sampled_from(Grade)


def study(grades_given: list[int]) -> list[Reviewed]:
    schedule: Schedule = New()
    day, steps = MONDAY, []
    for grade in grades_given:
        schedule = Sm2().outcomes(schedule, day)[Grade(grade)].schedule
        steps.append(schedule)
        day = schedule.due
    return steps


@pytest.mark.parametrize(
    ("given_grades", "intervals"),
    [
        ([4, 4, 4, 4], [1, 6, 15, 38]),
        ([5, 5, 5, 5], [1, 6, 17, 50]),
        ([3, 3, 3, 3], [1, 6, 13, 26]),
        ([5, 5, 5, 0, 5, 5, 5], [1, 6, 17, 1, 1, 6, 19]),
    ],
)
def test_golden_vectors(given_grades: list[int], intervals: list[int]) -> None:
    """The four vectors of the design come out to the day."""
    assert [step.interval for step in study(given_grades)] == intervals


def test_ease_moves_by_the_published_hundredths() -> None:
    """Each passing grade moves the ease as the paper's formula does, in whole hundredths."""
    outcomes = Sm2().outcomes(New(250), MONDAY)
    eases = {int(grade): outcome.schedule.ease for grade, outcome in outcomes.items()}
    assert eases == {0: 250, 1: 250, 2: 250, 3: 236, 4: 250, 5: 260}


def test_ease_never_falls_below_its_floor() -> None:
    """Hard answers without end stop at an ease of 1.30."""
    assert study([3] * 20)[-1].ease == 130


def test_exact_multiples_are_not_rounded_up() -> None:
    """50 days at ease 2.20 are 110 days; in floats the product is above it and gains a day."""
    before = Reviewed(MONDAY, MONDAY, 50, 220, repetitions=5)
    after = Sm2().outcomes(before, MONDAY)[Grade.GOOD].schedule
    assert after.interval == 110


def test_failure_restarts_repetitions_and_counts_a_lapse_once() -> None:
    """A known card that fails twice starts over with one lapse, its ease untouched."""
    steps = study([4, 4, 1, 1])
    assert [(s.repetitions, s.lapses, s.interval, s.ease) for s in steps[-2:]] == [
        (0, 1, 1, 250),
        (0, 1, 1, 250),
    ]


def test_cards_below_good_return_the_same_day() -> None:
    """Exactly the grades below 4 ask the card again today."""
    outcomes = Sm2().outcomes(New(), MONDAY)
    assert [int(g) for g, outcome in outcomes.items() if outcome.again_today] == [0, 1, 2, 3]


def test_a_repeat_leaves_the_schedule_alone() -> None:
    """SM-2 ignores every later review of a day, whatever its grade."""
    (first,) = study([1])
    repeats = [Sm2().repeated(first, grade) for grade in Grade]
    assert {outcome.schedule for outcome in repeats} == {first}
    assert not repeats[Grade.GOOD].again_today


def test_lateness_is_not_credited() -> None:
    """A card seen a month late gets the interval that it would have got on its day."""
    seen = study([4, 4])[-1]
    late = Sm2().outcomes(seen, seen.due + timedelta(days=30))[Grade.GOOD].schedule
    assert late.interval == 15
    assert late.due == seen.due + timedelta(days=45)


@given(st.lists(grades, min_size=1, max_size=60))
def test_any_history_keeps_its_bounds(given_grades: list[Grade]) -> None:
    """Whatever the grades, days stay in the calendar, eases above the floor, mastery below 1."""
    day, schedule = MONDAY, New()
    for grade in given_grades:
        outcome = Sm2().outcomes(schedule, day)[grade]
        schedule = outcome.schedule
        assert 1 <= schedule.interval <= 36500
        assert schedule.ease >= 130
        assert schedule.due == day + timedelta(days=schedule.interval)
        assert 0 < outcome.mastery == mastery(schedule) < 1


@given(st.integers(1, 36500), st.integers(130, 400))
def test_better_grades_never_come_back_sooner(interval: int, ease: int) -> None:
    """From one schedule, a better grade never has the earlier due day."""
    before = Reviewed(MONDAY, MONDAY, interval, ease, repetitions=4)
    outcomes = Sm2().outcomes(before, MONDAY)
    dues = [outcomes[grade].schedule.due for grade in Grade]
    assert dues == sorted(dues)
