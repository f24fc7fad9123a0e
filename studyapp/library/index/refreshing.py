"""The index brought up to date: what has not changed is taken from it, the rest is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studyapp.library.index.brief import Brief, unpacked
from studyapp.library.index.crew import read_all
from studyapp.library.index.prints import Print, digest_of, look
from studyapp.library.index.rows import Row, read_row
from studyapp.library.reading import read_raw
from studyapp.notes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from studyapp.library.index.store import Kept, Store
    from studyapp.notes import Syntax

FEW = 32
"""So many notes are read here in less time than a worker takes to start."""
BATCH = 128
"""Notes that are filed, and told of, at once."""


class Listing(NamedTuple):
    """The notes that could be read, in brief and in walking order, and all problems."""

    briefs: dict[str, Brief]
    problems: list[Problem]


class Refreshing:
    """Iterate to read what has changed: each step gives the number of notes that are ready."""

    def __init__(self, root: Path, store: Store, paths: Sequence[str], syntax: Syntax) -> None:
        self.total = len(paths)
        self._root = root
        self._store = store
        self._paths = paths
        self._syntax = syntax
        self._briefs: dict[str, Brief] = {}
        self._unread: list[Problem] = []

    def listing(self) -> Listing:
        """What is ready by now."""
        briefs = {path: self._briefs[path] for path in self._paths if path in self._briefs}
        problems = [problem for brief in briefs.values() for problem in brief.problems]
        return Listing(briefs, [*self._unread, *problems])

    def __iter__(self) -> Iterator[int]:
        known = self._store.notes()
        changed = self._compare(known)
        self._store.drop(known.keys() - set(self._paths))
        if not changed:
            return
        if len(changed) > FEW or not self._store.suspects().isdisjoint(changed):
            yield from self._filed(read_all(self._root, changed, self._syntax))
        else:
            self._store.suspect(changed)
            yield from self._filed(read_row(self._root, path, self._syntax) for path in changed)
        self._store.suspect(())

    def _compare(self, known: dict[str, Kept]) -> list[str]:
        """Take what is `known` and has not changed; the paths of the others."""
        changed: list[str] = []
        touched: list[tuple[str, Print]] = []
        root = f"{self._root}/"
        for path in self._paths:
            kept = known.get(path)
            if kept and not kept[0].fits(now := _look(root + path)):
                touched.append((path, now))
                kept = kept if self._holds(path, kept[1]) else None
            brief = _unpacked(path, kept) if kept else None
            if brief:
                self._briefs[path] = brief
            else:
                changed.append(path)
        self._store.touch(one for one in touched if one[0] in self._briefs)
        return changed

    def _holds(self, path: str, digest: bytes) -> bool:
        """Whether the file still has that digest, whatever its times say."""
        raw = read_raw(self._root, path)
        return not isinstance(raw, Problem) and digest_of(raw) == digest

    def _filed(self, found: Iterable[Row | Problem]) -> Iterator[int]:
        rows: list[Row] = []
        for place, one in enumerate(found, 1):
            if isinstance(one, Problem):
                self._unread.append(one)
            else:
                rows.append(one)
                self._briefs[one.path] = unpacked(one.path, one.digest, one.brief)
            if place % BATCH == 0:
                self._store.put(rows)
                rows = []
                yield len(self._briefs)
        self._store.put(rows)


def _look(file: str) -> Print:
    try:
        return look(file)
    except OSError:
        return Print(-1, 0, 0, 0)  # as no file does


def _unpacked(path: str, kept: Kept) -> Brief | None:
    try:
        return unpacked(path, kept[1], kept[2])
    except (TypeError, ValueError, EOFError):
        return None  # torn
