"""What a note's front matter is understood to say."""

from datetime import date

import pytest

from studyapp.notes import Metadata, Note, parse

FULL = """---
created: '2026-01-05'
last_reviewed: 2026-02-01   # a YAML date
next_review: "2026-02-07"
review_count: 2
difficulty: hard
mastery_level: 0.06
tags: [tensors, views]
related_outlines:
- outlines/shapes.md
---
# Views
"""


def read(front: str) -> Note:
    return parse(f"---\n{front}---\n# T\n\n**Q: Why?**\nA: So.\n".encode(), "t.md")


def test_reads_every_key_in_any_quoting() -> None:
    """Strings and YAML dates, flow and block lists, comments: all are understood."""
    note = parse(FULL.encode(), "views.md")
    assert note.metadata == Metadata(
        created=date(2026, 1, 5),
        last_reviewed=date(2026, 2, 1),
        next_review=date(2026, 2, 7),
        review_count=2,
        difficulty="hard",
        mastery_level=0.06,
        tags=("tensors", "views"),
        related_outlines=("outlines/shapes.md",),
    )
    assert note.problems == ()
    assert (note.has_block, note.body_line) == (True, 12)


def test_keeps_the_spelling_beside_the_meaning() -> None:
    """The four written values are known as spelled and in canonical text."""
    note = parse(FULL.encode(), "views.md")
    assert note.raw_values == {
        "last_reviewed": "2026-02-01",
        "next_review": '"2026-02-07"',
        "review_count": "2",
        "mastery_level": "0.06",
    }
    assert note.values == {
        "last_reviewed": "2026-02-01",
        "next_review": "2026-02-07",
        "review_count": "2",
        "mastery_level": "0.06",
    }


def test_missing_empty_and_null_differ_in_spelling_only() -> None:
    """A missing key is None, an empty value "", null itself; all three mean nothing."""
    note = read("last_reviewed: null\nnext_review:\n")
    assert note.raw_values["last_reviewed"] == "null"
    assert note.raw_values["next_review"] == ""
    assert note.raw_values["review_count"] is None
    assert set(note.values.values()) == {None}
    assert note.metadata == Metadata()


@pytest.mark.parametrize(
    ("spelled", "canonical"),
    [
        ("mastery_level: 0.50", "0.5"),
        ("mastery_level: 1", "1.0"),
        ("mastery_level: '0.25'", "0.25"),
        ("review_count: '7'", "7"),
        ("review_count: 3.0", "3"),
        ("next_review: 2026-3-9", "2026-03-09"),
        ("next_review: 2026/03/09", "2026-03-09"),
        ("next_review: 2026-03-09 10:30:00", "2026-03-09"),
        ("next_review: '2026-03-09T10:30'", "2026-03-09"),
    ],
)
def test_canonical_text_is_one_for_all_spellings(spelled: str, canonical: str) -> None:
    """However a value is spelled, its canonical text is the one that studyapp writes."""
    note = read(spelled + "\n")
    assert note.problems == ()
    assert note.values[spelled.partition(":")[0]] == canonical


@pytest.mark.parametrize(
    "line",
    [
        "next_review: soon",
        "next_review: 2026-13-45",
        "next_review: [2026-01-01]",
        "next_review: 12",
        "review_count: -1",
        "review_count: 1.5",
        "review_count: true",
        "review_count: many",
        "review_count: .inf",
        "mastery_level: 1.2",
        "mastery_level: .nan",
        "difficulty: brutal",
        "tags: {a: 1}",
        "tags: [[a], b]",
    ],
)
def test_an_unreadable_value_is_a_problem_of_its_line(line: str) -> None:
    """The problem names the line and the value; the rest of the note is read."""
    note = read(f"created: '2026-01-01'\n{line}\n")
    (problem,) = note.problems
    assert problem.line == 3
    assert line.partition(": ")[2] in problem.hint
    assert note.metadata.created == date(2026, 1, 1)
    assert [card.question for card in note.cards] == ["Why?"]


def test_a_template_is_no_problem() -> None:
    """A template's placeholder stands for a value to come: read as nothing, said as spelled."""
    note = read("created: {{DATE}}\nnext_review: {{DATE_PLUS_1}}\nreview_count: 0\n")
    assert note.problems == ()
    assert note.metadata == Metadata()
    assert note.values["next_review"] == "{{DATE_PLUS_1}}"


def test_a_doubled_key_is_a_problem() -> None:
    """Two lines of one key are reported; the last counts, as everywhere in YAML."""
    note = read("review_count: 1\nreview_count: 2\n")
    assert [(problem.line, note.metadata.review_count) for problem in note.problems] == [(3, 2)]


def test_broken_yaml_hides_no_card() -> None:
    """A block that is no YAML is one problem at its line; the cards are still there."""
    note = read("created: '2026-01-01\ntags: [a\n")
    (problem,) = note.problems
    assert 2 <= problem.line <= 4
    assert not note.has_block
    assert len(note.cards) == 1


def test_conflict_markers_are_named() -> None:
    """Git's markers in the block are called by their name."""
    note = read("<<<<<<< HEAD\nreview_count: 1\n=======\nreview_count: 2\n>>>>>>> other\n")
    (problem,) = note.problems
    assert "conflict" in problem.message
    assert problem.line == 2
    assert len(note.cards) == 1


@pytest.mark.parametrize("text", ["---\n\nJust a rule above.\n\n---\n", "---\n- a\n- b\n---\n"])
def test_a_note_may_begin_with_a_rule(text: str) -> None:
    """Between two rules that hold no mapping stands body text."""
    note = parse(text.encode(), "rule.md")
    assert (note.has_block, note.body_line, note.problems) == (False, 1, ())


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_newlines_marks_and_trailing_blanks(newline: str, mark: str) -> None:
    """CRLF, CR, a byte-order mark and blanks behind the rules change nothing."""
    text = newline.join(["---  ", "review_count: 4", "---\t", "# T", "", "```py", "x = 1", "```"])
    note = parse((mark + text).encode(), "t.md")
    assert note.metadata.review_count == 4
    assert (note.title, note.body_line, note.snippets[0].line) == ("T", 4, 6)


def test_deep_front_matter_is_refused() -> None:
    """Nesting that would overflow the C stack of PyYAML is a problem, not a crash."""
    note = read("tags: " + "[" * 30_000 + "\n")
    assert "nested too deep" in note.problems[0].message


def test_aliases_that_multiply_are_not_built() -> None:
    """Lists of lists of aliases, which grow without bound, are a problem of their key."""
    lines = ["a0: &a0 [x]"] + [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]" for i in range(1, 60)]
    note = read("\n".join([*lines, "tags: *a59\n"]))
    assert [problem.line for problem in note.problems] == [62]
