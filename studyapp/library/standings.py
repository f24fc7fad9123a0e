"""Where all adopted notes of a library stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.library.authorship import Author
from studyapp.library.standing import Standing, standing
from studyapp.schedule.overlay import overlaid

if TYPE_CHECKING:
    from collections.abc import Collection

    from studyapp.library.index.brief import Brief
    from studyapp.schedule.fold import State


class Standings(Mapping[str, Standing]):
    """Standings by path; None of a note in order, which is made when it is asked for."""

    def __init__(
        self, found: Mapping[str, Standing | None], make: Callable[[str], Standing]
    ) -> None:
        self._found = found
        self._make = make

    def __getitem__(self, path: str) -> Standing:
        return self._found[path] or self._make(path)

    def __contains__(self, path: object) -> bool:
        return path in self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    def author(self, path: str) -> Author | None:
        """Who wrote a note's values; None of a note that was never written here."""
        if path not in self._found:
            return None
        stand = self._found[path]
        return stand.author if stand else Author.OURS

    def by(self, author: Author) -> list[str]:
        """The notes whose values some author wrote."""
        return [path for path in self._found if self.author(path) is author]

    def taking(self, found: Mapping[str, Standing]) -> Standings:
        """These with other standings of some notes."""
        return Standings(overlaid(self._found, found), self._make)


def judged(
    notes: Mapping[str, Brief], state: State, in_order: Collection[str], many: int
) -> Standings:
    """Where `notes` stand; those known to be `in_order` are not looked at.

    So `many` notes that a hand seems to have moved were moved by another tool.
    """

    def make(path: str) -> Standing:
        stand = standing(notes[path], state, notes)
        assert stand, "only an adopted note is in order"  # noqa: S101  an invariant
        return stand

    found: dict[str, Standing | None] = {}
    renamed = _renamed(notes, state)
    for path in notes:
        if path in in_order:
            found[path] = None
        elif path in state.adoptions or path in renamed:
            stand = standing(notes[path], state, notes)
            if stand:
                found[path] = stand
    hands = {p: stand for p, stand in found.items() if stand and stand.author is Author.HAND}
    if len(hands) >= many:
        found |= {p: replace(stand, author=Author.FOREIGN) for p, stand in hands.items()}
    return Standings(found, make)


def _renamed(notes: Mapping[str, Brief], state: State) -> set[str]:
    """The notes that may have been adopted under another name, which is gone."""
    gone = [path for path in state.adoptions if path not in notes]
    adopted = {card for path in gone for card in state.current(state.adoptions[path]).cards}
    if not adopted:
        return set()
    return {path for path, one in notes.items() if any(card.id in adopted for card in one.cards)}


_NONE: Mapping[str, Standing] = {}
NOWHERE = Standings(_NONE, _NONE.__getitem__)
"""The standings of no note."""
