from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from studyapp.tui.widgets.finding import find
from studyapp.tui.widgets.wrap import wrap

TEXT = st.text(st.sampled_from("ab 中文，A│"), max_size=60)


def found(rows: list[str], words: str) -> list[str]:
    return ["".join(rows[hit.row][hit.start : hit.end] for hit in one) for one in find(rows, words)]


def test_words_are_found_across_folds() -> None:
    """What was folded by the page is one find in pieces, in Latin and in Chinese."""
    assert found(["  one two", "  three"], "two three") == ["two  three"]
    assert len(find(["│ 动态计", "│ 算图"], "计算")) == 1


def test_capitals_count_where_there_are_any() -> None:
    """Lower case finds all, a capital only itself."""
    assert found(["Adam adam ADAM"], "adam") == ["Adam", "adam", "ADAM"]
    assert found(["Adam adam ADAM"], "Adam") == ["Adam"]


def test_nothing_is_found_of_nothing() -> None:
    """Blanks look for nothing, and signs of patterns mean themselves."""
    assert find(["a.b (c)"], "  ") == []
    assert found(["a.b (c)", "axb"], "a.b") == ["a.b"]


@given(TEXT, st.integers(2, 20), st.data())
def test_every_piece_of_a_folded_text_is_found(text: str, width: int, data: st.DataObject) -> None:
    """Any words of a text are found in its folded lines, with all their characters."""
    start = data.draw(st.integers(0, len(text)))
    words = text[start : data.draw(st.integers(start, len(text)))]
    rows = ["".join(one.text for one in line) for line in wrap([(text, Style.null())], width)]
    if words.strip(" │"):
        wanted = "".join(words.split()).replace("│", "")
        assert any(
            wanted.lower() in "".join(one.split()).replace("│", "").lower()
            for one in found(rows, words.strip())
        )
