"""Mappings and sequences that share what did not change."""

from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule.overlay import overlaid
from studyapp.schedule.strand import Strand

keys = st.integers(0, 5)
tables = st.dictionaries(keys, st.integers())


@given(tables, st.lists(st.tuples(tables, st.sets(keys)), max_size=4))
def test_an_overlay_is_what_copying_would_give(
    base: dict[int, int], steps: list[tuple[dict[int, int], set[int]]]
) -> None:
    """However often keys are changed and taken away, it holds what plain dicts would, in order."""
    found, expected = base, base
    for changed, gone in steps:
        found = overlaid(found, changed, gone)
        expected = {key: value for key, value in expected.items() if key not in gone} | changed
        assert found == expected
        assert len(found) == len(expected)
        assert sorted(found) == sorted(expected)
        assert [key in found for key in range(6)] == [key in expected for key in range(6)]


def test_an_overlay_keeps_the_order() -> None:
    """A changed key stays where it was; new ones come last."""
    found = overlaid(overlaid({1: "a", 2: "b", 3: "c"}, {2: "x", 4: "d"}), {1: "y", 5: "e"})
    assert [*found.items()] == [(1, "y"), (2, "x"), (3, "c"), (4, "d"), (5, "e")]


@given(st.lists(keys), st.lists(st.tuples(st.integers(0, 9), st.lists(keys)), max_size=6))
def test_a_strand_and_all_that_it_was(base: list[int], steps: list[tuple[int, list[int]]]) -> None:
    """Whichever of them is made longer, each holds what plain tuples would."""
    strands, expected = [Strand(base)], [tuple(base)]
    for which, more in steps:
        strands.append(strands[which % len(strands)].plus(more))
        expected.append(expected[which % len(expected)] + tuple(more))
    for strand, plain in zip(strands, expected, strict=True):
        assert strand == plain
        assert len(strand) == len(plain)
        assert [strand[place] for place in range(-len(plain), len(plain))] == [*plain, *plain]
        assert [*reversed(strand)] == [*reversed(plain)]
        assert strand[1:-1] == plain[1:-1]
