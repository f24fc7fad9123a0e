"""Review logs of other tools: Anki's collection, its packages, and the CSV of FSRS's benchmark."""

from __future__ import annotations

import csv
import io
import sqlite3
import tempfile
import zipfile
from collections import defaultdict
from contextlib import closing
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studyapp.schedule.days import ROLLOVER_HOUR, study_day
from studyapp.schedule.grades import BUTTONS, Grade

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COLUMNS = ("card_id", "review_time", "review_rating", "review_duration")
"""Of the CSV: any id, milliseconds since 1970, 1–4, milliseconds."""
_MEMBERS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""The newest first: a package holds an empty old one beside it."""
_LEARN, _FILTERED = 0, 3
_LARGEST = 2**31
"""Bytes of a collection that is unpacked."""


class Unreadable(ValueError):
    """A file is no review log; `line` is 0 where there are none."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}" if line else f"{path}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class Logged(NamedTuple):
    """One answer: its moment in milliseconds since 1970, and its rating 1–4."""

    card: str
    at: int
    rating: int


Answers = tuple[tuple[date, Grade], ...]


def read(path: Path, zone: tzinfo = UTC, rollover: int = ROLLOVER_HOUR) -> list[Answers]:
    """Each card's answers by study day, in order; which kind of file it is, its name tells.

    Cards whose beginning is not in the log are left out. Raises:
        Unreadable: the file is none of those, or broken. OSError: it can't be read.
    """
    suffix = path.suffix.lower()
    if suffix == ".csv":
        rows: Iterable[Logged] = _from_csv(path)
    elif suffix in {".apkg", ".colpkg"}:
        rows = _from_package(path)
    elif suffix in {".anki2", ".anki21"}:
        rows = _from_collection(path, path)
    else:
        raise Unreadable(path, 0, "expected .csv, .apkg, .colpkg or .anki2")
    cards: dict[str, list[Logged]] = defaultdict(list)
    for row in rows:
        cards[row.card].append(row)
    return [
        tuple((_day(one.at, zone, rollover), BUTTONS[one.rating - 1]) for one in sorted(rows))
        for rows in cards.values()
    ]


def write(path: Path, answers: Iterable[tuple[str, datetime, Grade, float]]) -> int:
    """Write answers, by card, moment, grade and seconds, as CSV; their number. Raises OSError."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(COLUMNS)
    count = 0
    for count, (card, at, grade, seconds) in enumerate(answers, 1):  # noqa: B007  told below
        milliseconds = round(at.timestamp() * 1000)
        out.writerow((card, milliseconds, max(1, grade - 1), round(seconds * 1000)))
    path.write_text(text.getvalue(), encoding="utf-8")
    return count


def _day(at: int, zone: tzinfo, rollover: int) -> date:
    return study_day(datetime.fromtimestamp(at / 1000, zone), rollover)


def _from_csv(path: Path) -> Iterator[Logged]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        missing = {*COLUMNS[:3]} - {*(rows.fieldnames or ())}
        if missing:
            raise Unreadable(path, 1, f"no column {', '.join(sorted(missing))}")
        for row in rows:
            try:
                one = Logged(row["card_id"], int(row["review_time"]), int(row["review_rating"]))
                _day(one.at, UTC, ROLLOVER_HOUR)
            except (TypeError, ValueError, OverflowError, OSError) as error:
                raise Unreadable(path, rows.line_num, str(error)) from error
            if one.rating in range(1, 5):  # 0 is a day set by hand
                yield one


def _from_package(path: Path) -> Iterator[Logged]:
    try:
        with zipfile.ZipFile(path) as package:
            name = next((one for one in _MEMBERS if one in package.namelist()), None)
            if name is None:
                raise Unreadable(path, 0, "holds no collection")
            with package.open(name) as file:
                data = file.read(_LARGEST)
    except zipfile.BadZipFile as error:
        raise Unreadable(path, 0, "is no package of Anki's") from error
    if name.endswith("b"):
        data = _decompressed(path, data)
    with tempfile.TemporaryDirectory(prefix="studyapp-") as folder:
        collection = Path(folder) / "collection.anki2"
        collection.write_bytes(data)
        yield from [*_from_collection(collection, path)]


def _decompressed(path: Path, data: bytes) -> bytes:
    import zstandard  # noqa: PLC0415  only Anki's newest packages need it

    try:
        with zstandard.ZstdDecompressor().stream_reader(data) as reader:
            return reader.read(_LARGEST)
    except zstandard.ZstdError as error:
        raise Unreadable(path, 0, f"its collection can't be unpacked: {error}") from error


def _from_collection(file: Path, path: Path) -> Iterator[Logged]:
    """Answers that count, of each card from where it was first learned."""
    query = "SELECT cid, id, ease, type, factor FROM revlog WHERE ease BETWEEN 1 AND 4 ORDER BY id"
    address = f"{file.resolve().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as base:
            rows = base.execute(query).fetchall()
    except sqlite3.DatabaseError as error:
        raise Unreadable(path, 0, f"is no collection of Anki's: {error}") from error
    begun: set[int] = set()
    for card, at, ease, kind, factor in rows:
        if kind == _FILTERED and not factor:
            continue  # crammed, without a change of schedule
        if kind == _LEARN:
            begun.add(card)
        if card in begun:
            yield Logged(str(card), at, ease)
