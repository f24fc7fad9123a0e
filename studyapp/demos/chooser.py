"""The demos of any card of a library."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from studyapp.demos.choice import Demo, choose, nearby
from studyapp.demos.rarities import Rarity, rarity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from studyapp.notes import Card, Note

SAMPLE = 500
"""From so many notes it is known well enough which words are rare."""
Topics: TypeAlias = "Callable[[], Iterable[tuple[str, str]]]"


class Chooser:
    """Chooses among the snippets of `notes`, by path; the words are weighed on first use.

    With `topics`, which tells for each path the text of the note's title and headings, no more
    than a sample of the notes and those near a card are ever asked for.
    """

    def __init__(self, notes: Mapping[str, Note], topics: Topics | None = None) -> None:
        self.notes = notes
        self._topics = topics

    @cached_property
    def _rarity(self) -> Rarity:
        if self._topics is None:
            return rarity(self.notes.values())
        paths = islice(self.notes, 0, None, -(-len(self.notes) // SAMPLE) or 1)
        return rarity((self.notes[path] for path in paths), self._topics())

    def choose(self, card: Card) -> tuple[Demo, ...]:
        """The demos of a card, best first; of no card whose note is not among the notes."""
        note = self.notes.get(card.note)
        if note is None:
            return ()
        near = nearby(card, note, self._rarity) - {card.note}
        others = [self.notes[path] for path in self.notes if path in near]
        return choose(card, note, others=others, rarity=self._rarity)
