"""The notes of one library: as they were read, as they are on disk now, and put in order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.library.authorship import Author
from studyapp.library.identify import carried
from studyapp.library.index.brief import brief
from studyapp.library.index.prints import digest_of
from studyapp.library.reading import read_raw
from studyapp.library.standing import change, standing
from studyapp.library.writing import write
from studyapp.notes import Note, Problem, Waits
from studyapp.notes.rewriting import rewritten

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from studyapp.library.index.catalogue import Catalogue
    from studyapp.library.snapshot import Snapshot
    from studyapp.library.standing import Standing
    from studyapp.notes import Spliced
    from studyapp.schedule.fold import State


class Shelf:
    """A snapshot that is kept true, note by note, while acts change it."""

    def __init__(self, root: Path, catalogue: Catalogue, snapshot: Snapshot) -> None:
        self.root = root
        self._catalogue = catalogue
        self.snapshot = snapshot
        self._met = "", b""  # the note last read afresh, and its digest

    def lay(self, snapshot: Snapshot, waiting: Mapping[str, Waits]) -> None:
        """Take a snapshot that was newly made; `waiting` is still known of its notes."""
        self.snapshot = replace(snapshot, waiting=waiting)

    def fresh(self, path: str) -> Note | None:
        """The note as it is on disk now; as last read, where it can't be read."""
        shelved = self.snapshot.notes.briefs.get(path)
        if shelved is None:
            return None
        raw = read_raw(self.root, path)
        self._met = path, b"" if isinstance(raw, Problem) else digest_of(raw)
        if isinstance(raw, Problem) or self._met[1] == shelved.digest:
            return self.snapshot.notes[path]
        return carried(self._catalogue.parsed(raw, path), shelved)

    def author(self, note: Note) -> Author | None:
        """Who wrote a note's values; one of many that moved at once is no hand's work."""
        stand = standing(brief(note), self.snapshot.state, self.snapshot.notes)
        shelved = self.snapshot.standings.get(note.path)
        if stand and shelved and (stand.author, shelved.author) == (Author.HAND, Author.FOREIGN):
            return Author.FOREIGN
        return stand.author if stand else None

    def take(self, note: Note, author: Author | None = None, digest: bytes = b"") -> None:
        """Put a freshly read note in the place of the old one; `author` overrules what it says."""
        note = carried(note, self.snapshot.notes.briefs[note.path])
        if not digest and self._met[0] == note.path:
            digest = self._met[1]
        notes = self.snapshot.notes.taking(note, short := brief(note, digest))
        cards = self.snapshot.cards.taking(notes, note.path)
        standings = self.snapshot.standings
        if stand := standing(short, self.snapshot.state, notes):
            standings = standings.taking({note.path: replace(stand, author=author or stand.author)})
        self.snapshot = replace(self.snapshot, notes=notes, cards=cards, standings=standings)

    def know(self, state: State) -> None:
        """Take the state that follows what was just journalled."""
        self.snapshot = replace(self.snapshot, state=state)

    def write(self, path: str, stand: Standing) -> Waits | None:
        """Put a note's projection into its file, or say why it waits."""
        met = [b""]

        def rework(raw: bytes) -> Spliced | Waits:
            met[0] = raw
            return change(raw, stand)

        result = write(self.root, path, rework)
        waiting = {one: why for one, why in self.snapshot.waiting.items() if one != path}
        if isinstance(result, Waits):
            self.snapshot = replace(self.snapshot, waiting={**waiting, path: result})
            return result
        self.snapshot = replace(self.snapshot, waiting=waiting)
        note = self._rewritten(path, met[0], result) or self._catalogue.parsed(result.data, path)
        self.take(note, digest=digest_of(result.data))
        return None

    def _rewritten(self, path: str, raw: bytes, done: Spliced) -> Note | None:
        """The note after a splice, if it is known as it was before."""
        if self.snapshot.notes.briefs[path].digest != digest_of(raw):
            return None
        return rewritten(self.snapshot.notes[path], done)
