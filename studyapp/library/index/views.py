"""The notes and cards of one moment: all of them in brief, each whole when it is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from studyapp.library.identify import named
from studyapp.library.index.brief import CardBrief
from studyapp.library.index.sought import sought
from studyapp.notes import Card, Note
from studyapp.schedule.overlay import overlaid

if TYPE_CHECKING:
    from studyapp.library.index.brief import Brief
    from studyapp.library.index.briefs import Briefs
    from studyapp.library.index.catalogue import Catalogue
    from studyapp.library.index.sought import Sought


class Notes(Mapping[str, Note]):
    """Notes by path, in walking order, their cards with their final ids; `briefs` likewise.

    Those in `fresh` were read since the index was.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        briefs: Briefs,
        fresh: Mapping[str, Note] | None = None,
    ) -> None:
        self.briefs = briefs
        self._catalogue = catalogue
        self._fresh = {} if fresh is None else fresh

    def __getitem__(self, path: str) -> Note:
        brief = self.briefs[path]
        note = self._fresh.get(path)
        return named(note or self._catalogue.note(path, brief.digest), brief)

    def __iter__(self) -> Iterator[str]:
        return iter(self.briefs)

    def __len__(self) -> int:
        return len(self.briefs)

    def __contains__(self, path: object) -> bool:
        return path in self.briefs

    def topics(self) -> Iterable[tuple[str, str]]:
        """By path: a note's title and the headings above its fences, a line each."""
        return ((path, text) for path, text in self._catalogue.topics() if path in self.briefs)

    def sought(self) -> Iterator[tuple[str, Sought]]:
        """By path: what a note is found by; a text for each of its cards, in their order."""
        known = self._catalogue.sought()
        for path, flat in self.briefs.flats():
            found = None if path in self._fresh else known(path, flat.digest)
            yield path, found or sought(self[path])

    def titles(self) -> Iterable[str]:
        """The notes' titles, which take less time than the notes."""
        return (flat.title for _, flat in self.briefs.flats())

    def renamed(self, briefs: Briefs) -> Notes:
        """The same notes, their cards bearing the ids that `briefs` say."""
        return Notes(self._catalogue, briefs, self._fresh)

    def relisted(self, briefs: Briefs) -> Notes:
        """The notes of a newer listing, but for those that were read since even that began."""
        kept = {path: self.briefs[path] for path in self._fresh if path in briefs}
        return Notes(self._catalogue, briefs.taking(kept), self._fresh)

    def taking(self, note: Note, brief: Brief) -> Notes:
        """These notes with another in the place of one."""
        briefs = self.briefs.taking({note.path: brief})
        return Notes(self._catalogue, briefs, overlaid(self._fresh, {note.path: note}))


class Cards(Mapping[str, Card]):
    """The cards of `notes` by id, in the same order; `briefs` likewise."""

    def __init__(self, notes: Notes, briefs: Mapping[str, CardBrief] | None = None) -> None:
        self.notes = notes
        self.briefs = CardBriefs(notes.briefs) if briefs is None else briefs

    def __getitem__(self, id_: str) -> Card:
        note = self.notes[self.briefs[id_].note]
        for card in note.cards:
            if card.id == id_:
                return card
        raise KeyError(id_)  # the index was lost, and the file has changed

    def __iter__(self) -> Iterator[str]:
        return iter(self.briefs)

    def __len__(self) -> int:
        return len(self.briefs)

    def __contains__(self, id_: object) -> bool:
        return id_ in self.briefs

    def taking(self, notes: Notes, path: str) -> Cards:
        """These cards after the note at `path` was read again, as `notes` have it."""
        old, new = self.notes.briefs[path].cards, notes.briefs[path].cards
        if [card.id for card in old] != [card.id for card in new]:
            return Cards(notes)
        return Cards(notes, overlaid(self.briefs, {c.id: c for c in new} if old != new else {}))


class CardBriefs(Mapping[str, CardBrief]):
    """The cards of notes in brief, by id, each made when it is asked for."""

    def __init__(self, notes: Briefs) -> None:
        self._notes = notes
        self._paths = {id_: path for path, flat in notes.flats() for id_ in flat.ids}

    def __getitem__(self, id_: str) -> CardBrief:
        return next(card for card in self._notes[self._paths[id_]].cards if card.id == id_)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
