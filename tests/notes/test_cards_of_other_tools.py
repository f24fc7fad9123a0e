"""Cards in the syntaxes of hashcards and of Obsidian's spaced repetition."""

from datetime import date
from pathlib import Path

import pytest

from studyapp.notes import Card, History, Syntax, Waits, parse, splice

PEERS = Path(__file__).parents[2] / "../shared/peers"

DECK = """+++
name = "Attention"
+++

Q: What does a head see?
A: A projection.
Q: What is the scale
of the scores?
A:
1. The root of the
2. key's size.
C: A [query] meets a [key], `x[0]` and [this](https://example.org) stay.

---

Q: Are [brackets] in questions gaps?
A: No, nor in [answers].
"""


def cards(text: str, syntax: Syntax | None = None) -> tuple[Card, ...]:
    return parse(text.encode(), "d/t.md", syntax or Syntax(leads=False)).cards


def test_a_deck_of_hashcards() -> None:
    """Questions and gaps follow each other without blank lines; each gap is a card."""
    note = parse(DECK.encode(), "d/t.md")
    assert note.title == "Attention"
    assert [(card.form, card.line, card.end_line, card.question) for card in note.cards] == [
        ("plain", 5, 6, "What does a head see?"),
        ("plain", 7, 11, "What is the scale\nof the scores?"),
        ("cloze", 12, 12, "A […] meets a key, `x[0]` and [this](https://example.org) stay."),
        ("cloze", 12, 12, "A query meets a […], `x[0]` and [this](https://example.org) stay."),
        ("plain", 16, 17, "Are [brackets] in questions gaps?"),
    ]
    assert [card.answer for card in note.cards[1:4]] == [
        "1. The root of the\n2. key's size.",
        "query",
        "key",
    ]


def test_a_deck_of_hashcards_waits() -> None:
    """A block of YAML before its TOML would break it for its own tool."""
    waiting = splice(DECK.encode(), {"review_count": 1})
    assert isinstance(waiting, Waits)
    assert waiting.line == 1


STATES = """#flashcards/torch

## Review
What shares
storage?
?
- A view.
```python
x.view(-1)

y = x
```
<!--SR:!2026-01-09,4,270-->

Not of it.

Is a clone shared?
??
No.
<!--SR:!2026-02-01,12,250!2026-03-01,30,290-->

leaf:::no `grad_fn`

- in place :: changes its input <!--SR:!2026-05-05,40,230-->

A ==stride== counts ==elements==, `a == b` compares.
<!--SR:!2026-06-06,7,210-->
"""


def test_a_note_of_obsidian() -> None:
    """Cards end at a blank line outside of code; states go to the cards above them, in order."""
    found = cards(STATES)
    seen = [(card.question, card.line, card.end_line, card.history) for card in found]
    assert seen == [
        ("What shares\nstorage?", 4, 12, History(date(2026, 1, 9), 4, 270)),
        ("Is a clone shared?", 17, 19, History(date(2026, 2, 1), 12, 250)),
        ("No.", 17, 19, History(date(2026, 3, 1), 30, 290)),
        ("leaf", 22, 22, None),
        ("no `grad_fn`", 22, 22, None),
        ("in place", 24, 24, History(date(2026, 5, 5), 40, 230)),
        ("A […] counts elements, `a == b` compares.", 26, 26, History(date(2026, 6, 6), 7, 210)),
        ("A stride counts […], `a == b` compares.", 26, 26, None),
    ]
    assert found[0].answer == "- A view.\n```python\nx.view(-1)\n\ny = x\n```"
    assert found[4].answer == "leaf"


@pytest.mark.parametrize(
    ("passage", "question"),
    [
        ("#flashcards/x A ==stride== is an int.", "A […] is an int."),
        ("- A ==stride== is an int.", "A […] is an int."),
        ("> A ==stride== is an int.", "A […] is an int."),
        ("- A ==stride== is\n- an int.", "- A […] is\n- an int."),
    ],
)
def test_a_passage_is_shown_without_what_is_no_part_of_it(passage: str, question: str) -> None:
    """Tags never show; the mark of an item or a quote shows where there are several lines."""
    (card,) = cards(f"#flashcards\n\n{passage}\n")
    assert (card.question, card.answer, card.form) == (question, "stride", "cloze")


def test_the_separators_are_the_persons_own() -> None:
    """Whoever set other marks in the plugin sets them here."""
    text = "#flashcards\n\nWhy@@So.\n\nHow?\n&\nThus.\n\nNot::this\n"
    found = cards(text, Syntax(leads=False, inline="@@", below="&"))
    assert [(card.question, card.answer) for card in found] == [("Why", "So."), ("How?", "Thus.")]


def test_a_state_in_the_front_matter_is_that_of_all_cards() -> None:
    """Unless a card has its own."""
    front = "---\nsr-due: 2026-07-08\nsr-interval: 9\nsr-ease: 260\n---\n"
    one, two = cards(f"{front}Why?\n?\nSo.\n<!--SR:!2026-01-09,4,270-->\n\nHow?\n?\nThus.\n")
    assert one.history == History(date(2026, 1, 9), 4, 270)
    assert two.history == History(date(2026, 7, 8), 9, 260)


@pytest.mark.parametrize("state", ["!2026-13-40,4,270", "!tomorrow", "!", "!2026-01-09,4"])
def test_a_state_that_can_not_be_read_is_none(state: str) -> None:
    """The card stays, without a history."""
    (card,) = cards(f"Why?\n?\nSo.\n<!--SR:{state}-->\n")
    assert (card.answer, card.history) == ("So.", None)


TAGGED = """- Recall
\t- What differs? #q1 #card
\t  card-last-interval:: 4
\t\t- The {{cloze average}}.
\t- 1. A token [[card]]
\t\t- First.
- Free

What is a city? #card
Paris.

## Rivers #flashcard

The Seine.

## Else

Not #card here.

#card
"""


def test_lines_tagged_as_cards() -> None:
    """Items are answered by what is nested, headings by their section, lines up to a blank one."""
    assert [(card.question, card.answer, card.line, card.end_line) for card in cards(TAGGED)] == [
        ("What differs?", "- The average.", 2, 4),
        ("A token", "- First.", 5, 6),
        ("What is a city?", "Paris.", 9, 10),
        ("Rivers", "The Seine.", 12, 14),
    ]


@pytest.mark.skipif(not PEERS.is_dir(), reason="the notes of others are not here")
@pytest.mark.parametrize(
    ("folder", "count"),
    [
        ("devinterview-pytorch", 15),
        ("hashcards-zh", 98),
        ("km1994-llms", 0),
        ("mlquestions", 62),
        ("obsidian-sr", 75),
    ],
)
def test_notes_of_others(folder: str, count: int) -> None:
    """Five bases give the cards counted by eye; the list without answers gives none."""
    paths = sorted((PEERS / folder).glob("*.md"))
    notes = [parse(path.read_bytes(), path.name) for path in paths]
    assert sum(len(note.cards) for note in notes) == count
    histories = [card.history for note in notes for card in note.cards if card.history]
    assert len(histories) == (44 if folder == "obsidian-sr" else 0)
