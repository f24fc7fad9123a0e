"""The file of the index: a SQLite database that may be deleted, torn or locked at any time."""

from __future__ import annotations

import sqlite3
from threading import Lock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE = 1.0  # seconds for another instance to finish writing
_TABLES = """
CREATE TABLE edition (name TEXT);
CREATE TABLE note (
    path TEXT PRIMARY KEY, size INTEGER, mtime INTEGER, ctime INTEGER, read INTEGER,
    brief BLOB, change INTEGER
) WITHOUT ROWID;
CREATE INDEX note_change ON note (change);
CREATE TABLE clock (number INTEGER);
INSERT INTO clock VALUES (0);
CREATE TABLE pressed (data BLOB);
CREATE TABLE whole (path TEXT PRIMARY KEY, digest BLOB, note BLOB, topics TEXT);
CREATE TABLE sought (path TEXT PRIMARY KEY, digest BLOB, words BLOB);
CREATE TABLE suspect (path TEXT PRIMARY KEY);
CREATE TABLE past (
    run TEXT, kind TEXT, number INTEGER, data BLOB, PRIMARY KEY (run, kind, number)
);
"""

Values = tuple[Any, ...]


class Database:
    """The tables of one `edition`, in `file` or, without one, in memory.

    Nothing is raised for a file that can't be used: it is made anew or, where even that fails,
    done without. What can't be written is made again at the next start.
    """

    def __init__(self, file: Path | None, edition: str) -> None:
        self.lasting = file is not None
        self._guard = Lock()
        self._edition = edition
        self._connection = _connected(file, edition)
        self._writable = True

    def rows(self, query: str, *values: str | bytes | int) -> list[Values]:
        """What a query finds."""
        with self._guard:
            try:
                return self._connection.execute(query, values).fetchall()
            except sqlite3.Error:
                self._connection.close()
                self._connection = _in_memory(self._edition)
                return []

    def write(self, *steps: tuple[str, list[Values]]) -> None:
        """Do statements, each for all its rows; all of them or none."""
        with self._guard:
            if not (self._writable and any(rows for _, rows in steps)):
                return
            try:
                with self._connection:
                    for statement, rows in steps:
                        self._connection.executemany(statement, rows)
            except sqlite3.IntegrityError:
                pass  # another instance has put it there
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
