from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.style import Style

from studyapp.tui.widgets.ink import PLAIN, ROLES
from studyapp.tui.widgets.render import render

NOTES = sorted((Path(__file__).parents[4] / "shared").glob("*/**/*.md"))
PIECES = st.sampled_from(
    [
        "# ", "- ", "1. ", "> ", "- [x] ", "```py\n", "\n```\n", "| ", " |\n|--|--|\n", "**", "*",
        "`", "[", "](u)", "![", "$", "$$", r"\frac{", r"\\", "}", "^", "_",
        "[^1]", "[^1]: ", "<details>", "<summary>", "</summary>", "<img alt=", "```math\n", "~~",
        "---\n", "\n", "\n\n", "    ", "中文", "，", "word ",
        "<b>", "<br>", "\x1b[31m", "\u202e", "\t", "\r", "e\u0301", "👩\u200d👧",
    ]
)  # fmt: skip
MARKDOWN = st.lists(PIECES, max_size=40).map("".join)


def text(markdown: str, width: int = 60) -> list[str]:
    return ["".join(part.text for part in line).rstrip() for line in render(markdown, width, PLAIN)]


def style_of(markdown: str, words: str) -> Style:
    """The style that `words` are drawn in, where each role has a colour of its own number."""
    ink = {role: Style(color=f"color({n})", bold=role == "strong") for n, role in enumerate(ROLES)}
    segments = itertools.chain.from_iterable(render(markdown, 80, ink))
    return next(one.style for one in segments if one.text == words and one.style)


@settings(deadline=None)
@example("```math\n\u202e", 8)
@example("```py\n👩\u200d👧👩\u200d👧", 8)
@given(MARKDOWN, st.integers(8, 90))
def test_every_line_fits(markdown: str, width: int) -> None:
    """No markdown, however broken, draws a line wider than the page."""
    for line in render(markdown, width, PLAIN):
        assert sum(segment.cell_length for segment in line) <= width


@settings(deadline=None)
@given(MARKDOWN, st.integers(8, 90))
def test_nothing_drawn_commands_the_terminal(markdown: str, width: int) -> None:
    """Escape, bidi and other hidden characters never reach a line."""
    drawn = "".join(text(markdown, width))
    assert not set(drawn) & set("\x1b\u202e\t\r\n")


def test_bold_is_right_in_chinese() -> None:
    """Bold that ends in a full-width bracket is drawn bold, without asterisks."""
    assert text("**大语言模型（LLM）**中") == ["大语言模型（LLM）中"]
    assert style_of("**大语言模型（LLM）**中", "大语言模型（LLM）").bold


def test_a_list_hangs_its_lines() -> None:
    """Wrapped items align under their text, and nested lists are indented."""
    assert text("- 一二三四五六七八\n  1. abc\n- [x] done\n", 14) == [
        "• 一二三四五六",
        "  七八",
        "  1. abc",
        "☑ done",
    ]


def test_numbers_align_to_the_right() -> None:
    """Item numbers keep their own start and share one width."""
    assert text("9. nine\n10. ten") == [" 9. nine", "10. ten"]


def test_table_columns_align_with_chinese() -> None:
    """Columns stand at the same cell in every row, whatever the script."""
    lines = text("| 名称 | n |\n|--|--:|\n| 归并排序 | 10 |\n| heap | 7 |")
    assert lines == ["名称     │  n", "─────────┼───", "归并排序 │ 10", "heap     │  7"]


def test_a_table_shrinks_by_wrapping_cells() -> None:
    """A wide column folds its cells, a narrow one keeps its width."""
    lines = text("| k | v |\n|--|--|\n| a | one two three four |", 14)
    assert lines == ["k │ v", "──┼───────────", "a │ one two", "  │ three four"]


def test_a_table_without_room_becomes_records() -> None:
    """Where columns would be unreadable each row names its cells."""
    markdown = "| alpha | beta | gamma |\n|--|--|--|\n| one one | two two | three three |"
    assert text(markdown, 16) == ["alpha: one one", "beta: two two", "gamma: three", "three"]


def test_soft_breaks() -> None:
    """A line break stays beside Chinese or after a bold label, and joins Latin words."""
    assert text("one\ntwo") == ["one two"]
    assert text("一行，\n二行") == ["一行，", "二行"]
    assert text("**Q: why?**\nA: because") == ["Q: why?", "A: because"]
    assert text("hard  \nbreak<br>again") == ["hard", "break", "again"]


def test_links_images_and_math_stay_readable() -> None:
    """A link names its target once, an image its description and its file, math its signs."""
    assert text("[docs](https://e.org) https://e.org ![图](img/a.png) $x^2$") == [
        "docs (https://e.org) https://e.org [图 · a.png] x²"
    ]


