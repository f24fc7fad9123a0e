"""All notes of a library in brief, each of them whole on demand."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import suppress
from pickle import UnpicklingError
from typing import TYPE_CHECKING

from studyapp.library.index.packing import unpack
from studyapp.library.index.refreshing import Refreshing
from studyapp.library.reading import parsed, read_note
from studyapp.notes import Note, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from studyapp.library.index.store import Store

_AT_HAND = 64
"""Whole notes kept for the next who asks; a demo may look at some dozens."""


class Catalogue:
    """What is known of the notes below `root`, and kept in `store`. Safe from any thread."""

    def __init__(self, root: Path, store: Store) -> None:
        self._root = root
        self._store = store
        self._at_hand: OrderedDict[str, tuple[bytes, Note]] = OrderedDict()

    def refresh(self, paths: Sequence[str]) -> Refreshing:
        """Find out what has changed of the notes at `paths`, which are all there are."""
        return Refreshing(self._root, self._store, paths)

    def topics(self) -> Iterable[tuple[str, str]]:
        """By path: the note's title and the headings above its fences."""
        return self._store.topics().items()

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
        if data:
            with suppress(UnpicklingError, EOFError, LookupError, TypeError, ValueError):
                return unpack(data)  # unless it is torn
        found = read_note(self._root, path)
        return parsed(b"", path) if isinstance(found, Problem) else found
