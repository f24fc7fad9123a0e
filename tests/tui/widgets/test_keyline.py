from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from studyapp.tui.widgets.keyline import GAP, Key, arranged, fitting

KEYS = [Key(key, label, "x") for key, label in (("r", "run"), ("c", "change"), ("d", "fold"))]


def names(keys: list[Key]) -> str:
    return "".join(key.key for key in keys)


def test_spare_keys_give_way_in_their_order() -> None:
    """Where the row is short the first spare goes first; what is no spare stays."""
    assert names(fitting(KEYS, 40, "dc")) == "rcd"
    assert names(fitting(KEYS, 20, "dc")) == "rc"
    assert names(fitting(KEYS, 5, "dc")) == "r"


def test_a_second_row_takes_what_the_first_can_not() -> None:
    """With two rows nothing is left out that fits on them."""
    assert [names(row) for row in arranged(KEYS, 18, 2, "dc")] == ["rc", "d"]
    assert [names(row) for row in arranged(KEYS, 8, 2, "dc")] == ["r", "c"]


@given(st.lists(st.sampled_from(KEYS), max_size=9), st.integers(0, 60), st.integers(1, 3))
def test_no_row_but_the_last_runs_over(keys: list[Key], width: int, most: int) -> None:
    """Rows are never more than asked for, and hold what they can."""
    rows = arranged(keys, width, most, "dc")
    assert len(rows) <= most
    for row in rows[:-1]:
        cells = sum(cell_len(f"{key.key} {key.label}") + GAP for key in row) - GAP
        assert cells <= width or len(row) == 1
