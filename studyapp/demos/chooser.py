"""The demos of any card of a library."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeAlias

from studyapp.demos.choice import choose, nearby
from studyapp.demos.rarities import Rarity, rarity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from studyapp.demos.demo import Demo
    from studyapp.notes import Card, Note

SAMPLE = 500
"""From so many notes it is known well enough which words are rare."""
Topics: TypeAlias = "Callable[[], Iterable[tuple[str, str]]]"
Decks: TypeAlias = "Callable[[], Mapping[str, Note]]"


class Chooser:
    """Chooses among the snippets of `notes`, by path; the words are weighed on first use.

    With `topics`, which tells for each path the text of the note's title and headings, no more
    than a sample of the notes and those near a card are ever asked for. `decks` gives the bundled
    notes, by paths that no note of the library has; it is asked once, at the first choice.
    """

    def __init__(
        self, notes: Mapping[str, Note], topics: Topics | None = None, decks: Decks = dict
    ) -> None:
        self._library = notes
        self._topics = topics
        self._decks = decks

    @cached_property
    def notes(self) -> Mapping[str, Note]:
        """Every note that a demo may stand in, by its path."""
        return _Notes(self._library, self._bundled)

    @cached_property
    def _bundled(self) -> Mapping[str, Note]:
        return self._decks()

    @cached_property
    def _rarity(self) -> Rarity:
        if self._topics is None:
            return rarity(self._library.values())
        paths = islice(self._library, 0, None, -(-len(self._library) // SAMPLE) or 1)
        return rarity((self._library[path] for path in paths), self._topics())

    def choose(self, card: Card) -> tuple[Demo, ...]:
        """The demos of a card, best first; of no card whose note is not among the notes."""
        note = self._library.get(card.note)
        if note is None:
            return ()
        near = nearby(card, note, self._rarity) - {card.note}
        others = [self._library[path] for path in self._library if path in near]
        decks = tuple(self._bundled.values())
        return choose(card, note, others=others, decks=decks, rarity=self._rarity)


class _Notes(Mapping[str, "Note"]):
    """Two mappings as one; nothing is read before it is asked for."""

    def __init__(self, library: Mapping[str, Note], bundled: Mapping[str, Note]) -> None:
        self._parts = library, bundled

    def __getitem__(self, path: str) -> Note:
        library, bundled = self._parts
        return library[path] if path in library else bundled[path]

    def __iter__(self) -> Iterator[str]:
        return chain(*self._parts)

    def __len__(self) -> int:
        return sum(map(len, self._parts))
