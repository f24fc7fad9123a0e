"""Why a note yields what it yields, and what a person may want to mend in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.notes.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.note import Note

LONGEST_ANSWER = 1500  # characters; more is no answer but a chapter

_FORMS = {
    "anki": "a note for Anki between START and END",
    "bold": "a question in bold, then its answer",
    "cloze": "a passage with words to recall",
    "details": "a question that unfolds its answer",
    "heading": "a heading that asks, then its section",
    "lead": "no question in the note: its title and first words",
    "list": "a list item that asks, then its answer",
    "obsidian": "a question and its answer as Obsidian's spaced repetition parts them",
    "plain": "lines that begin with Q: and A:",
    "table": "a row of a table of questions and answers",
    "tagged": "a line tagged #card, then what stands below it",
    "title": "the title, or a topic, with an answer to say aloud",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """What was seen at the 1-based `line` (0: the whole note), why it is a card or none."""

    line: int
    seen: str
    why: str
    is_card: bool


def explain(note: Note) -> tuple[Reason, ...]:
    """For each question of `note`, and what looked like one, why it is a card or none."""
    reasons = [
        Reason(card.line, card.question, _FORMS[card.form], is_card=True) for card in note.cards
    ]
    reasons += (Reason(one.line, one.seen, one.why, is_card=False) for one in note.skipped)
    if not reasons:
        why = "nothing in it is marked as a question"
        reasons.append(Reason(0, note.title, why, is_card=False))
    return tuple(sorted(reasons, key=lambda reason: reason.line))


def check(note: Note) -> tuple[Problem, ...]:
    """What to mend in `note`: unreadable metadata, questions asked twice, endless answers."""
    return (*note.problems, *_twins(note), *_chapters(note))


def _twins(note: Note) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for card in note.cards:
        if card.id in first:
            message = f"it asks what line {first[card.id]} asks: {card.question}"
            yield Problem(note.path, card.line, message, "reword one of the two, or remove it")
        first.setdefault(card.id, card.line)


def _chapters(note: Note) -> Iterator[Problem]:
    for card in note.cards:
        if len(card.answer) > LONGEST_ANSWER:
            message = f"the answer has {len(card.answer)} characters: {card.question}"
            yield Problem(note.path, card.line, message, "split it into several questions")
