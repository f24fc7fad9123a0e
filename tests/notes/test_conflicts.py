"""Git's conflict markers in front matter."""

import pytest

from studyapp.notes import Spliced, Waits, mend, parse

FIRST = "review_count: 1\nmastery_level: 0.35\n"
SECOND = "review_count: 2\nmastery_level: 0.06\n"
BODY = "# T\n\n**Q: Why?**\nA: So.\n"


def conflict(first: str, second: str, base: str = "") -> str:
    middle = f"||||||| base\n{base}" if base else ""
    return f"<<<<<<< HEAD\n{first}{middle}=======\n{second}>>>>>>> other branch\n"


def note(inside: str) -> str:
    return f"---\ncreated: '2026-01-01'\n{inside}tags: [a]\n---\n{BODY}"


def mended(text: str) -> str | Waits:
    answer = mend(text.encode())
    return answer.data.decode() if isinstance(answer, Spliced) else answer


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("base", ["", "review_count: 0\n"])
def test_the_first_side_of_review_values_stays(newline: str, mark: str, base: str) -> None:
    """With or without the common ancestor, whatever the newlines; all else byte for byte."""
    two = conflict("last_reviewed: null\n", "", base) + conflict(FIRST, SECOND, base)
    text = mark + note(two).replace("\n", newline)
    wanted = mark + note("last_reviewed: null\n" + FIRST).replace("\n", newline)
    assert mended(text) == wanted


@pytest.mark.parametrize("base", ["", "review_count: 0\ndifficulty: hard\nmastery_level: 0.0\n"])
def test_a_key_between_the_values_is_the_same_on_both_sides(base: str) -> None:
    """In the usual order difficulty stands among them: git puts it into the conflict too."""
    between = "difficulty: medium\n"
    first, second = (one.replace("\nm", f"\n{between}m") for one in (FIRST, SECOND))
    assert mended(note(conflict(first, second, base))) == note(first)
    other = second.replace("medium", "hard")
    assert isinstance(mended(note(conflict(first, other, base))), Waits)


def test_a_conflict_in_the_body_is_none_of_ours() -> None:
    """Only the markers of the front matter go."""
    body = conflict("ours\n", "theirs\n")
    assert mended(note(conflict(FIRST, SECOND)) + body) == note(FIRST) + body


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        (conflict("tags: [b]\n", "tags: [c]\n"), 3),
        (FIRST + conflict(FIRST + "mine: 1\n", SECOND), 5),
        (conflict(FIRST, SECOND) + conflict("", "mine: 1\n"), 3),
        ("<<<<<<< HEAD\n" + FIRST, 3),
        ("<<<<<<< HEAD\n" + FIRST + ">>>>>>> other\n", 3),
    ],
)
def test_any_other_conflict_waits_and_says_where(inside: str, line: int) -> None:
    """Another key in it, or no end: the person decides."""
    answer = mended(note(inside))
    assert isinstance(answer, Waits)
    assert (answer.line, "conflict" in answer.reason) == (line, True)
    (problem,) = parse(note(inside).encode(), "t.md").problems
    assert (problem.line, problem.hint) == (line, answer.hint)


def test_a_conflict_that_reaches_into_the_body_waits() -> None:
    """The rule inside the first side ends the block before the conflict does."""
    text = f"---\n{conflict(FIRST + '---' + chr(10) + BODY, SECOND + '---' + chr(10) + BODY)}"
    assert isinstance(mended(text), Waits)


def test_a_note_without_a_conflict_is_left_alone() -> None:
    """Byte for byte; one that can't be read keeps its reason."""
    assert mended(note(FIRST)) == note(FIRST)
    assert mended(BODY) == BODY
    assert isinstance(mend(b"\xff"), Waits)
    assert isinstance(mended("---\nreview_count: [\n---\n"), Waits)


def test_a_key_left_twice_is_no_repair() -> None:
    """What git left beside the conflict can make a key stand twice: it reads, and is told."""
    text = mended(note(conflict(FIRST, SECOND) + "review_count: 3\n"))
    assert isinstance(text, str)
    assert "twice" in parse(text.encode(), "t.md").problems[0].message


def test_no_values_stand_in_a_conflict() -> None:
    """Nothing is taken for a value of the note, so nobody is blamed for it."""
    found = parse(note(conflict(FIRST, SECOND)).encode(), "t.md")
    assert found.values == {}
    assert len(found.cards) == 1


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_front_matter_that_one_side_has_taken_back(newline: str) -> None:
    """A conflict around the whole block: the side that has one stays, the body as it is."""
    block = f"---\n{FIRST}---\n"
    for one in (conflict(block, ""), conflict("", block), conflict(block, "", block)):
        text = (one + BODY).replace("\n", newline)
        assert mended(text) == (block + BODY).replace("\n", newline)
        (problem,) = parse(text.encode(), "t.md").problems
        assert "conflict" in problem.message


@pytest.mark.parametrize(
    "side", [f"---\n{FIRST}mine: 1\n---\n", f"---\n{FIRST}---\n# T\n", "---\n"]
)
def test_more_than_values_around_the_block_waits(side: str) -> None:
    """Another key, a title or half a block in such a conflict: the person decides."""
    text = conflict(side, "") + BODY
    assert isinstance(mended(text), Waits)
    assert "conflict" in parse(text.encode(), "t.md").problems[0].message
    assert parse((conflict("# A\n", "# B\n") + BODY).encode(), "t.md").problems == ()


def test_a_note_that_is_no_text_is_left_alone() -> None:
    """Where bytes of the body can't be read, none is put in their place."""
    raw = note(conflict(FIRST, SECOND)).encode() + b"\xff\n"
    answer = mend(raw)
    assert isinstance(answer, Waits)
    assert (answer.reason, answer.line) == ("the file is not UTF-8 text", raw.count(b"\n"))
