"""How long a card takes."""

import pytest

from studyapp.study import Answer, Pace, learned


def test_without_answers_it_is_the_initial_guess() -> None:
    """A minute for a new card, 35 s for a review, 20 s for a repeat."""
    pace = learned([])
    assert pace == Pace()
    assert dict(pace.seconds) == {"new": 60, "review": 35, "repeat": 20}


def test_many_answers_outweigh_the_guess() -> None:
    """A person who takes ten seconds is taken at their word, kind by kind."""
    pace = learned([Answer("review", 10.0, enough=True)] * 500)
    assert pace.seconds["review"] == pytest.approx(10, abs=1)
    assert pace.seconds["new"] == 60


def test_a_pause_away_from_the_keyboard_counts_three_minutes() -> None:
    """One night over an open card moves the pace by no more than a long answer does."""
    night, long = (Answer("review", seconds, enough=True) for seconds in (30_000.0, 180.0))
    assert learned([night]) == learned([long])


def test_a_grade_without_a_time_teaches_no_time() -> None:
    """Grades from scripts carry zero seconds, which nobody needs for an answer."""
    assert learned([Answer("new", 0.0, enough=True)] * 50).seconds == Pace().seconds


def test_a_card_costs_the_repeats_that_it_is_likely_to_need() -> None:
    """Whoever fails half of the new cards, and repeats each twice, pays for one repeat a card."""
    lived = [
        answer
        for _ in range(500)
        for answer in (
            Answer("new", 60.0, enough=True),
            Answer("new", 60.0, enough=False),
            Answer("repeat", 20.0, enough=False),
            Answer("repeat", 20.0, enough=True),
        )
    ]
    pace = learned(lived)
    assert pace.known == pytest.approx(0.5)
    assert pace.cost("new", pace.known) == pytest.approx(80, abs=1)
    assert pace.cost("review", 1.0) == 35
