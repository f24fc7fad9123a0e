"""The demos of any card of a library."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from studyapp.demos.choice import Demo, choose
from studyapp.demos.rarities import Rarity, rarity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.notes import Card, Note


class Chooser:
    """Chooses among the snippets of `notes`, by path; the words are weighed on first use."""

    def __init__(self, notes: Mapping[str, Note]) -> None:
        self.notes = notes

    @cached_property
    def _rarity(self) -> Rarity:
        return rarity(self.notes.values())

    def choose(self, card: Card) -> tuple[Demo, ...]:
        """The demos of a card, best first; of no card whose note is not among the notes."""
        note = self.notes.get(card.note)
        if note is None:
            return ()
        others = [other for path, other in self.notes.items() if path != card.note]
        return choose(card, note, others=others, rarity=self._rarity)
