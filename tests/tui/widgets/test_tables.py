from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from studyapp.tui.widgets.tables import fit


@given(st.lists(st.integers(1, 80), min_size=1, max_size=8), st.integers(8, 200))
def test_columns_share_what_there_is(wanted: list[int], room: int) -> None:
    """No column gets more than it wants, together they fit, and nothing is left while one lacks."""
    widths = fit(wanted, room)
    assert all(1 <= got <= asked for got, asked in zip(widths, wanted, strict=True))
    assert sum(widths) <= room
    assert widths == wanted or sum(widths) == room


def test_wide_columns_give_way_first() -> None:
    """A narrow column keeps its width."""
    assert fit([4, 50, 60], 44) == [4, 20, 20]
