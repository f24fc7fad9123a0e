"""The text of a file by its lines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from studyapp.notes.source import read_source, sign

MARKS = st.sampled_from(["](", "[[", "::", "==", "[!", "?", "\\"])


@given(st.text("[]!:=?(a\n\r \\"), st.lists(MARKS, min_size=1, max_size=3))
def test_marks_are_found_on_the_lines_that_hold_them(text: str, marks: list[str]) -> None:
    """What is sought by its first character stands exactly where the whole mark does."""
    source = read_source(text)
    held = [n for n, line in enumerate(source.lines, 1) if any(one in line for one in marks)]
    assert source.lines_with(*map(sign, marks)) == held
    assert source.holds(*map(sign, marks)) == bool(held)


@given(st.text("?!a\n "), st.sampled_from(["\n?", "\n??", "\n!"]))
def test_a_mark_may_open_a_line(text: str, mark: str) -> None:
    """One that begins with a line feed stands on the lines that begin with its rest."""
    source = read_source(text)
    opened = [n for n, line in enumerate(source.lines, 1) if line.startswith(mark[1:])]
    assert source.lines_with(sign(mark)) == opened
