from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from studyapp.tui.widgets.meter import meter


@given(st.floats(-1, 2), st.integers(0, 40))
def test_a_bar_is_as_wide_as_asked(share: float, width: int) -> None:
    """Whatever the share, the bar fills its cells exactly."""
    assert cell_len(meter(share, width).plain) == width


@pytest.mark.parametrize(
    ("share", "bar"), [(0, "────"), (0.4, "━╸──"), (0.5, "━━──"), (1, "━━━━"), (7, "━━━━")]
)
def test_a_bar_shows_halves_of_cells(share: float, bar: str) -> None:
    """The full part is exact to half a cell, and read without colour."""
    assert meter(share, 4).plain == bar
