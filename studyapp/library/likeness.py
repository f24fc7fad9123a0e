"""How alike a card that the journal remembers and a card that stands in a note are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.notes.identity import normalize
from studyapp.notes.sketch import filled, resemblance, sketch

if TYPE_CHECKING:
    from studyapp.notes import Card
    from studyapp.schedule.events import CardSeen

EDITED = 0.5
"""So many n-grams in common are as good as all: a thorough edit leaves a fifth to two thirds, two
unrelated answers share at most a fifth, one pair in a hundred more than a twentieth."""
TELLING = 12
"""A text of fewer n-grams (`O(n)`, `Yes.`) may well be the answer of another card too."""
SHORT = 0.4
"""What an equal answer counts at least, however short."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What is compared of a card: its normalized question, its answer's digest and sketch."""

    question: str
    digest: str
    sketch: str


def remembered(card: CardSeen) -> Wording:
    """A card as the journal knows it; one from an early journal has no sketch."""
    return Wording(normalize(card.question), card.digest, card.sketch)


def present(card: Card) -> Wording:
    """A card as it stands in its note."""
    return Wording(normalize(card.question), card.digest, sketch(card.answer))


def question_likeness(old: Wording, new: Wording) -> float:
    """0-1, the better of two: edits tell a slip of the pen, bigrams a clause that moved."""
    from rapidfuzz import fuzz  # noqa: PLC0415  60 ms that only an edited library needs

    one, other = old.question, new.question
    return max(fuzz.ratio(one, other) / 100, _dice(_bigrams(one), _bigrams(other)))


def answer_likeness(old: Wording, new: Wording) -> float:
    """0-1; short answers say little, even if they are equal."""
    telling = min(1.0, filled(new.sketch) / TELLING)
    if old.digest == new.digest:
        return max(SHORT, telling)
    return min(1.0, resemblance(old.sketch, new.sketch) / EDITED) * telling


def _bigrams(text: str) -> set[str]:
    return {text[start : start + 2] for start in range(max(1, len(text) - 1))}


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
