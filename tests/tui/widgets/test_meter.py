from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from studyapp.tui.widgets.meter import meter


@given(st.floats(-1, 2), st.integers(0, 40), st.floats(-1, 2))
def test_a_bar_is_as_wide_as_asked(share: float, width: int, begun: float) -> None:
    """Whatever the shares, the bar fills its cells exactly."""
    assert cell_len(meter(share, width, begun=begun).plain) == width


def test_what_was_begun_is_dashed_behind_what_is_full() -> None:
    """Half of it full, three quarters begun; less begun than full dashes nothing."""
    assert meter(0.5, 8, begun=0.75).plain == "━━━━╌╌──"
    assert meter(0.5, 4, begun=0.25).plain == "━━──"


@pytest.mark.parametrize(
    ("share", "bar"), [(0, "────"), (0.4, "━╸──"), (0.5, "━━──"), (1, "━━━━"), (7, "━━━━")]
)
def test_a_bar_shows_halves_of_cells(share: float, bar: str) -> None:
    """The full part is exact to half a cell, and read without colour."""
    assert meter(share, 4).plain == bar
