"""Which remembered card might be which present one, and how well each pair fits."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from studyapp.library.likeness import answer_likeness, question_likeness
from studyapp.notes import card_key
from studyapp.notes.identity import normalize
from studyapp.notes.sketch import sketch

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from studyapp.library.index.brief import CardBrief
    from studyapp.schedule.events import CardSeen

ANSWERED = 0.35
"""A certain match needs so much of the answer: of wrong pairs 99 % have at most 0.4, and `push?`
and `pop?` differ in a letter or two."""
COMPARED = 100
"""So many pairs across notes are compared in full, at 0.4 ms each, shared by the lost cards."""
SHORTLISTS = range(3, 13)
"""So many of the most similar questions elsewhere each lost card gets."""
UNLIKE = 30
"""Questions elsewhere below this (of 100, by edits) are not compared at all."""


class Bounds(NamedTuple):
    """The least scores that are certain, and worth a question."""

    sure: float
    ask: float


class Fresh(NamedTuple):
    """A card of which the journal knows nothing, its note's title, and a way to its answer."""

    card: CardBrief
    title: str
    answer: Callable[[], str]


Choose: TypeAlias = "Callable[[CardSeen], Iterable[Fresh]]"
Weigh: TypeAlias = "Callable[[CardSeen, Fresh], tuple[float, float]]"


@dataclass(frozen=True, slots=True)
class Match:
    """A remembered card and the one that it seems to have become; if not `sure`, ask."""

    old: CardSeen
    new: CardBrief
    score: float
    sure: bool


def beside(fresh: Iterable[Fresh]) -> Choose:
    """The fresh cards of the same note: at its path or, if it was renamed, under its title."""
    by_path: defaultdict[str, dict[str, Fresh]] = defaultdict(dict)
    by_title: defaultdict[str, dict[str, Fresh]] = defaultdict(dict)
    for new in fresh:
        by_path[new.card.note][new.card.id] = by_title[new.title][new.card.id] = new
    return lambda old: {**by_path[old.note], **by_title[old.title]}.values()


def elsewhere(fresh: Sequence[Fresh], lost: int) -> Choose:
    """The fresh cards of the same answer, and those whose questions are the most similar."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  60 ms that only an edited library needs

    questions = [new.card.question for new in fresh]
    limit = min(max(SHORTLISTS[0], COMPARED // max(1, lost)), SHORTLISTS[-1])
    by_digest: defaultdict[str, list[int]] = defaultdict(list)
    for place, new in enumerate(fresh):
        by_digest[new.card.digest].append(place)

    def choose(old: CardSeen) -> list[Fresh]:
        similar = process.extract(
            old.question, questions, scorer=fuzz.ratio, limit=limit, score_cutoff=UNLIKE
        )
        answered = by_digest[old.digest][: SHORTLISTS[-1]]  # many say `O(n)`
        return [fresh[place] for place in {*answered, *(place for *_, place in similar)}]

    return choose


def scale(refused: Collection[tuple[str, str]]) -> Weigh:
    """Compare two cards, each described once: their score, and the answers' part in it."""
    plain, sketched = cache(normalize), cache(lambda new: sketch(new.answer()))

    def weigh(old: CardSeen, new: Fresh) -> tuple[float, float]:
        if (old.card, new.card.id) in refused or _twins(old, new):
            return 0.0, 0.0
        answers = answer_likeness(old, new.card.digest, lambda: sketched(new))
        questions = question_likeness(plain(old.question), plain(new.card.question))
        return questions + answers, answers

    return weigh


def _twins(old: CardSeen, new: Fresh) -> bool:
    """Whether the two were always told apart: equal words, and yet another id."""
    return card_key(old.title, old.question) == card_key(new.title, new.card.question)


def pairs(lost: Iterable[CardSeen], choose: Choose, bounds: Bounds, weigh: Weigh) -> list[Match]:
    """What is worth a question at least."""
    weighed = ((old, new, *weigh(old, new)) for old in lost for new in choose(old))
    return [
        Match(old, new.card, score, score >= bounds.sure and answers >= ANSWERED)
        for old, new, score, answers in weighed
        if score >= bounds.ask
    ]
