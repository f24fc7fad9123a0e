"""Which snippets demonstrate a card's answer, best first, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp.demos.rarities import EVEN, Rarity
from studyapp.demos.relevance import Query, ask, coverage, relevance
from studyapp.demos.visibility import BINDS, NEEDS, visibility
from studyapp.notes.snippets import PYTHON

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.notes import Card, Note, Snippet

_NO_CODE = frozenset({"text", "txt", "plain", "plaintext", "output", "console", "mermaid"})

# Fitted on half of the cards checked by hand, held out on the rest: tests/bench/demos_gold.py.
OPEN = 0.25  # shown by itself: of cards without a good demo, none that runs came above 0.2
OFFER = 0.10  # offered folded; below, no pane: a wrong demo is worse than none
CODE = 0.75  # visibility of what is not Python: it can be read, not run

FOREIGN = 0.5  # another note's title and headings must carry this share of the question
MARGIN = 0.8  # and its snippets must win by so much
_MOST = 5  # more than this nobody pages through

_DIFFERENCE = re.compile(
    r"区别|对比|差异|不同|比较|\bvs\b|\bversus\b|differ|compar|distinguish", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Demo:
    """A snippet shown beside a card's answer.

    `note` is its note's path, `line` its opening fence. `source` says where it stands relative to
    the card: "answer", "section", "note", "linked" or "library". `score` is relevance times
    visibility, from 0 to 1; `opens` whether it is shown by itself. A snippet that is not runnable
    is shown as code.
    """

    note: str
    line: int
    source: str
    score: float
    opens: bool
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class _Scored:
    demo: Demo
    visibility: float


def choose(
    card: Card, note: Note, *, others: Sequence[Note] = (), rarity: Rarity | None = None
) -> tuple[Demo, ...]:
    """The demos of `card`, which stands in `note`, best first; empty where none is telling.

    `others` are further notes whose snippets may win; `rarity` weighs words over the library.
    """
    query = ask(card, note, rarity or EVEN)
    if rarity:
        near = rarity.near(query.question, FOREIGN)
        others = [other for other in others if other.path in near]
    scored = [*_own(card, note, query), *_foreign(note, others, query)]
    ranked = sorted(
        (one for one in scored if one.demo.score >= OFFER),
        key=lambda one: (-one.demo.score, len(one.demo.snippet.code)),
    )
    # What can't run is worth a look beside what can, never instead of it.
    if ranked and ranked[0].visibility <= NEEDS:
        ranked = [one for one in ranked if one.visibility > NEEDS]
    opening = 2 if _DIFFERENCE.search(card.question) else 1
    return tuple(
        replace(one.demo, opens=place < opening and _may_open(one))
        for place, one in enumerate(ranked[:_MOST])
    )


def nearby(card: Card, note: Note, rarity: Rarity) -> frozenset[str]:
    """The paths of the notes whose topics are those of `card`; only their snippets may win."""
    return rarity.near(ask(card, note, rarity).question, FOREIGN)


def _own(card: Card, note: Note, query: Query) -> Iterator[_Scored]:
    for index, snippet in enumerate(note.snippets):
        source = _source(card, snippet)
        seen = visibility(snippet, note.snippets[:index])
        if not seen and source != "answer":  # the answer shows its own code
            seen = _readability(snippet)
        if seen:
            score = seen * relevance(query, snippet, in_answer=source == "answer")
            yield _Scored(_folded(note, snippet, source, score), seen)


def _foreign(note: Note, others: Sequence[Note], query: Query) -> Iterator[_Scored]:
    linked = {link.target.rpartition("/")[2] for link in note.links}
    for other in others:
        if other.path == note.path:
            continue
        source = "linked" if other.path.rpartition("/")[2] in linked else "library"
        for index, snippet in enumerate(other.snippets):
            if not snippet.runnable:
                continue
            if coverage(query, "\n".join((other.title, *snippet.trail))) < FOREIGN:
                continue
            seen = visibility(snippet, other.snippets[:index])
            if seen >= BINDS:
                score = MARGIN * seen * relevance(query, snippet)
                yield _Scored(_folded(other, snippet, source, score), seen)


def _folded(note: Note, snippet: Snippet, source: str, score: float) -> Demo:
    return Demo(note.path, snippet.line, source, score, opens=False, snippet=snippet)


def _source(card: Card, snippet: Snippet) -> str:
    if card.line <= snippet.line <= card.end_line:
        return "answer"
    own = card.trail[-1:] or (card.question,)
    return "section" if own[0] in snippet.trail else "note"


def _readability(snippet: Snippet) -> float:
    """How much a fence that can't run is worth reading: code is, a drawing or output is none."""
    if snippet.language in PYTHON:
        return NEEDS if snippet.language else 0.0
    return 0.0 if snippet.language in _NO_CODE else CODE


def _may_open(one: _Scored) -> bool:
    """Whether a demo is good enough to be shown unasked.

    What only defines is a guess before it has run: it opens only if the answer itself holds it.
    """
    shows = one.visibility >= BINDS or one.visibility == CODE or one.demo.source == "answer"
    return shows and one.demo.score >= OPEN