def test_latex_with_brackets_of_its_own() -> None:
    """Brackets behind backslashes hold a formula, unless they are brackets that were escaped."""
    assert text(r"\(x^2\) of \[\alpha\]") == ["x² of α"]
    assert text(r"\[B, S\] and \(so\)") == ["[B, S] and (so)"]


def test_footnotes_stand_at_the_end() -> None:
    """A footnote is marked where it is made, and stands below under its mark."""
    assert text("a[^1]b\n\n[^1]: the *note*\n    goes on\n\nend") == [
        "a[1]b",
        "",
        "end",
        "",
        "[1] the note goes on",
    ]


def test_what_unfolds_is_unfolded() -> None:
    """A summary stands above its details, whose tags are not seen; a picture is named."""
    markdown = "<details>\n<summary>答<b>案</b></summary>\n\n- a\n\n</details>\n\n"
    assert text(f'{markdown}<p><img alt="x" src="i/g.png"></p>') == [
        "▾ 答案",
        "",
        "• a",
        "",
        "[x · g.png]",
    ]


def test_diagrams_and_formulas_in_fences() -> None:
    """A diagram is code under its language; a fence of math is a formula."""
    assert text("```mermaid\nA-->B\n```") == [" mermaid", " A-->B"]
    assert text("```math\n\\frac{a}{b}\n```") == ["  a/b"]


def test_links_that_markdown_takes_for_none() -> None:
    """Links of wikis show their alias, and those to files with blanks in their names their text."""
    assert text("[[a note|here]], [[b]], [c](x y (1).md), x[[0]]") == ["here, b, c, x[[0]]"]


def test_dollars_that_mean_money_or_variables_stay() -> None:
    """Prices, Chinese between prices and variables of a shell are no formulas."""
    assert text("第$n_{l-1}$个") == ["第nₗ₋₁个"]
    lines = "花了 $5 and $6", "共 $100，省$ 下", "$HOME/bin:$PATH"
    assert [text(line) for line in lines] == [[line] for line in lines]


def test_a_formula_has_lines_of_its_own() -> None:
    """Displayed math keeps its rows where they fit, right under its sentence, and folds else."""
    matrix = r"\begin{bmatrix}1 & 2\\3 & 4\end{bmatrix}"
    assert text(f"So:\n$$\n{matrix}\n$$\nholds") == ["So:", "  ⎡1  2⎤", "  ⎣3  4⎦", "holds"]
    assert text(f"$${matrix}$$", 6) == ["[1 2;", "3 4]"]


def test_markup_of_other_systems_is_plain_text() -> None:
    """Rich's and Textual's markup are drawn as they stand."""
    assert text("tensor[bold red]x[/] \\[@click=app.quit\\]q") == [
        "tensor[bold red]x[/] [@click=app.quit]q"
    ]


def test_comments_are_hidden_and_other_html_is_shown() -> None:
    """What an author hid stays hidden; a tag is drawn, not obeyed."""
    assert text("a<!-- x -->b <kbd>q</kbd>\n\n<!-- block -->\n") == ["ab <kbd>q</kbd>"]


def test_code_keeps_its_indent_and_marks_what_goes_on() -> None:
    """A long line of code continues beneath with a mark, its indent kept."""
    assert text("```python\n    a = 1 + 22222 + 33333\n```", 22) == [
        "     a = 1 + 22222",
        " ↪ + 33333",
    ]


def test_a_quote_carries_its_bar() -> None:
    """Each line of a quote, and of one inside it, has its bar."""
    assert text("> 外\n> > inner") == ["│ 外", "│", "│ │ inner"]


def test_deep_nesting_is_drawn() -> None:
    """Eighty quotes and thousands of emphasis marks draw without a crash, at the full width."""
    assert "deep" in text("> " * 80 + "deep", 40)[-1]
    assert "x" in "".join(text("*a **b " * 900 + "x", 80))


def test_what_no_parser_is_given_is_drawn_as_it_stands() -> None:
    """A line opening too many containers is shown raw."""
    assert text("> " * 200, 500)[0].strip().startswith("> > >")


@pytest.mark.skipif(not NOTES, reason="the real notes are not here")
@pytest.mark.parametrize(("width", "notes"), [(24, NOTES[::2]), (120, NOTES[1::2])])
def test_real_notes_fit_and_keep_their_words(width: int, notes: list[Path]) -> None:
    """Every real note draws within the width, and each Chinese character of it is drawn."""
    for path in notes:
        source = path.read_text(encoding="utf-8-sig")
        drawn = render(source, width, PLAIN)
        assert all(sum(part.cell_length for part in line) <= width for line in drawn), path.name
        shown = Counter("".join(part.text for line in drawn for part in line))
        assert not chinese(source) - shown, path.name


def chinese(source: str) -> Counter[str]:
    return Counter(re.findall("[\u4e00-\u9fff]", re.sub("(?s)<!--.*?-->", "", source)))
