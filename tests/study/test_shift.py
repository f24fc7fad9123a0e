"""What other settings make of the same answers."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import New, Reviewed
from studyapp.study import Limits
from studyapp.study.reader import Card
from studyapp.study.shift import LARGEST, Folded, shift

DAY = date(2026, 11, 23)
TWENTY = Limits(seconds=20 * 60)


def due(number: int, days: int, **other: object) -> Card:
    """A card that was seen yesterday and comes in so many days."""
    schedule = Reviewed(DAY - timedelta(1), DAY + timedelta(days), max(1, days), 250, 2)
    card = Card(f"c{number}", f"d/{number // 2}.md", "d", 1, schedule)
    return replace(card, **other)  # type: ignore[arg-type]


def test_what_moves_is_counted_and_named() -> None:
    """Dates that differ, the notes they stand in, the largest first; new cards have none."""
    before = [due(0, 3), due(1, 3), due(2, 9), Card("n", "d/n.md", "d", 1, New())]
    after = [due(0, 3), due(1, 40), due(2, 2), before[3]]
    found = shift(Folded(before, TWENTY), Folded(after, TWENTY), DAY)
    assert (found.met, found.moved, found.notes) == (3, 2, 2)
    assert [(move.card, move.days) for move in found.largest] == [("c1", 37), ("c2", -7)]
    assert (found.before.week, found.after.week) == (2, 2)


def test_loads_are_those_of_the_days_to_come() -> None:
    """What falls due today and this week stands in the load, the overdue on its first day."""
    before = [due(number, 0) for number in range(6)]
    after = [due(number, number) for number in range(6)]
    found = shift(Folded(before, TWENTY), Folded(after, TWENTY), DAY)
    assert (found.before.today, found.after.today) == (6, 1)
    assert (found.before.week, found.after.week) == (6, 6)
    assert 0 < found.before.minutes <= 20


@given(st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99), st.booleans()), max_size=30))
def test_moves_are_the_same_in_both_directions(rows: list[tuple[int, int, bool]]) -> None:
    """Going back moves the same cards as far; suspended ones are left out; few are named."""
    before = [due(n, days, suspended=off) for n, (days, _, off) in enumerate(rows)]
    after = [due(n, days, suspended=off) for n, (_, days, off) in enumerate(rows)]
    there = shift(Folded(before, TWENTY), Folded(after, TWENTY), DAY)
    back = shift(Folded(after, TWENTY), Folded(before, TWENTY), DAY)
    assert there.moved == back.moved == sum(a != b and not off for a, b, off in rows)
    assert [move.days for move in there.largest] == [-move.days for move in back.largest]
    assert len(there.largest) == min(LARGEST, there.moved)
