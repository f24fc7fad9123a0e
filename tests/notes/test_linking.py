"""A link spliced into an outline."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.notes import Spliced, Waits
from studyapp.notes.linking import link_question
from studyapp.notes.listed import Question
from studyapp.notes.naming import file_name
from studyapp.notes.outlines import parse_outline


def linked(text: str, target: str = "../notes/a.md", which: int = 0) -> str:
    done = link_question(text.encode(), questions(text)[which], target)
    assert isinstance(done, Spliced), done
    return done.data.decode()


def questions(text: str) -> list[Question]:
    return [*parse_outline(text.encode(), "").questions()]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- [LRU]() - 中等\n", "- [LRU](../notes/a.md) - 中等\n"),
        ("- a\n  + x[0] `y]`\n", None),
        ("1. ⭐️ **Why?** (2)\r\n", "1. ⭐️ [**Why?** (2)](../notes/a.md)\r\n"),
        ("\ufeff- [ ] Why `[`?\n", "\ufeff- [ ] [Why `\\[`?](../notes/a.md)\n"),
        ("- [Old](gone.md)\n", "- [Old](../notes/a.md)\n"),
        ("- **Why?**\n", "- **[Why?](../notes/a.md)**\n"),
        ("# T\n\n## [A]()\n\n- b\n", "# T\n\n## [A](../notes/a.md)\n\n- b\n"),
    ],
)
def test_a_question_becomes_a_link_where_it_stands(before: str, after: str | None) -> None:
    """Its decoration, label and newline stay."""
    if after:
        assert linked(before) == after
    else:
        assert linked(before).count("](") == 1


@pytest.mark.parametrize(
    "target",
    ["../n/a b.md", "../n/f(x).md", "n/(.md", "n/`a`：什么？.md", "n/100%25.md", "n/x#1.md"],
)
def test_any_file_can_be_linked_to(target: str) -> None:
    """The target that is read back is the path, whatever its name."""
    assert questions(linked("- a\n- b\n", target, 1))[1].target == target


def test_what_was_changed_or_links_elsewhere_waits() -> None:
    """A question that is no longer on its line is not guessed at."""
    (asked,) = questions("- Why?\n")
    assert isinstance(link_question(b"- What?\n", asked, "a.md"), Waits)
    web = "- [Why?](https://example.org)\n"
    assert isinstance(link_question(web.encode(), questions(web)[0], "a.md"), Waits)
    assert isinstance(link_question(b"- Why?\n- \xff\n", asked, "a.md"), Waits)


CHARACTERS = st.characters(codec="utf-8", exclude_characters="\n\r\0")
LINES = st.lists(st.text(CHARACTERS, min_size=1), min_size=1)


@settings(max_examples=50)
@given(LINES, st.data())
def test_a_splice_changes_one_question_and_not_another_byte(
    lines: list[str], data: st.DataObject
) -> None:
    """Whatever the outline: all other lines stay, and the new one has the target."""
    text = "".join(f"- {line}\n" for line in lines)
    found = questions(text)
    if not found:
        return
    one = data.draw(st.sampled_from(found))
    target = f"../notes/{file_name(one.text)}"
    done = link_question(text.encode(), one, target)
    if isinstance(done, Waits):
        return
    before, after = text.split("\n"), done.data.decode().split("\n")
    changed = [
        number
        for number, pair in enumerate(zip(before, after, strict=True), 1)
        if pair[0] != pair[1]
    ]
    assert changed in ([one.line], [])
    assert [q.target for q in questions(done.data.decode()) if q.line == one.line] == [target]
