"""How much a word tells: the fewer notes have it, the more."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

from studyapp.demos.words import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from studyapp.notes import Note


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many of `notes` notes each word stands, and in which titles and headings.

    `topics` gives for a word the paths of the notes that have it in their title or a fence's trail.
    """

    notes: int
    counts: Mapping[str, int]
    topics: Mapping[str, frozenset[str]]

    def weight(self, word: str) -> float:
        """From almost 0 for a word of every note to 1 for one of a single note."""
        if self.notes < _FEWEST:
            return _EVEN
        count = max(1, self.counts.get(word, 1))
        return log((self.notes + 1) / count) / log(self.notes + 1)

    def near(self, question: Mapping[str, float], share: float) -> frozenset[str]:
        """The paths of the notes whose topics carry that `share` of the question's weight."""
        carried: defaultdict[str, float] = defaultdict(float)
        for word, weight in question.items():
            for path in self.topics.get(word, ()):
                carried[path] += weight
        least = share * sum(question.values())
        return frozenset(path for path, weight in carried.items() if weight >= least)


_FEWEST = 5  # among fewer notes, what is rare is chance
_EVEN = 0.5  # about what a word weighs in a library of dozens of notes
EVEN = Rarity(0, {}, {})
"""Every word tells as much as another."""


def rarity(notes: Iterable[Note], known: Iterable[tuple[str, str]] | None = None) -> Rarity:
    """The word weights and topics of the library of `notes`.

    Of a large library `notes` may be a sample; `known` then gives for each path of all of it the
    text of the note's topics.
    """
    counts: Counter[str] = Counter()
    topics: defaultdict[str, set[str]] = defaultdict(set)
    for path, text in known or ():
        for word in words(text):
            topics[word].add(path)
    number = 0
    for note in notes:
        number += 1
        topic = words("\n".join(_topics(note)))
        for word in topic:
            topics[word].add(note.path)
        texts = [f"{card.question}\n{card.answer}" for card in note.cards]
        texts += (snippet.code for snippet in note.snippets)
        counts.update(topic.union(*map(words, texts)))
    return Rarity(number, counts, {word: frozenset(paths) for word, paths in topics.items()})


def _topics(note: Note) -> set[str]:
    return {note.title, *(heading for one in note.snippets for heading in one.trail)}
