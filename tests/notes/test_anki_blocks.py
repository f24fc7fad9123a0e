"""Notes for Anki between START and END, as Obsidian_to_Anki keeps them."""

import pytest

from studyapp.notes import Note, Waits, explain, parse, splice

BLOCKS = """# Memory

TARGET DECK: systems

START
Basic
What does a page table hold?
Back: A frame for each page.

- and its rights
```c
END
```
Tags: os paging
<!--ID: 1700000000001-->
END

Prose between them.

START
Basic (and reversed card)
Front: TLB
Back: The cache of the page table
ID: 1700000000002
END

START
Cloze
A fault on a {{c1::clean}} page reads, on a {{c2::dirty::state}} one, {{c1::ours}} `{{c3::x}}`.
Extra: Seen in `vmstat`.
DELETE
ID: 17
END

STARTI [Basic] Who walks it? Back: The MMU. Tags: os <!--ID: 1700000000003--> ENDI
- STARTI [Cloze] A page has {c1:4096} bytes. ENDI

START
Duell
Which is larger?
Answer: The second.
END
"""


def note(text: str) -> Note:
    return parse(text.encode(), "d/t.md")


def test_blocks_and_lines_are_cards() -> None:
    """Types Basic, reversed, Cloze and others; tags and IDs are no part of question or answer."""
    cards = note(BLOCKS).cards
    assert [
        (card.form, card.line, card.end_line, card.question, card.answer) for card in cards
    ] == [
        (
            "anki",
            7,
            13,
            "What does a page table hold?",
            "A frame for each page.\n\n- and its rights\n```c\nEND\n```",
        ),
        ("anki", 22, 23, "TLB", "The cache of the page table"),
        ("anki", 22, 23, "The cache of the page table", "TLB"),
        (
            "cloze",
            29,
            30,
            "A fault on a […] page reads, on a dirty one, […] `{{c3::x}}`.",
            "clean; ours\n\nSeen in `vmstat`.",
        ),
        (
            "cloze",
            29,
            30,
            "A fault on a clean page reads, on a [state] one, ours `{{c3::x}}`.",
            "dirty\n\nSeen in `vmstat`.",
        ),
        ("anki", 35, 35, "Who walks it?", "The MMU."),
        ("cloze", 36, 36, "A page has […] bytes.", "4096"),
        ("anki", 40, 41, "Which is larger?", "The second."),
    ]


@pytest.mark.parametrize(
    ("block", "line", "why"),
    [
        ("START\nBasic\nWhy?\nBack: So.\n", 3, "no `END`"),
        ("START\nBasic\nWhy?\nBack: So.\n\nSTART\nBasic\nHow?\nEND\n", 3, "no `END`"),
        ("START\nMap\nRiver: Rhine\nEND\n", 3, "`Back:`"),
        ("START\nCloze\nNothing is hidden.\nEND\n", 3, "without a gap"),
        ("Say STARTI [Basic] Why? Back: So.\nENDI\n", 3, "no `ENDI`"),
    ],
)
def test_what_was_meant_as_a_card_is_to_be_mended(block: str, line: int, why: str) -> None:
    """It is a problem with its line and a hint, and nothing there is a card."""
    read = note(f"# T\n\n{block}\n{'Enough words for a lead. ' * 4}\n")
    assert not read.cards
    problem = read.problems[0]
    assert (problem.line, problem.path) == (line, "d/t.md")
    assert why in problem.message
    assert problem.hint
    assert not any(reason.is_card for reason in explain(read))


@pytest.mark.parametrize(
    "text",
    [
        "```\nSTART\nBasic\nWhy?\nBack: So.\nEND\n```\n",
        "    START\n    Basic\n",
        "Write `STARTI [Basic] Why? Back: So. ENDI`.\n",
        "<!--\nSTART\nBasic\nWhy?\nBack: So.\nEND\n-->\n",
        "START\n\nThe END is near.\n",
        "DELETE\n<!--ID: 17-->\n",
        "START\nBasic\n\nBack: So.\nEND\n",
    ],
)
def test_code_and_talk_of_blocks_are_none(text: str) -> None:
    """Fences, code spans, comments, a plain word, what is deleted, an empty question."""
    read = note(f"# T\n\n{text}")
    assert (read.cards, read.problems) == ((), ())


def test_the_first_grade_leaves_the_blocks_alone() -> None:
    """Front matter is put before them, and every card keeps its id."""
    written = splice(BLOCKS.encode(), {"review_count": 1})
    assert not isinstance(written, Waits)
    assert written.data.endswith(f"\n{BLOCKS}".encode())
    ids = [card.id for card in note(written.data.decode()).cards]
    assert ids == [card.id for card in note(BLOCKS).cards]


def test_a_line_of_openings_is_one_problem() -> None:
    """Thousands that nothing closes cost no more than their line, and are told of once."""
    note = parse(f"# T\n\n{'STARTI [Basic] ' * 8000}\n".encode(), "a.md")
    [problem] = note.problems
    assert (problem.line, note.cards) == (3, ())
