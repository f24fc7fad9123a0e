"""Loops over ranges are counted by what is left of the ranges."""

from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from studyapp.runner.inside.ranges import Ranges


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 12), st.booleans()), max_size=200))
def test_every_number_that_was_taken_is_counted(loops: list[tuple[int, int, bool]]) -> None:
    """Of loops that ended, were broken off, or still go on when others are let go."""
    ranges, taken, open_ones = Ranges(), 0, []
    for length, taking, stays in loops:
        items = ranges.add(iter(range(length)))
        taken += len(list(islice(items, taking)))
        if stays:
            open_ones.append(items)
    taken += sum(len(list(items)) for items in open_ones)
    assert ranges.passed() == taken


def test_what_is_over_is_let_go() -> None:
    """A function called a million times leaves no million iterators."""
    ranges = Ranges()
    for _ in range(10_000):
        list(ranges.add(iter(range(2))))
    assert ranges.passed() == 20_000
    assert len(ranges._given) < 200
