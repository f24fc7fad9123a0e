"""Notices in pieces: characters of two cells stay whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from studyapp.tui.widgets.toast import WholeStrip

TEXTS = st.text("ab 题组选，─", min_size=1, max_size=20)


def typed(row: list[str], at: int, text: str) -> int:
    """Type a text into a row of cells as a terminal does; where the cursor is then."""
    for sign in text:
        if sign == "\b":
            at -= 1
            continue
        row[at : at + cell_len(sign)] = [sign, *[""] * (cell_len(sign) - 1)]
        at += cell_len(sign)
    return at


@given(TEXTS, st.sets(st.integers(1, 39)), st.lists(st.integers(0, 40), max_size=3))
def test_a_cut_halves_no_character(text: str, cuts: set[int], again: list[int]) -> None:
    """Drawn one after the other, or any of them again, the pieces show the whole line."""
    width = cell_len(text)
    edges = [*sorted(cut for cut in cuts if cut < width), width]
    pieces = WholeStrip([Segment(text)], width).divide(edges)
    row, at = [" "] * width, 0
    for piece in pieces:
        at = typed(row, at, piece.text)
    assert ("".join(row), at) == (text, width)
    starts = [0, *edges]
    for one in (number % len(pieces) for number in again):
        assert typed(row, starts[one], pieces[one].text) == starts[one + 1]
        assert "".join(row) == text


def test_textual_still_halves_them() -> None:
    """What the strip is for: once Textual keeps characters whole itself, this one can go."""
    left, right = Strip([Segment("题")], 2).divide([1, 2])
    assert (left.text, right.text) == (" ", " ")
