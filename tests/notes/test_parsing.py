"""From any bytes to a note."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from psutil import Process

from studyapp.notes import Note, explain, markdown, parse, parse_all

SHARED = Path(__file__).parents[2] / "../shared"
MARKS = ["---", "```", "~~~ py", "**Q: ", "**", "A: ", "# ", "### Q1: ", "## 标准答案", "- "]
FORMS = [
    "Q: ",
    "C: ",
    "[x]",
    "\n?\n",
    "::",
    ":::",
    "==",
    "#flashcards",
    "\nSTART\nBasic\n",
    "\nBack: ",
    "\nEND\n",
    "STARTI [Cloze] {{c1::",
    "}} ENDI",
    "<!--SR:!2026-01-09,4,270-->",
]
TAGS = [
    "<details>",
    "<summary>",
    "</summary>",
    "</details>",
    "\n| Q | A |\n|---|---|\n",
    "+++",
    "FAQ",
]
BLANKS = ["    ", "\t", "\n", "\r\n", "\r", "\n\n", "\u2028", "\ufeff", "\0"]
WORDS = [
    "> ",
    "1. ",
    "?",
    "注意",
    "🧠",
    "tags: [",
    "review_count: 1",
    "{{DATE}}",
    "<!--",
    "-->",
    "`",
]
MARKUP = st.lists(st.sampled_from([*MARKS, *FORMS, *TAGS, *BLANKS, *WORDS, "|", "[a](b.md)"])).map(
    "".join
)


def check(note: Note, raw: bytes) -> None:
    """Every place that `note` names is a place in `raw`."""
    lines = max(1, len(raw.splitlines()))
    for problem in note.problems:
        assert 0 <= problem.line <= lines
    for card in note.cards:
        assert 1 <= card.line <= card.end_line <= lines
        assert card.question.strip()
        assert card.answer.strip()
    for reason in explain(note):
        assert 0 <= reason.line <= lines
    check_places(note)
    for snippet in note.snippets:
        assert 1 <= snippet.line <= snippet.code_line <= lines
        assert snippet.line <= snippet.end_line <= lines
        opening = raw.splitlines()[snippet.line - 1]
        assert b"```" in opening or b"~~~" in opening
    assert 1 <= note.body_line <= lines + 1


def check_places(note: Note) -> None:
    """No question stands in a fence, and no two cards share a line but the sides of one."""
    fenced = {line for one in note.snippets for line in range(one.line, one.end_line + 1)}
    for one, other in pairwise(note.cards):
        assert one.line not in fenced
        siblings = one.form == other.form and one.form in ("anki", "cloze", "obsidian")
        assert other.line > one.end_line or (siblings and one.line == other.line)


@given(st.binary())
@example(b"\xff\xfe#\x00")
@example(b"")
def test_no_bytes_are_too_strange(raw: bytes) -> None:
    """Any bytes give a note whose lines lie within the file."""
    check(parse(raw, "a/b.md"), raw)


@given(MARKUP)
@example("- ```\n  a\n\n\n")
@example("> a\n\n```\nb")
@example("> ```\n> a\n\nb")
@example("```")
@example("\ufeff\ufeff```\n# x")
def test_no_markup_is_too_strange(text: str) -> None:
    """Any markup, however broken, gives a note whose lines lie within the file."""
    raw = text.encode()
    check(parse(raw, "a/b.md"), raw)


@given(MARKUP)
def test_other_newlines_give_equal_cards(text: str) -> None:
    """A note saved on Windows asks the same, at the same lines."""
    text = text.replace("\r", "\n")
    found = parse(text.encode(), "a/b.md").cards
    assert parse(text.replace("\n", "\r\n").encode(), "a/b.md").cards == found


@pytest.mark.parametrize(
    "text",
    [
        "**Q:" + " " * 300_000 + "x",
        "# Q" + " " * 300_000 + "x",
        "# 1" + " " * 300_000 + "x",
        "# x" + " #" * 150_000 + "y",
        "## 标准答案" + " " * 300_000 + "x",
        "# " + "面试" * 100_000 + "\n\n## Why?\nSo.",
        "## See also\n" + "[x](" * 100_000,
        "## See also\n" + "[" * 9_000,
        "**Q: Why?**\nA: " + "`" * 100_000 + "x",
        "**Q: Why?**\nA:" + " *a" * 9_000 + "b" * 300_000,
        "**Q: Why?**\n" + "<!--" * 100_000,
        "- **Q:" + " " * 300_000 + "x",
        "- Q: why?" + "*" * 9_000 + "x" * 300_000,
        "Q: why?\nA: " + "[x](" * 100_000,
        "Q: why?\nA: " + "a](b " * 9_000 + "x",
        "C: " + "[x" * 4_000 + "]" * 4_000,
        "C: a [b] " * 30_000,
        "#flashcards\n\n" + "==a" * 100_000,
        "#flashcards\n\n" + ":" * 300_000,
        "#flashcards\n\n" + "a ::" * 100_000,
        "why\n?\n" + "`" * 300_000,
        "why\n?\n<!--SR:" + "!2026-01-09,4,270" * 10_000,
        "<details>\n" + "<summary>" * 50_000,
        "| Q | A |\n|---|---|\n" + "|" * 300_000,
        "## FAQ\n\n## Why?\n\n" + "<" * 300_000,
        "## FAQ\n\n## Why?\n\n" + "<a> " * 100_000 + "x",
        "# " + "?" * 300_000 + "x",
        "# " + "[[a](b)]" * 50_000 + " x)",
        "# " + "**a" * 3_000 + "\n\n**Q: Why?**\nSo.",
        "+++\n" + "a = 1\n" * 100_000,
        "+++\r\n" + "a = 1\r\n" * 100_000,
        "---\n" + "a" * 60_000 + "\n---\n",
        "---" + " " * 300_000 + "x\n" + "---\n" * 1_000,
    ],
    ids=lambda text: text[:12],
)
def test_a_hostile_line_costs_no_more_than_a_long_one(text: str) -> None:
    """Nothing in the parser looks at a line again for each of its characters: this would hang."""
    note = parse(text.encode(), "t.md")
    assert [len(card.digest) for card in note.cards] == [12] * len(note.cards)
    assert all(card.front and card.points for card in note.cards)


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"# T\n\xe4\xb8\n", "not UTF-8"),
        (b"\x7fELF\0\0", "binary"),
        (b"a" * 2_000_001, "over 2 MB"),
        (b"# T\n\n" + b">" * 40_000 + b"x", "quotes or lists"),
        (b"# T\n\n" + b"- " * 40_000 + b"x", "quotes or lists"),
        (b"# T\n\n" + b"*a **b " * 40_000, "emphasis"),
    ],
)
def test_what_can_not_be_parsed_is_one_problem(raw: bytes, message: str) -> None:
    """Binary files and what would crash the parser give a problem and no card."""
    note = parse(raw, "x.md")
    (problem,) = note.problems
    assert message in problem.message
    assert (note.cards, note.snippets, note.title) == ((), (), "x")


def test_the_title_is_the_first_heading_of_level_one() -> None:
    """Without one, the file's name is the title, its underscores spaces."""
    assert parse(b"## a\n\n# The `x` title #\n\n# b", "d/n.md").title == "The `x` title"
    assert parse(b"## a\n", "d/什么是_NUMA？.md").title == "什么是 NUMA？"
    pasted = "---\ntags: []\n---\n\ufeff# Heaps\n"
    assert parse(pasted.encode(), "t.md").title == "Heaps"


