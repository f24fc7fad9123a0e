"""Cards known again: which reworded or moved card a history without a card belongs to.

A pair of a lost and a fresh card scores 0-2: the likeness of the questions plus that of the
answers. Pairs are taken one to one, the best first; what is certain within a note goes before
what is certain across notes, and that before any doubt. `tests/bench/identity.py` measures the
bounds.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.library.pairing import Bounds, Fresh, Match, beside, elsewhere, pairs, scale

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from studyapp.schedule.events import CardSeen

WITHIN = Bounds(sure=1.0, ask=0.6)
"""Of 2,600 wrong pairs in a note 99 % scored below 0.9 (a neighbour that differs in a word) and
99.9 % below 1.02; of 1,100 right ones 99 % scored 0.99 or more, all 0.65 or more."""
ACROSS = Bounds(sure=1.2, ask=1.0)
"""Of 149,000 wrong pairs across notes none scored above 1.04, of 480 right ones none below 1.47;
a library of ten thousand cards holds many more that are alike by chance."""
MARGIN = 0.15
"""Where another pair comes so close, the person is asked."""
MISSING = 1 / 5
"""With a larger share of the known cards gone, another branch is checked out."""


def matches(
    lost: Sequence[CardSeen],
    fresh: Iterable[Fresh],
    known: int,
    refused: Collection[tuple[str, str]] = (),
) -> list[Match]:
    """Match the `lost` of the `known` cards that have a history to `fresh` ones, one to one.

    `refused` are the (old, new) ids of pairs that the person took apart.
    """
    weigh = scale(refused)
    fresh = list(fresh)
    here = pairs(lost, beside(fresh), WITHIN, weigh)
    found = _certain(here)
    taken = _ids(found)
    left = [old for old in lost if old.card not in taken]
    free = [new for new in fresh if new.card.id not in taken]
    there = pairs(left, elsewhere(free, len(left)), ACROSS, weigh)
    if not _another_branch(left, known):
        found += _certain(there)
    taken = _ids(found)
    doubts = [pair for pair in (*here, *there) if taken.isdisjoint(_ids([pair]))]
    return [*found, *(replace(pair, sure=False) for pair in _one_to_one(doubts))]


def _another_branch(left: Sequence[CardSeen], known: int) -> bool:
    """Whether so much is gone, and not with one note alone, that its cards did not just move."""
    return len(left) > MISSING * known and len({old.note for old in left}) > 1


def _certain(pairs: Sequence[Match]) -> list[Match]:
    return [pair for pair in _one_to_one(pairs) if pair.sure]


def _one_to_one(pairs: Iterable[Match]) -> Iterator[Match]:
    """The best pairs, each card once; one with a close rival is not sure."""
    ranked = sorted(pairs, key=lambda pair: (-pair.score, pair.old.card, pair.new.id))
    rivals: defaultdict[str, list[Match]] = defaultdict(list)
    for pair in ranked:
        rivals[pair.old.card].append(pair)
        rivals[pair.new.id].append(pair)
    taken: set[str] = set()
    for best in ranked:
        if taken.isdisjoint(_ids([best])):
            others = [*rivals[best.old.card], *rivals[best.new.id]]
            close = any(
                best.score - other.score < MARGIN
                for other in others
                if other is not best and taken.isdisjoint(_ids([other]))
            )
            yield replace(best, sure=best.sure and not close)
            taken |= _ids([best])


def _ids(pairs: Iterable[Match]) -> set[str]:
    return {id_ for pair in pairs for id_ in (pair.old.card, pair.new.id)}
