from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from studyapp.tui.widgets.formula import formula

CASES = [
    case.split("\n→")
    for block in (Path(__file__).parent / "formulas.txt").read_text("utf-8").split("\n\n")
    if "\n→" in (case := "\n".join(line for line in block.split("\n") if line[:2] != "# "))
]
COMMANDS = r"""
\frac \sqrt \sum \left \right \begin{cases} \end{cases} \begin{bmatrix} \end{bmatrix} \hat \text
\mathbb \\ { } [ ] ( ) _ ^ & ' \| | x 2 + - = , 中 \alpha \foo \operatorname $
"""
SIGNS = st.sampled_from([*COMMANDS.split(), " ", "\n", "\x1b", "\u202e", "e\u0301"])
LATEX = st.lists(SIGNS, max_size=40).map("".join) | st.text(max_size=60)


@pytest.mark.parametrize(("latex", "shown"), CASES)
def test_formulas_are_readable(latex: str, shown: str) -> None:
    """LaTeX becomes what a person would write on one line, or on the rows of a matrix."""
    rows = formula(latex.strip(), display=shown.startswith("\n"))
    assert "\n".join(rows) == shown.strip(" \n")


@settings(deadline=None)
@example(latex=r"\left\frac\begin{cases}a\\b", display=True)
@given(latex=LATEX, display=st.booleans())
def test_any_text_is_drawn(latex: str, display: bool) -> None:  # noqa: FBT001  drawn by hypothesis
    """No text, however broken, raises; every formula has a row, and one line has one only."""
    rows = formula(latex, display=display)
    assert rows
    assert display or len(rows) == 1


@pytest.mark.parametrize("latex", ["{" * 5000, r"\frac" * 900, r"\left(" * 500])
def test_what_is_nested_too_deep_stands_as_it_is(latex: str) -> None:
    """Hostile nesting is shown as written, and soon."""
    assert formula(latex)[0].strip() == latex