def test_a_line_under_text_is_a_rule() -> None:
    """Text above dashes is no heading: notes put rules right under their paragraphs."""
    note = parse(b"# T\n\n**Q: Why?**\nA: So.\n---\nmore\n", "t.md")
    assert [card.answer for card in note.cards] == ["So."]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real notes are not here")
def test_real_notes_have_no_problem() -> None:
    """Sixty real notes and notes in other tools' syntaxes are read without a problem."""
    for path in SHARED.rglob("*.md"):
        if "outlines" not in path.parts:
            raw = path.read_bytes()
            note = parse(raw, path.name)
            assert note.problems == ()
            check(note, raw)


def test_several_files_are_read_as_each_by_itself() -> None:
    """Going step by step mixes nothing up, though the first step refuses some of them."""
    texts = [b"**Q: Why?**\nA: So.\n", b"\xff", b"# T\n\n```py\nx = 1\n```\n", b"\0", b""]
    files = [(raw, f"{number}.md") for number, raw in enumerate(texts)]
    assert parse_all(files) == [parse(*one) for one in files]


def test_reading_leaves_nothing_behind() -> None:
    """The parser's trees hold themselves in cycles that no collector sees; they are taken apart."""
    text = "# T\n\n" + "- *a* `b` **c [d](e)** f\n\n| a | b |\n|---|---|\n| *c* | d |\n\n" * 200
    parse(text.encode(), "t.md")
    before = resident()
    for _ in range(20):
        parse(text.encode(), "t.md")
        markdown.parse(text)
    assert resident() - before < 200 * len(text)


def resident() -> int:
    """The memory of this process in bytes, as the system counts it."""
    return Process().memory_info().rss
