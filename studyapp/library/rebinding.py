"""Cards known again: which reworded or moved card a history without a card belongs to.

A pair of a lost and a fresh card scores 0-2: the likeness of the questions plus that of the
answers. Pairs are taken one to one, the best first; what is certain within a note goes before
what is certain across notes, and that before any doubt. `tests/bench/identity.py` measures the
bounds.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from studyapp.library.likeness import answer_likeness, present, question_likeness, remembered
from studyapp.notes import card_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from studyapp.notes import Card
    from studyapp.schedule.events import CardSeen


class Bounds(NamedTuple):
    """The least scores that are certain, and worth a question."""

    sure: float
    ask: float


WITHIN = Bounds(sure=1.0, ask=0.6)
"""Of 2,600 wrong pairs in a note 99 % scored below 0.9 (a neighbour that differs in a word) and
99.9 % below 1.02; of 1,100 right ones 99 % scored 0.99 or more, all 0.65 or more."""
ACROSS = Bounds(sure=1.2, ask=1.0)
"""Of 149,000 wrong pairs across notes none scored above 1.04, of 480 right ones none below 1.47;
a library of ten thousand cards holds many more that are alike by chance."""
ANSWERED = 0.35
"""A certain match needs so much of the answer: of wrong pairs 99 % have at most 0.4, and `push?`
and `pop?` differ in a letter or two."""
MARGIN = 0.15
"""Where another pair comes so close, the person is asked."""
MISSING = 1 / 5
"""With a larger share of the known cards gone, another branch is checked out."""
COMPARED = 100
"""So many pairs across notes are compared in full, at 0.4 ms each, shared by the lost cards."""
SHORTLISTS = range(3, 13)
"""So many of the most similar questions elsewhere each lost card gets."""
UNLIKE = 30
"""Questions elsewhere below this (of 100, by edits) are not compared at all."""


class Fresh(NamedTuple):
    """A card of which the journal knows nothing, and its note's title."""

    card: Card
    title: str


Choose: TypeAlias = "Callable[[CardSeen], Iterable[Fresh]]"
Weigh: TypeAlias = "Callable[[CardSeen, Fresh], tuple[float, float]]"


@dataclass(frozen=True, slots=True)
class Match:
    """A remembered card and the one that it seems to have become; if not `sure`, ask."""

    old: CardSeen
    new: Card
    score: float
    sure: bool


def matches(
    lost: Sequence[CardSeen],
    fresh: Iterable[Fresh],
    known: int,
    refused: Collection[tuple[str, str]] = (),
) -> list[Match]:
    """Match the `lost` of the `known` cards that have a history to `fresh` ones, one to one.

    `refused` are the (old, new) ids of pairs that the person took apart.
    """
    weigh = _scale(refused)
    fresh = list(fresh)
    here = _pairs(lost, _beside(fresh), WITHIN, weigh)
    found = _certain(here)
    taken = _ids(found)
    left = [old for old in lost if old.card not in taken]
    free = [new for new in fresh if new.card.id not in taken]
    there = _pairs(left, _elsewhere(free, len(left)), ACROSS, weigh)
    if not _another_branch(left, known):
        found += _certain(there)
    taken = _ids(found)
    doubts = [pair for pair in (*here, *there) if taken.isdisjoint(_ids([pair]))]
    return [*found, *(replace(pair, sure=False) for pair in _one_to_one(doubts))]


def _another_branch(left: Sequence[CardSeen], known: int) -> bool:
    """Whether so much is gone, and not with one note alone, that its cards did not just move."""
    return len(left) > MISSING * known and len({old.note for old in left}) > 1


def _beside(fresh: Iterable[Fresh]) -> Choose:
    """The fresh cards of the same note: at its path or, if it was renamed, under its title."""
    by_path: defaultdict[str, dict[str, Fresh]] = defaultdict(dict)
    by_title: defaultdict[str, dict[str, Fresh]] = defaultdict(dict)
    for new in fresh:
        by_path[new.card.note][new.card.id] = by_title[new.title][new.card.id] = new
    return lambda old: {**by_path[old.note], **by_title[old.title]}.values()


def _elsewhere(fresh: Sequence[Fresh], lost: int) -> Choose:
    """The fresh cards whose questions are the most similar."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  60 ms that only an edited library needs

    questions = [new.card.question for new in fresh]
    limit = min(max(SHORTLISTS[0], COMPARED // max(1, lost)), SHORTLISTS[-1])
    return lambda old: [
        fresh[place]
        for _, _, place in process.extract(
            old.question, questions, scorer=fuzz.ratio, limit=limit, score_cutoff=UNLIKE
        )
    ]


def _scale(refused: Collection[tuple[str, str]]) -> Weigh:
    """Compare two cards, each described once: their score, and the answers' part in it."""
    was, is_ = cache(remembered), cache(present)

    def weigh(old: CardSeen, new: Fresh) -> tuple[float, float]:
        if (old.card, new.card.id) in refused or _twins(old, new):
            return 0.0, 0.0
        pair = was(old), is_(new.card)
        answers = answer_likeness(*pair)
        return question_likeness(*pair) + answers, answers

    return weigh


def _twins(old: CardSeen, new: Fresh) -> bool:
    """Whether the two were always told apart: equal words, and yet another id."""
    return card_key(old.title, old.question) == card_key(new.title, new.card.question)


def _pairs(lost: Iterable[CardSeen], choose: Choose, bounds: Bounds, weigh: Weigh) -> list[Match]:
    """What is worth a question at least."""
    weighed = ((old, new, *weigh(old, new)) for old in lost for new in choose(old))
    return [
        Match(old, new.card, score, score >= bounds.sure and answers >= ANSWERED)
        for old, new, score, answers in weighed
        if score >= bounds.ask
    ]


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
