"""What the index keeps of each note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studyapp.library.index.brief import Flat, flattened
from studyapp.library.index.sealing import sealed, unsealed
from studyapp.library.walk import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from studyapp.library.index.database import Database, Values
    from studyapp.library.index.prints import Print
    from studyapp.library.index.rows import Row

LOOSE = 128
"""So many notes are read one by one in less time than it takes to press all."""
Kept = tuple[Look, int, Flat]
"""What is kept of a note: how it looked, when it was read, itself in brief."""


class Store:
    """What was read of the notes, by path; see Database for what may go wrong.

    Each change of a note has a number. All notes up to some change also lie in one piece, pressed
    in walking `order`, which is read at once; after it only those that changed since.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.order: Sequence[str] = ()
        self.worn = False

    def notes(self) -> dict[str, Kept]:
        """All that is known, by path; from now on the `order` is."""
        pressed = self._database.rows("SELECT data FROM pressed")
        nothing: tuple[int, list[str], list[Look], list[int], list[Any]] = 0, [], [], [], []
        number, paths, looks, reads, flats = (pressed and unsealed(pressed[0][0])) or nothing
        found = dict(zip(paths, zip(looks, reads, map(flattened, flats), strict=True), strict=True))
        self.order = paths
        query = "SELECT path, size, mtime, ctime, read, brief FROM note WHERE change > ?"
        loose = self._database.rows(query, number)
        self.worn = len(loose) > LOOSE
        for path, size, mtime, ctime, read, brief in loose:
            if flat := unsealed(brief):
                found[path] = (size, mtime, ctime), read, flattened(flat)
        return found

    def wear(self, changed: int, *, sorted_anew: bool) -> None:
        """Take note that so many notes have changed, and whether their order had."""
        self.worn |= changed > LOOSE or (sorted_anew and len(self.order) > LOOSE)

    def press(self, key: Callable[[str], str]) -> None:
        """Put all that is known into one piece, in the order that `key` tells of paths."""
        query = (
            "SELECT path, size, mtime, ctime, read, brief, number FROM note, clock ORDER BY path"
        )
        rows = sorted(self._database.rows(query), key=lambda row: key(row[0]))
        if not rows:
            return
        kept = [
            (path, (size, mtime, ctime), read, flat)
            for path, size, mtime, ctime, read, brief, _ in rows
            if (flat := unsealed(brief))
        ]
        piece = sealed((rows[0][6], *map(list, zip(*kept, strict=True))))
        self._database.write(
            ("DELETE FROM pressed WHERE ?", [(True,)]),
            ("INSERT INTO pressed VALUES (?)", [(piece,)]),
        )

    def whole(self, path: str, digest: bytes) -> bytes | None:
        """A note whole, if it is known as it was when its file had that digest."""
        rows = self._database.rows(
            "SELECT note FROM whole WHERE path = ? AND digest = ?", path, digest
        )
        return rows[0][0] if rows else None

    def topics(self) -> dict[str, str]:
        """What the code of each note is about, by path."""
        return dict(self._database.rows("SELECT path, topics FROM whole"))

    def sought(self) -> dict[str, tuple[bytes, bytes]]:
        """What each note is found by, sealed, behind its file's digest then."""
        rows = self._database.rows("SELECT path, digest, words FROM sought")
        return {path: (digest, words) for path, digest, words in rows}

    def put(self, rows: Iterable[Row]) -> None:
        """Take in rows, in the place of older ones."""
        rows = list(rows)
        light = [(row.path, *row.print, sealed(tuple(row.brief))) for row in rows]
        heavy = [(row.path, row.digest, row.whole, row.topics) for row in rows]
        words = [(row.path, row.digest, row.sought) for row in rows]
        into = "INSERT OR REPLACE INTO note SELECT ?, ?, ?, ?, ?, ?, number FROM clock"
        self._changing(
            rows,
            ("INSERT OR REPLACE INTO whole VALUES (?, ?, ?, ?)", heavy),
            ("INSERT OR REPLACE INTO sought VALUES (?, ?, ?)", words),
            (into, light),
        )

    def touch(self, prints: Iterable[tuple[str, Print]]) -> None:
        """Take in how files look that were found unchanged."""
        rows = [(*print_, path) for path, print_ in prints]
        update = "UPDATE note SET size = ?, mtime = ?, ctime = ?, read = ?"
        now = "(SELECT number FROM clock)"
        self._changing(rows, (f"{update}, change = {now} WHERE path = ?", rows))

    def _changing(self, rows: Sequence[object], *steps: tuple[str, list[Values]]) -> None:
        """Write what changes notes, under a new number."""
        if rows:
            self._database.write(("UPDATE clock SET number = number + ?", [(1,)]), *steps)

    def drop(self, paths: Iterable[str]) -> None:
        """Forget notes that are gone."""
        gone = [(path,) for path in paths]
        self._database.write(
            ("DELETE FROM note WHERE path = ?", gone),
            ("DELETE FROM whole WHERE path = ?", gone),
            ("DELETE FROM sought WHERE path = ?", gone),
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
