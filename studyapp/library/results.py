"""The last results of runs, in the person's cache folder; whoever deletes them loses nothing."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from platformdirs import user_cache_path

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

MOST = 1000
"""Results that are kept; the oldest give way."""
LARGEST = 256 * 1024
"""Bytes of one result; a larger one, such as of many pictures, is run again."""

_PATIENCE = 0.5  # seconds for another instance to finish writing
_TABLE = """
CREATE TABLE IF NOT EXISTS run (
    name TEXT PRIMARY KEY, at TEXT NOT NULL, torch TEXT NOT NULL, events TEXT NOT NULL
) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a run said, as plain data, when it ran and under which torch."""

    at: datetime
    torch: str
    events: Sequence[Mapping[str, Any]]


def results_file() -> Path:
    """Where the results of all libraries lie."""
    return user_cache_path("studyapp") / "results.sqlite"


class Results:
    """Results by name, in `file`; safe from any thread, for each call opens it anew.

    Nothing is ever raised: a file that is torn is made anew, and where none can be written,
    nothing is kept.
    """

    def __init__(self, file: Path) -> None:
        self._file = file

    def recall(self, name: str) -> Kept | None:
        """The last result under that name, if it is known."""
        if not self._file.exists():
            return None
        try:
            with closing(self._opened()) as database:
                query = "SELECT at, torch, events FROM run WHERE name = ?"
                row = database.execute(query, (name,)).fetchone()
            return Kept(datetime.fromisoformat(row[0]), row[1], _listed(row[2])) if row else None
        except (sqlite3.Error, OSError, ValueError, TypeError):
            return None

    def keep(self, name: str, kept: Kept) -> None:
        """Keep a result in the place of the one before."""
        events = json.dumps(kept.events, ensure_ascii=False)
        if len(events.encode()) > LARGEST:
            return
        with suppress(OSError, sqlite3.OperationalError):  # no place to write, or locked
            try:
                self._put(name, kept, events)
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:  # no database, or a torn one
                self._file.unlink(missing_ok=True)
                self._put(name, kept, events)

    def _put(self, name: str, kept: Kept, events: str) -> None:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._opened()) as database, database:
            database.execute(_TABLE)
            database.execute(
                "INSERT OR REPLACE INTO run VALUES (?, ?, ?, ?)",
                (name, kept.at.isoformat(), kept.torch, events),
            )
            database.execute(
                "DELETE FROM run WHERE name IN"
                " (SELECT name FROM run ORDER BY at DESC LIMIT -1 OFFSET ?)",
                (MOST,),
            )

    def _opened(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._file, timeout=_PATIENCE)
        try:
            database.execute("PRAGMA synchronous = OFF")
        except sqlite3.Error:
            database.close()
            raise
        return database


def _listed(text: str) -> list[Mapping[str, Any]]:
    found = json.loads(text)
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise ValueError(text)
    return found
