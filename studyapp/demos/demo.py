"""A snippet beside a card, and how well it does there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyapp.notes import Note, Snippet


@dataclass(frozen=True, slots=True)
class Demo:
    """A snippet shown beside a card's answer.

    `note` is its note's path, `line` its opening fence. `source` says where it stands relative to
    the card: "answer", "section", "note", "linked", "library", "decks" for the notes that came
    with the program, or "torch" for the documentation of the torch that is installed. `score` is
    relevance times visibility, from 0 to 1; `opens` whether it is shown by itself. A snippet that
    is not runnable is shown as code, and never by itself.
    """

    note: str
    line: int
    source: str
    score: float
    opens: bool
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Candidate:
    """A demo that is not yet chosen, and how much a run of it would show."""

    demo: Demo
    visibility: float


def candidate(
    note: Note, snippet: Snippet, source: str, relevance: float, visibility: float
) -> Candidate:
    """The snippet of `note` as a demo, folded."""
    score = relevance * visibility
    demo = Demo(note.path, snippet.line, source, score, opens=False, snippet=snippet)
    return Candidate(demo, visibility)
