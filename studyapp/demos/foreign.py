"""The snippets of other notes as demos of a card: the library's, and the bundled decks'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.demos.demo import Candidate, candidate
from studyapp.demos.own import NO_CODE
from studyapp.demos.relevance import Query, coverage, relevance
from studyapp.demos.visibility import SHOWCASE, visibility
from studyapp.notes.snippets import PYTHON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.notes import Note, Snippet

SHARE = 0.5  # another note's title and heading must carry this share of the question
MARGIN = 0.8  # and its snippets must win by so much


def foreign(note: Note, others: Iterable[Note], query: Query) -> Iterator[Candidate]:
    """The snippets of the library's other notes that are about the question, linked or not."""
    linked = {link.target.rpartition("/")[2] for link in note.links}
    for other in others:
        if other.path != note.path:
            source = "linked" if other.path.rpartition("/")[2] in linked else "library"
            yield from _of(other, source, query)


def bundled(decks: Iterable[Note], query: Query) -> Iterator[Candidate]:
    """The snippets of the bundled decks that are about the question."""
    for note in decks:
        yield from _of(note, "decks", query)


def may_borrow(note: Note) -> bool:
    """Whether Python from elsewhere has to do with `note`: one about C++ is not answered in it."""
    languages = {one.language for one in note.snippets} - NO_CODE - {""}
    return not languages or bool(languages & PYTHON)


def _of(other: Note, source: str, query: Query) -> Iterator[Candidate]:
    for index, snippet in enumerate(other.snippets):
        if snippet.runnable and _is_on_topic(query, other, snippet):
            seen = visibility(snippet, other.snippets[:index])
            if seen >= SHOWCASE:
                yield candidate(other, snippet, source, MARGIN * relevance(query, snippet), seen)


def _is_on_topic(query: Query, other: Note, snippet: Snippet) -> bool:
    """Whether the question is about the note's title, and about the fence's headings, too."""
    trail = "\n".join(snippet.trail)
    if not coverage(query, other.title) or (trail and not coverage(query, trail)):
        return False
    return coverage(query, f"{other.title}\n{trail}") >= SHARE
