"""The CSV of FSRS's benchmark: `card_id, review_time, review_rating, review_duration`."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, TextIO

from studyapp.library.logged import Logged, Unreadable
from studyapp.schedule.grades import BUTTONS, Grade

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

COLUMNS = ("card_id", "review_time", "review_rating", "review_duration")
"""Any id, milliseconds since 1970, 1–4, milliseconds."""
_SEPARATORS = ",;\t"
_THOUSAND = 1000
_LATEST = 2**47
"""Milliseconds after which no calendar has a day."""

NO_RATING = "no rating from 1 to 4"


def write(path: Path, answers: Iterable[tuple[str, datetime, Grade, float]]) -> int:
    """Write answers, by card, moment, grade and seconds, as CSV; their number. Raises OSError."""
    text = io.StringIO()
    out = csv.writer(text, lineterminator="\n")
    out.writerow(COLUMNS)
    count = 0
    for count, (card, at, grade, seconds) in enumerate(answers, 1):  # noqa: B007  told below
        milliseconds = round(at.timestamp() * _THOUSAND)
        out.writerow((card, milliseconds, max(1, grade - 1), round(seconds * _THOUSAND)))
    path.write_text(text.getvalue(), encoding="utf-8")
    return count


def from_csv(path: Path, left_out: Counter[str]) -> list[Logged]:
    """The rows that can be read; of those that can't the first is named.

    Raises:
        Unreadable: no row can be, or one never ends. OSError: the file can't be.
    """
    rows: list[Logged] = []
    broken: Unreadable | None = None
    count = 0
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        head = file.readline()
        separator = max(_SEPARATORS, key=head.count)
        columns = _columns(path, head.split(separator))
        for line, cells in _cells(path, file, separator):
            try:
                row = _row(cells, columns)
            except (ValueError, OverflowError, IndexError) as error:
                count += 1
                broken = broken or Unreadable(path, line, str(error))
                continue
            if 1 <= row.rating <= len(BUTTONS):
                rows.append(row)
            else:
                left_out[NO_RATING] += 1
    if broken and not rows:
        raise broken
    if broken:
        left_out[f"unreadable, the first in line {broken.line}: {broken.reason}"] = count
    return rows


def _cells(path: Path, file: TextIO, separator: str) -> Iterator[tuple[int, list[str]]]:
    """The rows below the head, each with its line; a quote that is never closed is no row's end."""
    lines = csv.reader(file, delimiter=separator)
    try:
        yield from ((lines.line_num + 1, cells) for cells in lines if cells)
    except csv.Error as error:
        raise Unreadable(path, lines.line_num + 1, str(error)) from error


def _columns(path: Path, head: Sequence[str]) -> tuple[int, int, int, int | None]:
    """Where card, time, rating and duration stand."""
    names = [name.strip().strip('"').lower() for name in head]
    missing = [name for name in COLUMNS[:3] if name not in names]
    if missing:
        raise Unreadable(path, 1, f"no column {', '.join(sorted(missing))}")
    card, at, rating = map(names.index, COLUMNS[:3])
    return card, at, rating, names.index(COLUMNS[3]) if COLUMNS[3] in names else None


def _row(cells: Sequence[str], columns: tuple[int, int, int, int | None]) -> Logged:
    card, at, rating, duration = columns
    took = cells[duration] if duration is not None and duration < len(cells) else ""
    seconds = int(took) / _THOUSAND if took.isdecimal() else 0.0
    moment = _whole(cells[at])
    if not 0 <= moment < _LATEST:
        raise ValueError(f"{moment} is no time in milliseconds")
    return Logged(cells[card], moment, _whole(cells[rating]), seconds)


def _whole(text: str) -> int:
    """A whole number; some tools write 3.0."""
    return int(text) if text.lstrip("-").isdecimal() else int(float(text))
