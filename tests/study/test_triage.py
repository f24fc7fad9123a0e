"""The first pass."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import New, Reviewed
from studyapp.study import Revoke, Sort
from studyapp.study.reader import Card
from studyapp.study.triage import Pass, first_asked, untold

DAY = date(2026, 11, 23)


def card(name: str, **more: object) -> Card:
    return Card(name, "n.md", "", **{"weight": 1, "schedule": New(), **more})  # type: ignore[arg-type]


def test_only_cards_that_nothing_is_known_of_are_asked_about() -> None:
    """Seen, told, suspended and buried cards and those of decks that are off stay away."""
    seen = Reviewed(DAY, DAY, 1, 250, 1)
    cards = [
        card("a"),
        card("b", schedule=seen),
        card("c", knows=2),
        card("d", suspended=True),
        card("e", buried_until=DAY + timedelta(days=1)),
        card("f", weight=0),
        card("g", buried_until=DAY),
    ]
    assert untold(cards, DAY) == ["a", "g"]


@given(st.text(min_size=1, max_size=12))
def test_a_known_card_is_checked_in_ten_to_twenty_days(name: str) -> None:
    """Each card has a day of its own in that span, the same each time it is asked for."""
    due = first_asked(name, 3, DAY)
    assert timedelta(10) <= due - DAY <= timedelta(20)
    assert first_asked(name, 3, DAY) == due


def test_checks_are_spread() -> None:
    """A hundred known cards do not come back on one day: each of the days has some."""
    assert len({first_asked(f"card{n}", 3, DAY) for n in range(100)}) == 11


def test_what_is_not_known_is_asked_at_once() -> None:
    """Cards that were called unknown or vague may be asked on the same day."""
    assert first_asked("a", 1, DAY) == first_asked("a", 2, DAY) == DAY


def test_a_pass_sorts_card_by_card_and_takes_back() -> None:
    """Each word is journalled as it is said; undo asks about that card again."""
    start = Pass(("a", "b"), DAY)
    first, told = start.say(1)
    assert told == (Sort(0, "a", 1, DAY),)
    second, (known,) = first.say(3)
    assert isinstance(known, Sort)
    assert (known.card, known.due) == ("b", first_asked("b", 3, DAY))
    assert second.current is None
    assert second.say(2) == (second, ())
    again, revoked = second.undo()
    assert (again.current, revoked) == ("b", (Revoke(2, 1),))
    assert again.undo()[0].current == "a"
    assert start.undo() == (start, ())
    assert again.drop().current is None
