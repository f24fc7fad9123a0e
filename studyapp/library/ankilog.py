"""The review log in Anki's collections and packages.

Which answers count, and from where on, is as Anki itself tells FSRS: rslib,
`scheduler/fsrs/params.rs`, `reviews_for_fsrs`.
"""

from __future__ import annotations

import sqlite3
import tempfile
import zipfile
from contextlib import closing, contextmanager
from itertools import groupby
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING, NamedTuple

from studyapp.library.logged import Logged, Unreadable

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator, Sequence

SUFFIXES = {".anki2", ".anki21"}
PACKAGES = {".apkg", ".colpkg"}
_MEMBERS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The newest first: a package holds an empty old one beside it."""
_LARGEST = 2**31
"""Bytes of a collection that is unpacked."""
_LEARN, _FILTERED, _MANUAL = 0, 3, 4
"""Kinds of rows."""

BY_HAND = "set by hand, not answered"
CRAMMED = "crammed, outside the schedule"
FORMER = "before the card was learned anew"
DELETED = "of cards that were deleted"
NO_BEGINNING = "of cards whose beginning is not in the log"


class _Row(NamedTuple):
    """One row of the table: `rating` 0 is no answer; `factor` 0 is one outside the schedule."""

    card: int
    at: int
    rating: int
    kind: int
    factor: int
    milliseconds: int
    kept: int

    @property
    def crammed(self) -> bool:
        return self.kind == _FILTERED and not self.factor

    @property
    def reset(self) -> bool:
        return self.kind == _MANUAL and not self.factor

    @property
    def answered(self) -> bool:
        return 1 <= self.rating <= 4  # noqa: PLR2004  the keys that there are


def from_package(path: Path, left_out: Counter[str]) -> list[Logged]:
    """The answers in a package of decks or of a whole collection.

    Raises:
        Unreadable: it is none. OSError: it can't be read.
    """
    try:
        with zipfile.ZipFile(path) as package:
            name = next((one for one in _MEMBERS if one in package.namelist()), None)
            if name is None:
                raise Unreadable(path, 0, "holds no collection")
            with package.open(name) as file:
                data = file.read(_LARGEST)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:  # or it is encrypted
        raise Unreadable(path, 0, "is no package of Anki's") from error
    if name.endswith("b"):
        data = _decompressed(path, data)
    with tempfile.TemporaryDirectory(prefix="studyapp-") as folder:
        collection = Path(folder) / "collection.anki2"
        collection.write_bytes(data)
        return _counting(_rows(collection, path), left_out)


def from_collection(path: Path, left_out: Counter[str]) -> list[Logged]:
    """The answers in a collection, which Anki may have open.

    Raises:
        Unreadable: it is none. OSError: it can't be read.
    """
    with _at_rest(path) as file:
        return _counting(_rows(file, path), left_out)


@contextmanager
def _at_rest(path: Path) -> Iterator[Path]:
    """The collection, or where the latest answers lie in a log beside it, a copy of both."""
    beside = path.with_name(path.name + "-wal")
    if not (beside.exists() and beside.stat().st_size):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="studyapp-") as folder:
        copied = Path(folder) / path.name
        copyfile(path, copied)
        copyfile(beside, copied.with_name(beside.name))
        with closing(sqlite3.connect(copied)) as base:
            base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        yield copied


def _decompressed(path: Path, data: bytes) -> bytes:
    import zstandard  # noqa: PLC0415  only Anki's newest packages need it

    try:
        with zstandard.ZstdDecompressor().stream_reader(data) as reader:
            return reader.read(_LARGEST)
    except zstandard.ZstdError as error:
        raise Unreadable(path, 0, f"its collection can't be unpacked: {error}") from error


def _rows(file: Path, path: Path) -> list[_Row]:
    query = (
        "SELECT cid, id, ease, type, factor, time, cid IN (SELECT id FROM cards) FROM revlog"
        " ORDER BY cid, id"
    )
    address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as base:
            return [_Row(*row) for row in base.execute(query)]
    except sqlite3.DatabaseError as error:
        raise Unreadable(path, 0, f"is no collection of Anki's: {error}") from error


def _counting(rows: Sequence[_Row], left_out: Counter[str]) -> list[Logged]:
    """The answers that count, card by card; the others are counted by why they do not."""
    found: list[Logged] = []
    for card, own in groupby(rows, key=lambda row: row.card):
        lived = [*own]
        begin = _learned(lived)
        for place, row in enumerate(lived):
            if not row.kept:
                left_out[DELETED] += 1
            elif not row.answered:
                left_out[BY_HAND] += 1
            elif row.crammed:
                left_out[CRAMMED] += 1
            elif begin is None:
                left_out[NO_BEGINNING] += 1
            elif place < begin:
                left_out[FORMER] += 1
            else:
                found.append(Logged(str(card), row.at, row.rating, row.milliseconds / 1000))
    return found


def _learned(rows: Sequence[_Row]) -> int | None:
    """Where a card was last learned from new; None where that is not in the log."""
    begin = None
    for place in reversed(range(len(rows))):
        row = rows[place]
        if row.crammed:
            continue
        if row.answered and row.kind == _LEARN:
            begin = place
        elif begin is not None or row.reset:
            break
    return begin
