"""What the index keeps of each note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.library.index.prints import Print

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.library.index.database import Database
    from studyapp.library.index.rows import Row

Kept = tuple[Print, bytes, bytes]
"""What is kept at hand of a note: its print, its digest, itself in brief."""


class Store:
    """What was read of the notes, by path; see Database for what may go wrong."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def notes(self) -> dict[str, Kept]:
        """All that is known, by path."""
        query = "SELECT path, size, mtime, ctime, read, digest, brief FROM note"
        return {
            path: (Print(size, mtime, ctime, read), digest, brief)
            for path, size, mtime, ctime, read, digest, brief in self._database.rows(query)
        }

    def whole(self, path: str, digest: bytes) -> bytes | None:
        """A note whole, if it is known as it was when its file had that digest."""
        rows = self._database.rows(
            "SELECT note FROM whole WHERE path = ? AND digest = ?", path, digest
        )
        return rows[0][0] if rows else None

    def topics(self) -> dict[str, str]:
        """What the code of each note is about, by path."""
        return dict(self._database.rows("SELECT path, topics FROM whole"))

    def put(self, rows: Iterable[Row]) -> None:
        """Take in rows, in the place of older ones."""
        rows = list(rows)
        light = [(row.path, *row.print, row.digest, row.brief) for row in rows]
        heavy = [(row.path, row.digest, row.whole, row.topics) for row in rows]
        self._database.write(
            ("INSERT OR REPLACE INTO whole VALUES (?, ?, ?, ?)", heavy),
            ("INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?, ?, ?, ?)", light),
        )

    def touch(self, prints: Iterable[tuple[str, Print]]) -> None:
        """Take in how files look that were found unchanged."""
        update = "UPDATE note SET size = ?, mtime = ?, ctime = ?, read = ? WHERE path = ?"
        self._database.write((update, [(*print_, path) for path, print_ in prints]))

    def drop(self, paths: Iterable[str]) -> None:
        """Forget notes that are gone."""
        gone = [(path,) for path in paths]
        self._database.write(
            ("DELETE FROM note WHERE path = ?", gone), ("DELETE FROM whole WHERE path = ?", gone)
        )

    def suspects(self) -> set[str]:
        """Which notes were being parsed when the program ended, if it did so then."""
        return {path for (path,) in self._database.rows("SELECT path FROM suspect")}

    def suspect(self, paths: Iterable[str]) -> None:
        """Remember which notes are about to be parsed; only these."""
        self._database.write(
            ("DELETE FROM suspect WHERE ?", [(True,)]),
            ("INSERT OR IGNORE INTO suspect VALUES (?)", [(path,) for path in paths]),
        )
