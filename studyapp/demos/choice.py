"""Which snippets demonstrate a card's answer, best first, or none."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.demos.foreign import SHARE, bundled, foreign, may_borrow
from studyapp.demos.own import own
from studyapp.demos.rarities import EVEN, Rarity
from studyapp.demos.relevance import ask
from studyapp.demos.visibility import BINDS, NEEDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from studyapp.demos.demo import Candidate, Demo
    from studyapp.notes import Card, Note

# Fitted on cards checked by hand, each note left out once: tests/bench/demos_gold.py.
OPEN = 0.26  # shown by itself: from 0.16 to 0.30 the same demos are right
OFFER = 0.10  # offered folded; below, no pane: a wrong demo is worse than none
BOTH = 0.8  # the other side of a difference is as telling as the first, or it stays folded
_MOST = 5  # more than this nobody pages through

_DIFFERENCE = re.compile(
    r"区别|对比|差异|异同|(?:什么|何|哪些)不同|\bvs\b|\bversus\b"
    r"|\bdiffer(?:s|ences?)?\b|\bcompare|\bdistinguish",
    re.IGNORECASE,
)


def choose(
    card: Card,
    note: Note,
    *,
    others: Sequence[Note] = (),
    decks: Sequence[Note] = (),
    rarity: Rarity | None = None,
) -> tuple[Demo, ...]:
    """The demos of `card`, which stands in `note`, best first; empty where none is telling.

    `others` are further notes of the library and `decks` the bundled ones, whose snippets may win,
    the latter only where the library has none that opens; `rarity` weighs words over the library.
    """
    query = ask(card, note, rarity or EVEN)
    if rarity:
        near = rarity.near(query.question, SHARE)
        others = [other for other in others if other.path in near]
    borrows = may_borrow(note)
    found = [*own(card, note, query), *(foreign(note, others, query) if borrows else ())]
    ranked = _ranked(found)
    if borrows and not any(map(_may_open, ranked)):
        ranked = _ranked([*found, *bundled(decks, query)])
    return tuple(_opened(card, ranked[:_MOST]))


def nearby(card: Card, note: Note, rarity: Rarity) -> frozenset[str]:
    """The paths of the notes whose topics are those of `card`; only their snippets may win."""
    return rarity.near(ask(card, note, rarity).question, SHARE)


def _ranked(found: Iterable[Candidate]) -> list[Candidate]:
    """What is telling enough to be offered, best first."""
    ranked = sorted(
        (one for one in found if one.demo.score >= OFFER),
        key=lambda one: (-one.demo.score, len(one.demo.snippet.code)),
    )
    # What can't run is worth a look beside what can, never instead of it.
    if ranked and ranked[0].visibility <= NEEDS:
        ranked = [one for one in ranked if one.visibility > NEEDS]
    return ranked


def _opened(card: Card, ranked: Sequence[Candidate]) -> Iterator[Demo]:
    """The demos, the first of them open, of a question of difference perhaps the second, too."""
    for place, one in enumerate(ranked):
        pair = place == 1 and _DIFFERENCE.search(card.question)
        close = one.demo.score >= BOTH * ranked[0].demo.score
        yield replace(one.demo, opens=_may_open(one) and (not place or bool(pair and close)))


def _may_open(one: Candidate) -> bool:
    """Whether a demo is good enough to be shown unasked.

    What only defines is a guess before it has run: it opens only if the answer itself holds it.
    What can't run demonstrates nothing: it waits folded.
    """
    shows = one.visibility >= BINDS or one.demo.source == "answer"
    return one.demo.snippet.runnable and shows and one.demo.score >= OPEN
