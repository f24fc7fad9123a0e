"""The file of the index: a SQLite database that may be deleted, torn or locked at any time."""

from __future__ import annotations

import sqlite3
from threading import Lock
from typing import TYPE_CHECKING, Any

from studyapp.library.index import packing
from studyapp.library.index.prints import Print

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from studyapp.library.index.rows import Row
    from studyapp.notes import Syntax

_PATIENCE = 1.0  # seconds for another instance to finish writing
_TABLES = """
CREATE TABLE edition (name TEXT);
CREATE TABLE note (
    path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, ctime INTEGER, read INTEGER,
    digest BLOB, brief BLOB
) WITHOUT ROWID;
CREATE TABLE whole (path TEXT PRIMARY KEY, digest BLOB, note BLOB, topics TEXT);
CREATE TABLE suspect (path TEXT PRIMARY KEY);
"""

Kept = tuple[Print, bytes, bytes]
"""What is kept at hand of a note: its print, its digest, itself in brief."""


class Store:
    """Rows by path, in `file` or, without one, in memory.

    Nothing is raised for a file that can't be used: it is made anew or, where even that fails,
    done without. What can't be written is read again at the next start.
    """

    def __init__(self, file: Path | None, syntax: Syntax) -> None:
        self._guard = Lock()
        self._edition = packing.edition(syntax)
        self._database = _connected(file, self._edition)
        self._writable = True

    def notes(self) -> dict[str, Kept]:
        """All that is known, by path."""
        query = "SELECT path, size, mtime, ctime, read, digest, brief FROM note"
        return {
            path: (Print(size, mtime, ctime, read), digest, brief)
            for path, size, mtime, ctime, read, digest, brief in self._rows(query)
        }

    def whole(self, path: str, digest: bytes) -> bytes | None:
        """A note whole, if it is known as it was when its file had that digest."""
        rows = self._rows("SELECT note FROM whole WHERE path = ? AND digest = ?", path, digest)
        return rows[0][0] if rows else None

    def topics(self) -> dict[str, str]:
        """What the code of each note is about, by path."""
        return dict(self._rows("SELECT path, topics FROM whole"))

    def put(self, rows: Iterable[Row]) -> None:
        """Take in rows, in the place of older ones."""
        rows = list(rows)
        light = [(row.path, *row.print, row.digest, row.brief) for row in rows]
        heavy = [(row.path, row.digest, row.whole, row.topics) for row in rows]
        self._write("INSERT OR REPLACE INTO whole VALUES (?, ?, ?, ?)", heavy)
        self._write("INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?, ?, ?, ?)", light)

    def touch(self, prints: Iterable[tuple[str, Print]]) -> None:
        """Take in how files look that were found unchanged."""
        update = "UPDATE note SET size = ?, mtime = ?, ctime = ?, read = ? WHERE path = ?"
        self._write(update, [(*print_, path) for path, print_ in prints])

    def drop(self, paths: Iterable[str]) -> None:
        """Forget notes that are gone."""
        gone = [(path,) for path in paths]
        self._write("DELETE FROM note WHERE path = ?", gone)
        self._write("DELETE FROM whole WHERE path = ?", gone)

    def suspects(self) -> set[str]:
        """Which notes were being parsed when the program ended, if it did so then."""
        return {path for (path,) in self._rows("SELECT path FROM suspect")}

    def suspect(self, paths: Iterable[str]) -> None:
        """Remember which notes are about to be parsed; only these."""
        self._write("DELETE FROM suspect WHERE ?", [(True,)])
        self._write("INSERT OR IGNORE INTO suspect VALUES (?)", [(path,) for path in paths])

    def _rows(self, query: str, *values: str | bytes) -> list[tuple[Any, ...]]:
        with self._guard:
            try:
                return self._database.execute(query, values).fetchall()
            except sqlite3.Error:
                self._database.close()
                self._database = _in_memory(self._edition)
                return []

    def _write(self, statement: str, rows: list[tuple[Any, ...]]) -> None:
        with self._guard:
            if not (rows and self._writable):
                return
            try:
                with self._database:
                    self._database.executemany(statement, rows)
            except sqlite3.Error:
                self._writable = False  # each further attempt would be waited for


def _connected(file: Path | None, edition: str) -> sqlite3.Connection:
    if file is None:
        return _in_memory(edition)
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        return _opened(file, edition)
    except (sqlite3.OperationalError, OSError):  # locked, or no place to write
        return _in_memory(edition)


def _opened(file: Path, edition: str) -> sqlite3.Connection:
    """The database in `file`; one that is torn or of another edition is replaced."""
    database = sqlite3.connect(file, timeout=_PATIENCE, check_same_thread=False)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = OFF")
        if database.execute("PRAGMA table_info(edition)").fetchall():
            if database.execute("SELECT name FROM edition").fetchall() == [(edition,)]:
                return database
        elif not database.execute("SELECT name FROM sqlite_master").fetchall():
            return _laid_out(database, edition)
    except sqlite3.OperationalError:
        database.close()
        raise
    except sqlite3.DatabaseError:  # no database, or a torn one
        pass
    database.close()
    for name in (file.name, f"{file.name}-wal", f"{file.name}-shm"):
        file.with_name(name).unlink(missing_ok=True)
    return _laid_out(sqlite3.connect(file, timeout=_PATIENCE, check_same_thread=False), edition)


def _in_memory(edition: str) -> sqlite3.Connection:
    return _laid_out(sqlite3.connect(":memory:", check_same_thread=False), edition)


def _laid_out(database: sqlite3.Connection, edition: str) -> sqlite3.Connection:
    database.executescript(_TABLES)
    with database:
        database.execute("INSERT INTO edition VALUES (?)", (edition,))
    return database
