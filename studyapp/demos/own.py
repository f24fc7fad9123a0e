"""The snippets of a card's own note as its demos."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.demos.demo import Candidate, candidate
from studyapp.demos.relevance import Query, relevance
from studyapp.demos.visibility import NEEDS, visibility
from studyapp.notes.snippets import PYTHON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes import Card, Note, Snippet

TAKEN = 0.5  # a fence in another question's answer was put there for that one
CODE = 0.75  # visibility of what is not Python: it can be read, not run

NO_CODE = frozenset({"text", "txt", "plain", "plaintext", "output", "console", "mermaid"})
"""What fences are labelled with that hold no code."""


def own(card: Card, note: Note, query: Query) -> Iterator[Candidate]:
    """Every snippet of the card's note that can be run or read."""
    for index, snippet in enumerate(note.snippets):
        source = _source(card, snippet)
        seen = visibility(snippet, note.snippets[:index])
        if not seen and source != "answer":  # the answer shows its own code
            seen = _readability(snippet)
        if seen:
            about = relevance(query, snippet, in_answer=source == "answer")
            if source != "answer" and any(_answers(one, snippet) for one in note.cards):
                about *= TAKEN
            yield candidate(note, snippet, source, about, seen)


def _source(card: Card, snippet: Snippet) -> str:
    if _answers(card, snippet):
        return "answer"
    heading = card.trail[-1:] or (card.question,)
    return "section" if heading[0] in snippet.trail else "note"


def _answers(card: Card, snippet: Snippet) -> bool:
    return card.line <= snippet.line <= card.end_line


def _readability(snippet: Snippet) -> float:
    """How much a fence that can't run is worth reading: code is, a drawing or output is none."""
    if snippet.language in PYTHON:
        return NEEDS if snippet.language else 0.0
    return 0.0 if snippet.language in NO_CODE else CODE
