"""How much a word tells: the fewer notes have it, the more."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from studyapp.demos.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.notes import Note


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many of `notes` notes each word stands."""

    notes: int
    counts: Mapping[str, int]

    def weight(self, word: str) -> float:
        """From almost 0 for a word of every note to 1 for one of a single note."""
        if self.notes < _FEWEST:
            return _EVEN
        count = max(1, self.counts.get(word, 1))
        return log((self.notes + 1) / count) / log(self.notes + 1)


_FEWEST = 5  # among fewer notes, what is rare is chance
_EVEN = 0.5  # about what a word weighs in a library of dozens of notes
EVEN = Rarity(0, {})
"""Every word tells as much as another."""


def rarity(notes: Iterable[Note]) -> Rarity:
    """The word weights of the library of `notes`."""
    counts: Counter[str] = Counter()
    number = 0
    for note in notes:
        number += 1
        texts = [note.title]
        texts += (f"{card.question}\n{card.answer}" for card in note.cards)
        texts += ("\n".join((*snippet.trail, snippet.code)) for snippet in note.snippets)
        counts.update(frozenset().union(*map(words, texts)))
    return Rarity(number, counts)
