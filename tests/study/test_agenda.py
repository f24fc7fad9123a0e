"""One day's work."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import New, Reviewed
from studyapp.study.agenda import Terms, agenda, planned
from studyapp.study.pace import Answer
from studyapp.study.reader import Card

DAY = date(2026, 11, 23)


def cards(unseen: int, due: int) -> list[Card]:
    schedule = Reviewed(DAY - timedelta(6), DAY, 6, 250, 2)
    return [
        *(Card(f"n{n}", f"n{n}.md", "", 1, New()) for n in range(unseen)),
        *(Card(f"r{n}", f"r{n}.md", "", 1, schedule) for n in range(due)),
    ]


def test_a_day_says_what_it_asks_and_how_long_that_takes() -> None:
    """Few cards are all asked, and their time is the sum of what each is expected to take."""
    said = agenda(cards(4, 6), Terms(), DAY)
    assert (said.count("new"), said.count("review"), said.count("repeat")) == (4, 6, 0)
    assert said.minutes == 9


def test_what_was_studied_today_counts_against_the_minutes() -> None:
    """After nineteen of twenty minutes there is room for one card more, after twenty for none."""
    assert len(agenda(cards(0, 50), Terms(), DAY, spent=19 * 60).items) == 1
    over = agenda(cards(0, 50), Terms(), DAY, spent=21 * 60)
    assert (over.items, over.left, over.minutes) == ((), 0.0, 0)


def test_with_no_minutes_set_cards_are_counted() -> None:
    """The caps on cards take the place of the clock."""
    said = agenda(cards(50, 50), Terms(minutes=0, new=3, reviews=7), DAY)
    assert (said.count("new"), said.count("review")) == (3, 7)
    assert said.left is None
    assert agenda(cards(50, 50), Terms(minutes=0, new=3), DAY).count("review") == 50


def test_a_quick_person_is_asked_more() -> None:
    """Who answers in ten seconds meets more cards in the same minutes."""
    quick = [Answer("review", 10.0, enough=True)] * 200
    slow = agenda(cards(0, 300), Terms(), DAY)
    assert len(agenda(cards(0, 300), Terms(), DAY, quick).items) > 2 * len(slow.items)


def test_the_last_days_pass_everything_once_more() -> None:
    """Two days before the interview what is not due is there to be looked through, nothing new."""
    later = Reviewed(DAY - timedelta(1), DAY + timedelta(30), 31, 250, 4)
    known = Card("k", "k.md", "", 1, later)
    terms = Terms(interview=DAY + timedelta(days=2))
    said = agenda([known, *cards(5, 2)], terms, DAY)
    assert said.count("new") == 0
    assert [item.card for item in said.last] == ["k"]
    assert agenda([known], Terms(), DAY).last == ()
    assert agenda([known], Terms(minutes=0, interview=terms.interview), DAY).last


@given(st.integers(0, 60), st.integers(0, 60), st.integers(1, 120))
def test_no_day_is_longer_than_its_minutes(unseen: int, due: int, minutes: int) -> None:
    """Whatever there is to do, what is asked fits into what the person has."""
    said = agenda(cards(unseen, due), Terms(minutes=minutes), DAY)
    assert said.seconds <= minutes * 60


def test_the_plan_of_a_day_follows_from_its_terms() -> None:
    """More minutes a day meet all cards sooner."""
    few, many = Terms(minutes=10), Terms(minutes=30)
    met = [planned(cards(200, 0), one, agenda(cards(200, 0), one, DAY)).met for one in (few, many)]
    assert met[0]
    assert met[1]
    assert met[0] > met[1]
