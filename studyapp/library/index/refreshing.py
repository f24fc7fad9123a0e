"""The index brought up to date: what has not changed is taken from it, the rest is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studyapp.library.index.briefs import Briefs
from studyapp.library.index.prints import RACY, Print, digest_of
from studyapp.library.index.rows import read_rows
from studyapp.library.reading import read_raw
from studyapp.notes import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from studyapp.library.index.brief import Flat
    from studyapp.library.index.rows import Row
    from studyapp.library.index.store import Store
    from studyapp.library.walk import Found
    from studyapp.notes import Syntax

FEW = 32
"""So many notes are read here in less time than a worker takes to start."""
BATCH = 128
"""Notes that are filed, and told of, at once."""


class Listing(NamedTuple):
    """The notes that could be read, in brief and in walking order, and all problems."""

    briefs: Briefs
    problems: list[Problem]


class Refreshing:
    """Iterate to read what has changed: each step gives the number of notes that are ready."""

    def __init__(self, root: Path, store: Store, found: Found, syntax: Syntax) -> None:
        self.total = len(found.looks)
        self._root = root
        self._store = store
        self._found = found
        self._syntax = syntax
        self._ready: dict[str, Flat] = {}
        self._unread: list[Problem] = []
        self._known = store.notes()
        # Sorting takes long, and the order seldom changes.
        self._paths = store.order if found.looks.keys() == {*store.order} else found.notes

    def listing(self) -> Listing:
        """What is ready by now."""
        ready = {path: self._ready[path] for path in self._paths if path in self._ready}
        flawed = ((path, flat) for path, flat in ready.items() if flat.flawed)
        problems = [one for path, flat in flawed for one in flat.problems(path)]
        return Listing(Briefs(ready), [*self._unread, *problems])

    def __iter__(self) -> Iterator[int]:
        changed = self._compare()
        self._store.drop(self._known.keys() - self._found.looks.keys())
        self._store.wear(len(changed), sorted_anew=self._paths is not self._store.order)
        if not changed:
            return
        if len(changed) > FEW or not self._store.suspects().isdisjoint(changed):
            from studyapp.library.index.crew import read_all  # noqa: PLC0415  few notes need none

            yield from self._filed(read_all(self._root, changed, self._syntax))
        else:
            self._store.suspect(changed)
            yield from self._filed(read_rows(self._root, changed, self._syntax))
        self._store.suspect(())

    def _compare(self) -> list[str]:
        """Take what is known and has not changed; the paths of the others."""
        changed: list[str] = []
        touched: list[tuple[str, Print]] = []
        looks = self._found.looks
        for path in self._paths:
            if not (kept := self._known.get(path)):
                changed.append(path)
                continue
            look, read, flat = kept
            # As Print.fits has it, without making ten thousand of them.
            if look != looks[path] or max(look[1], look[2]) + RACY >= read:
                if not self._holds(path, flat.digest):
                    changed.append(path)
                    continue
                touched.append((path, Print(*looks[path], self._found.met)))
            self._ready[path] = flat
        self._store.touch(touched)
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
                self._ready[one.path] = one.brief
            if place % BATCH == 0:
                self._store.put(rows)
                rows = []
                yield len(self._ready)
        self._store.put(rows)
