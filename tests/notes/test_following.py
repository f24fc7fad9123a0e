"""What a note goes on with after a card."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.notes import Note, parse
from studyapp.notes.following import following

PROBLEM = """\
---
created: '2026-01-05'
---
# Largest gap

## Problem

Given numbers, find the largest gap.

They are not sorted.

Two of them at least.

## Standard answer

Sort, then look at neighbours.

---

## Code

### In Python

```python
# not a heading
def gap(xs): ...
```

### In C++

sort(v.begin(), v.end());

## Questions

**Q: How long does it take?**
A: As long as sorting.

## Related

Nothing yet.
"""

EXPLAINED = """\
# Views

## 1. Idea

No copy.

## 2. Questions

### Q1: What is a view?

Other metadata on the same storage.

#### An example

`x.T`

### Q2: Is `reshape` one?

Where it can be.

## 3. More

Text.
"""


def told(text: str, question: str) -> tuple[str, ...]:
    """What follows the card that asks `question`."""
    note = parse(text.encode(), "note.md")
    return following(card(note, question), note, body(text, note))


def body(text: str, note: Note) -> str:
    """A note's text without its front matter."""
    return "\n".join(text.split("\n")[note.body_line - 1 :])


def card(note: Note, question: str):  # noqa: ANN201  the note's
    """The card that asks `question`."""
    return next(one for one in note.cards if question in one.question)


def test_a_problem_goes_on_with_its_statement_and_its_solution() -> None:
    """First the statement's rest, then each section, headings with what is under them."""
    parts = told(PROBLEM, "Largest gap")
    assert parts[0] == "They are not sorted.\n\nTwo of them at least."
    assert parts[1].startswith("## Code\n\n### In Python")
    assert "# not a heading" in parts[1]
    assert parts[2].startswith("### In C++")
    assert parts[3] == "## Related\n\nNothing yet."
    assert len(parts) == 4, "a section of further questions would give them away"


def test_a_question_is_followed_by_its_own_section_at_most() -> None:
    """After a question nothing is told of the next question, nor of the section after."""
    assert told(PROBLEM, "How long") == ()
    assert told(EXPLAINED, "Is `reshape`") == ()
    assert not any("Q2" in part or "More" in part for part in told(EXPLAINED, "a view"))


def test_what_follows_an_answer_is_told() -> None:
    """What stands between an answer and the next heading of its level belongs to it."""
    text = "# T\n\n## Asked\n\n**Q: Why?**\nA: So.\n\n### Proof\n\nLong.\n\n## Other\n\nNo.\n"
    assert told(text, "Why") == ("### Proof\n\nLong.",)


def test_a_note_that_only_asks_goes_on_with_nothing() -> None:
    """After the last line there is nothing to tell."""
    assert told("# T\n\n**Q: Why?**\nA: So.\n", "Why") == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_any_newline_will_do(newline: str) -> None:
    """Lines are counted as the note's parser counts them."""
    note = parse(PROBLEM.replace("\n", newline).encode(), "note.md")
    assert len(following(card(note, "Largest gap"), note, body(PROBLEM, note))) == 4


BLOCK = st.sampled_from(
    [
        "# One",
        "## Two",
        "### Three",
        "words",
        "---",
        "```\n# code\n```",
        "**Q: What is it?**\nA: That.",
        "### Q1: Why is it so?",
        "> quoted",
        "",
    ]
)


@given(st.lists(BLOCK, max_size=12).map("\n\n".join))
def test_parts_stand_in_the_note_after_the_card(text: str) -> None:
    """Whatever the note is like, each part is text of it, behind the card, in order."""
    note = parse(text.encode(), "note.md")
    for one in note.cards:
        rest = "\n".join(text.split("\n")[one.end_line :])
        at = 0
        for part in following(one, note, body(text, note)):
            if one.context and part in one.context:
                continue
            for line in filter(str.strip, re.split(r"\n+", part)):
                at = rest.index(line, at)
