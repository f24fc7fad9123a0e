"""The notes of one library: as they were read, as they are on disk now, and put in order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from studyapp.library.authorship import Author
from studyapp.library.disk import DISK
from studyapp.library.identify import carried
from studyapp.library.index.brief import brief, dated
from studyapp.library.index.prints import digest_of
from studyapp.library.reading import read_raw
from studyapp.library.standing import change, standing
from studyapp.library.writing import write
from studyapp.notes import Note, Problem, Waits
from studyapp.notes.rewriting import rewritten

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from studyapp.library.disk import Disk
    from studyapp.library.index.brief import Brief
    from studyapp.library.index.catalogue import Catalogue
    from studyapp.library.snapshot import Snapshot
    from studyapp.library.standing import Standing
    from studyapp.schedule.fold import State


class Fresh(NamedTuple):
    """A note as it was just read, in brief too; `raw` is None where its file could not be read."""

    note: Note
    short: Brief
    raw: bytes | None


class Turned(NamedTuple):
    """What becomes of `raw`, the bytes of a note: `data`, the note in it, where that stands."""

    raw: bytes
    data: bytes
    fresh: Fresh
    stand: Standing | None


class Shelf:
    """A snapshot that is kept true, note by note, while acts change it."""

    def __init__(
        self, root: Path, catalogue: Catalogue, snapshot: Snapshot, disk: Disk = DISK
    ) -> None:
        self.root = root
        self._disk = disk
        self._catalogue = catalogue
        self.snapshot = snapshot

    def lay(self, snapshot: Snapshot, waiting: Mapping[str, Waits]) -> None:
        """Take a snapshot that was newly made; `waiting` is still known of its notes."""
        self.snapshot = replace(snapshot, waiting=waiting)

    def fresh(self, path: str) -> Fresh | None:
        """The note as it is on disk now; as last read, where it can't be read."""
        shelved = self.snapshot.notes.briefs.get(path)
        if shelved is None:
            return None
        raw = read_raw(self.root, path)
        if isinstance(raw, Problem):
            return Fresh(self.snapshot.notes[path], shelved, None)
        return self._read(raw, shelved)

    def _read(self, raw: bytes, shelved: Brief) -> Fresh:
        digest = digest_of(raw)
        if digest == shelved.digest:
            return Fresh(self.snapshot.notes[shelved.path], shelved, raw)
        note = carried(self._catalogue.parsed(raw, shelved.path), shelved)
        return Fresh(note, brief(note, digest), raw)

    def author(self, fresh: Fresh) -> Author | None:
        """Who wrote a note's values; one of many that moved at once is no hand's work."""
        path = fresh.note.path
        shelved = self.snapshot.standings.author(path)
        if fresh.short is self.snapshot.notes.briefs.get(path):
            return shelved
        stand = self.stand(fresh)
        if stand and (stand.author, shelved) == (Author.HAND, Author.FOREIGN):
            return Author.FOREIGN
        return stand.author if stand else None

    def stand(self, fresh: Fresh, state: State | None = None) -> Standing | None:
        """Where a freshly read note stands, now or in another state."""
        return standing(fresh.short, state or self.snapshot.state, self.snapshot.notes)

    def take(self, fresh: Fresh, stand: Standing | None) -> None:
        """Put a freshly read note, and where it stands, in the place of the old one."""
        note, short = fresh.note, fresh.short
        notes, cards = self.snapshot.notes, self.snapshot.cards
        if short is not notes.briefs[note.path]:
            notes = notes.taking(note, short)
            cards = cards.taking(notes, note.path)
        standings = self.snapshot.standings
        if stand:
            standings = standings.taking({note.path: stand})
        self.snapshot = replace(self.snapshot, notes=notes, cards=cards, standings=standings)

    def turn(self, fresh: Fresh, stand: Standing, state: State | None = None) -> Turned | Waits:
        """A note with its projection in place, or why it waits; nothing is written."""
        raw, short = fresh.raw or b"", fresh.short
        done = change(raw, stand)
        if isinstance(done, Waits):
            return done
        if note := rewritten(fresh.note, done):
            short = dated(short, note, digest_of(done.data))
        else:
            note = carried(self._catalogue.parsed(done.data, short.path), short)
            short = brief(note, digest_of(done.data))
        turned = Fresh(note, short, done.data)
        settled = note.values == stand.expected and short.cards is fresh.short.cards
        now = replace(stand, author=Author.OURS) if settled else self.stand(turned, state)
        return Turned(raw, done.data, turned, now)

    def write(self, path: str, stand: Standing, ahead: Turned | None = None) -> Waits | None:
        """Put a note's projection into its file, or say why it waits.

        What it comes to was worked out `ahead` for the bytes that the note was just seen to hold.
        """

        def rework(raw: bytes) -> Turned | Waits:
            if ahead and ahead.raw == raw:
                return ahead
            return self.turn(self._read(raw, self.snapshot.notes.briefs[path]), stand)

        result = write(self.root, path, rework, self._disk, raw=ahead.raw if ahead else None)
        if isinstance(result, Waits):
            self.wait(path, result)
            return result
        if path in self.snapshot.waiting:
            self.wait(path, None)
        self.take(result.fresh, result.stand)
        return None

    def wait(self, path: str, why: Waits | None) -> None:
        """Know why a note can't be written, or that it could."""
        waiting = {one: its for one, its in self.snapshot.waiting.items() if one != path}
        if why:
            waiting[path] = why
        self.snapshot = replace(self.snapshot, waiting=waiting)
