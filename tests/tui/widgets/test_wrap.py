from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes
from rich.style import Style

from studyapp.tui.widgets.wrap import clip, fold, graphemes, wrap

SHUT = "，。、；：？！）」』】》"
OPEN = "（「『【《"
BLANKS = " \n\u3000"
WIDTHS = st.integers(2, 60)
MIXED = st.text(
    alphabet=st.sampled_from([*"ab1_.,(中文字，。（）《》 \n", "\u0301", "👩", "\u200d", "🇨", "🇳"])
)
ANY = st.one_of(MIXED, st.text(st.characters(exclude_categories=["Cs", "Cc"])))
PROSE = st.lists(
    st.sampled_from(["中", "文", "神经", "torch", "LLM", "，", "。", "（", "）", "《", "》", " "])
).map("".join)


def parts(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in fold(text, width)]


@given(ANY, WIDTHS)
def test_no_line_is_wider_than_asked(text: str, width: int) -> None:
    """Whatever the text, each of its lines fits."""
    assert all(cell_len(part) <= width for part in parts(text, width))


@given(ANY, WIDTHS)
def test_only_blanks_are_dropped(text: str, width: int) -> None:
    """The lines hold every character in order, except blanks."""
    joined = "".join(parts(text, width))
    table = str.maketrans("", "", BLANKS)
    assert joined.translate(table) == text.translate(table)


@given(ANY, WIDTHS)
def test_no_grapheme_is_cut(text: str, width: int) -> None:
    """A line starts and ends where a grapheme does, by rich's measure of each source line."""
    offset = 0
    allowed = set()
    for line in text.split("\n"):
        allowed |= {offset} | {offset + end for _, end, _ in split_graphemes(line)[0]}
        offset += len(line) + 1
    assert {place for span in fold(text, width) for place in span} <= allowed


@given(PROSE, st.integers(24, 60))
def test_closing_marks_never_start_a_line(text: str, width: int) -> None:
    """No line begins with a closing mark, and none ends with an opening one.

    A run of marks wider than the line is cut all the same.
    """
    lines = [part for part in parts(text, width) if part]
    for above, below in pairwise(lines):
        crowded = not set(above) - set(SHUT + OPEN + " ") or cell_len(above) > width - 2
        assert crowded or (below[0] not in SHUT and above.rstrip()[-1] not in OPEN)


@given(st.lists(st.text("abcdef", min_size=1, max_size=10), min_size=1), st.integers(10, 40))
def test_latin_words_stay_whole(words: list[str], width: int) -> None:
    """Words that fit a line are never divided."""
    assert " ".join(parts(" ".join(words), width)).split() == words


def test_chinese_breaks_between_characters() -> None:
    """Wide characters fill a line, and marks stay with what they belong to."""
    assert parts("神经网络，训练", 8) == ["神经网", "络，训练"]
    assert parts("参见《深度学习》", 6) == ["参见", "《深度", "学习》"]
    assert parts("用（LLM）做", 8) == ["用", "（LLM）", "做"]


def test_a_long_word_is_cut_to_the_width() -> None:
    """A word wider than the line goes on at the next."""
    assert parts("a" * 7 + " b", 3) == ["aaa", "aaa", "a b"]


def test_flags_and_families_are_one_grapheme() -> None:
    """The halves of a flag and a joined family are each kept together."""
    text = "🇨🇳🇩🇪👩\u200d👩\u200d👧"
    assert [text[a:b] for a, b, _ in graphemes(text)] == ["🇨🇳", "🇩🇪", "👩\u200d👩\u200d👧"]


@given(
    st.lists(st.tuples(st.text("ab 中\n", max_size=8), st.sampled_from(["bold", "dim"]))), WIDTHS
)
def test_styles_follow_their_characters(pieces: list[tuple[str, str]], width: int) -> None:
    """Each character is drawn in the style of the run it came from."""
    runs = [(text, Style.parse(style)) for text, style in pieces]
    flat = [(char, style) for text, style in runs for char in text if char not in BLANKS]
    drawn = [
        (char, segment.style)
        for line in wrap(runs, width)
        for segment in line
        for char in segment.text
        if char not in BLANKS
    ]
    assert drawn == flat


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [("short", 9, "short"), ("longer text", 6, "longe…"), ("中文字符", 6, "中文…"), ("x", 0, "")],
)
def test_clipping_marks_what_it_cuts(text: str, width: int, expected: str) -> None:
    """A clipped text fits and ends in an ellipsis."""
    assert clip(text, width) == expected
