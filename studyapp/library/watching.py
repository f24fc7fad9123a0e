"""Changes that other programs make to a library while it is open."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from studyapp.library.index.prints import digest_of
from studyapp.library.paths import MARK
from studyapp.library.reading import read_raw
from studyapp.library.walk import NOT_NOTES, SUFFIXES, walk
from studyapp.notes import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from studyapp.library.index.brief import Brief

QUIET = 400
"""Milliseconds without a change after which it is told: a script that rewrites many notes is one
hand's work or another's, and to be judged as a whole."""
_STEP = 50  # milliseconds within which the end of watching is noticed


def differs(root: Path, path: str, known: Mapping[str, Brief]) -> bool:
    """Whether the file or folder at `path` below `root` is another than the notes `known`."""
    file = root / path
    if path.lower().endswith(SUFFIXES):
        if (brief := known.get(path)) is None:
            return file.exists()
        raw = read_raw(root, path)
        return isinstance(raw, Problem) or digest_of(raw) != brief.digest
    if file.is_dir():
        return any(f"{path}/{below}" not in known for below in walk(file).notes)
    return any(one.startswith(f"{path}/") for one in known)


class Watch:
    """Watches `root` on a thread of its own and tells which paths below it were touched.

    Our own writes are among them. `tell` is called on that thread. Where the system offers no
    way to watch, `failure` says why, in its words.
    """

    def __init__(
        self, root: Path, tell: Callable[[frozenset[str]], object], quiet: int = QUIET
    ) -> None:
        self.failure = ""
        self._quiet = quiet
        self._root = root
        self._tell = tell
        self._over = Event()
        self._thread = Thread(target=self._run, name="watch", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Tell nothing more; nothing is left running when this returns."""
        self._over.set()
        self._thread.join()

    def _run(self) -> None:
        try:
            for paths in self._settled():
                self._tell(paths)
        except (OSError, RuntimeError) as error:  # no watches left; a file system without any
            self.failure = str(error)

    def _settled(self) -> Iterator[frozenset[str]]:
        """The paths touched since the last time, whenever there is a pause."""
        from watchfiles import watch  # noqa: PLC0415  off the way to the first frame

        root = os.path.realpath(self._root)
        changes = watch(
            root,
            watch_filter=lambda _, path: _matters(os.path.relpath(path, root)),
            step=_STEP,
            stop_event=self._over,
            rust_timeout=self._quiet,
            yield_on_timeout=True,
            raise_interrupt=False,
            ignore_permission_denied=True,
        )
        touched: set[str] = set()
        with closing(changes):
            for batch in changes:
                touched |= {os.path.relpath(path, root).replace(os.sep, "/") for _, path in batch}
                if touched and not batch:
                    yield frozenset(touched)
                    touched = set()


def _matters(path: str) -> bool:
    """Whether a path, relative to the root, can be a note, a folder of notes, or the journal."""
    parts = Path(path.lower()).parts
    if parts[0] == MARK:
        # The folders too: what is written into a new one may come before it is watched.
        return parts[1:] in {(), ("journal",)} or parts[-1].endswith((".jsonl", ".toml"))
    return parts[-1] not in NOT_NOTES and not any(part.startswith(".") for part in parts)
