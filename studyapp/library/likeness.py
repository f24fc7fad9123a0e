"""How alike a card that the journal remembers and a card that stands in a note are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.notes.sketch import filled, resemblance

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.schedule.events import CardSeen

EDITED = 0.5
"""So many n-grams in common are as good as all: a thorough edit leaves a fifth to two thirds, two
unrelated answers share at most a fifth, one pair in a hundred more than a twentieth."""
TELLING = 12
"""A text of fewer n-grams (`O(n)`, `Yes.`) may well be the answer of another card too."""
SHORT = 0.4
"""What an equal answer counts at least, however short."""


def question_likeness(one: str, other: str) -> float:
    """How alike two normalized questions are, 0-1.

    The better of two: edits tell a slip of the pen, bigrams a clause that moved.
    """
    from rapidfuzz import fuzz  # noqa: PLC0415  60 ms that only an edited library needs

    return max(fuzz.ratio(one, other) / 100, _dice(_bigrams(one), _bigrams(other)))


def answer_likeness(old: CardSeen, digest: str, sketched: Callable[[], str]) -> float:
    """How alike a remembered answer and one of that `digest` are, 0-1; `sketched` if need be.

    Short answers say little, even if they are equal. A card from an early journal has no sketch.
    """
    equal = old.digest == digest
    sketch = old.sketch if equal and old.sketch else sketched()
    telling = min(1.0, filled(sketch) / TELLING)
    if equal:
        return max(SHORT, telling)
    return min(1.0, resemblance(old.sketch, sketch) / EDITED) * telling


def _bigrams(text: str) -> set[str]:
    return {text[start : start + 2] for start in range(max(1, len(text) - 1))}


def _dice(one: set[str], other: set[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
