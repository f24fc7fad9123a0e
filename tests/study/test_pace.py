"""How long a card takes."""

import pytest

from studyapp.study import Answer, Pace, learned


def test_without_answers_it_is_the_initial_guess() -> None:
    """A minute for a new card, 35 s for a review, 20 s for a repeat."""
    pace = learned([], {})
    assert pace == Pace()
    assert dict(pace.seconds) == {"new": 60, "review": 35, "repeat": 20}


def test_many_answers_outweigh_the_guess() -> None:
    """A person who takes ten seconds is taken at their word, kind by kind."""
    pace = learned([Answer("review", 10.0)] * 500, {"review": (0, 500)})
    assert pace.seconds["review"] == pytest.approx(10, abs=1)
    assert pace.seconds["new"] == 60
    assert pace.cost("review") == pytest.approx(10, abs=1.2)


def test_a_pause_away_from_the_keyboard_counts_three_minutes() -> None:
    """One night over an open card moves the pace by no more than a long answer does."""
    assert learned([Answer("review", 30_000.0)], {}) == learned([Answer("review", 180.0)], {})


def test_a_grade_without_a_time_teaches_nothing() -> None:
    """Grades from scripts carry zero seconds, which nobody needs for an answer."""
    assert learned([Answer("new", 0.0)] * 50, {}) == Pace()


def test_repeats_are_part_of_what_a_card_costs() -> None:
    """Whoever repeats each new card once pays for a repeat with each."""
    pace = learned([], {"new": (1000, 1000)})
    assert pace.cost("new") == pytest.approx(80, abs=0.5)
