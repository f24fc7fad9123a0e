"""The notes of one library: as they were read, as they are on disk now, and put in order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.library.authorship import Author
from studyapp.library.disk import DISK
from studyapp.library.fresh import Fresh, Laid, Turned
from studyapp.library.identify import carried
from studyapp.library.index.brief import brief, dated
from studyapp.library.index.prints import digest_of
from studyapp.library.reading import read_raw
from studyapp.library.standing import change, standing
from studyapp.library.writing import write
from studyapp.notes import Problem, Waits
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
        return self.shelved(path) if isinstance(raw, Problem) else self._read(raw, shelved)

    def _read(self, raw: bytes, shelved: Brief) -> Fresh:
        digest = digest_of(raw)
        if digest == shelved.digest:
            return self.shelved(shelved.path)._replace(raw=raw)
        note = carried(self._catalogue.parsed(raw, shelved.path), shelved)
        return Fresh(note, brief(note, digest), raw)

    def shelved(self, path: str) -> Fresh:
        """The note as it was last read."""
        return Fresh(self.snapshot.notes[path], self.snapshot.notes.briefs[path], None)

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
        self._hold(self._with(fresh, stand))

    def _with(self, fresh: Fresh, stand: Standing | None) -> Laid:
        path, short = fresh.note.path, fresh.short
        notes, cards = self.snapshot.notes, self.snapshot.cards
        if short is not notes.briefs[path]:
            notes = notes.taking(fresh.note, short)
            cards = cards.taking(notes, path)
        standings = self.snapshot.standings
        return Laid(notes, cards, standings.taking({path: stand}) if stand else standings)

    def _hold(self, laid: Laid) -> None:
        notes, cards, standings = laid
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
        new = Fresh(note, short, done.data)
        settled = note.values == stand.expected and short.cards is fresh.short.cards
        now = replace(stand, author=Author.OURS) if settled else self.stand(new, state)
        return Turned(raw, done.data, self._with(new, now))

    def write(self, fresh: Fresh, stand: Standing, ahead: Turned | None = None) -> Waits | None:
        """Put a note's projection into its file and shelve it, or say why it waits.

        What it comes to was worked out `ahead` for the bytes that the note was just seen to hold.
        """

        def rework(raw: bytes) -> Turned | Waits:
            if ahead and ahead.raw == raw:
                return ahead
            return self.turn(self._read(raw, fresh.short), stand)

        path = fresh.note.path
        raw, spare = (ahead.raw, ahead.spare) if ahead else (None, None)
        result = write(self.root, path, rework, self._disk, raw=raw, spare=spare)
        if isinstance(result, Waits):
            self.take(fresh, stand)
            self.wait(path, result)
            return result
        if path in self.snapshot.waiting:
            self.wait(path, None)
        self._hold(result.laid)
        return None

    def wait(self, path: str, why: Waits | None) -> None:
        """Know why a note can't be written, or that it could."""
        waiting = {one: its for one, its in self.snapshot.waiting.items() if one != path}
        if why:
            waiting[path] = why
        self.snapshot = replace(self.snapshot, waiting=waiting)
