"""All notes of a library in brief, each of them whole on demand."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from studyapp.library.index.database import Database
from studyapp.library.index.edition import edition
from studyapp.library.index.refreshing import Refreshing
from studyapp.library.index.sealing import unsealed
from studyapp.library.index.sought import Sought
from studyapp.library.index.store import Store
from studyapp.library.reading import parsed, read_note
from studyapp.library.walk import natural
from studyapp.notes import SYNTAX, Note, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from studyapp.library.walk import Found
    from studyapp.notes import Syntax

_AT_HAND = 64
"""Whole notes kept for the next who asks; a demo may look at some dozens."""


class Catalogue:
    """What is known of the notes below `root`, and kept in `index`. Safe from any thread."""

    def __init__(self, root: Path, index: Path | None) -> None:
        self._root = root
        self._index = index
        self._at_hand: OrderedDict[str, tuple[bytes, Note]] = OrderedDict()
        self.syntax: Syntax | None = None
        self.database = Database(None, "")
        self._store = Store(self.database)

    def read_as(self, syntax: Syntax) -> None:
        """Have notes read in a syntax from now on; in another one the same files hold others."""
        if syntax != self.syntax:
            self.syntax, self.database = syntax, Database(self._index, edition(syntax))
            self._store = Store(self.database)
            self._at_hand.clear()

    def refresh(self, found: Found) -> Refreshing:
        """Find out what has changed of the notes, which a walk just found."""
        return Refreshing(self._root, self._store, found, self.syntax or SYNTAX)

    @property
    def worn(self) -> bool:
        """Whether the index would be read faster if it were pressed."""
        return self._store.worn and self.database.lasting

    def press(self) -> None:
        """Put what the index keeps of all notes into one piece."""
        self._store.press(natural)

    def parsed(self, raw: bytes, path: str) -> Note:
        """The note in `raw`, with base ids, read as all of them were."""
        return parsed(raw, path, self.syntax or SYNTAX)

    def topics(self) -> Iterable[tuple[str, str]]:
        """By path: the note's title and the headings above its fences."""
        return self._store.topics().items()

    def sought(self) -> Callable[[str, bytes], Sought | None]:
        """What tells of a path and a digest by what that note is found, if it is known."""
        known = self._store.sought()

        def told(path: str, digest: bytes) -> Sought | None:
            kept = known.get(path)
            words = unsealed(kept[1]) if kept and kept[0] == digest else None
            return Sought._make(words) if words else None

        return told

    def note(self, path: str, digest: bytes) -> Note:
        """The note whole, with base ids; if the index lost it, as the file is now."""
        known = self._at_hand.pop(path, None)
        if known is None or known[0] != digest:
            known = digest, self._fetched(path, digest)
        self._at_hand[path] = known
        while len(self._at_hand) > _AT_HAND:
            self._at_hand.popitem(last=False)
        return known[1]

    def _fetched(self, path: str, digest: bytes) -> Note:
        data = self._store.whole(path, digest)
        if data and (note := _unpacked(data)):
            return note
        found = read_note(self._root, path, self.syntax or SYNTAX)
        return self.parsed(b"", path) if isinstance(found, Problem) else found


def _unpacked(data: bytes) -> Note | None:
    """The note that was packed, unless its bytes are torn."""
    from studyapp.library.index.packing import unpack  # noqa: PLC0415  a queue needs no note whole

    return unpack(data)
