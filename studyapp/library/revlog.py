"""Review logs of other tools: Anki's collection, its packages, and the CSV of FSRS's benchmark."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from studyapp.library.ankilog import PACKAGES, SUFFIXES, from_collection, from_package
from studyapp.library.answers import Given, Lived
from studyapp.library.csvlog import from_csv
from studyapp.library.logged import Logged, Unreadable
from studyapp.schedule.days import ROLLOVER_HOUR, study_day
from studyapp.schedule.grades import BUTTONS, Grade
from studyapp.schedule.schedules import New

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_THOUSAND = 1000

TWICE = "told twice"


@dataclass(frozen=True, slots=True)
class Log:
    """What each card has lived through, and its answers with the time they took.

    `left_out` counts the rows that say nothing of memory, by the reason.
    """

    cards: Sequence[Lived]
    given: Sequence[Given]
    left_out: Mapping[str, int]


def read(path: Path, zone: tzinfo = UTC, rollover: int = ROLLOVER_HOUR) -> Log:
    """What a log holds; which kind of file it is, its name tells.

    Raises:
        Unreadable: the file is none of those, or broken. OSError: it can't be read.
    """
    suffix, left_out = path.suffix.lower(), Counter[str]()
    if suffix == ".csv":
        rows = from_csv(path, left_out)
    elif suffix in PACKAGES:
        rows = from_package(path, left_out)
    elif suffix in SUFFIXES:
        rows = from_collection(path, left_out)
    else:
        raise Unreadable(path, 0, "expected .csv, .apkg, .colpkg or .anki2")
    cards: list[Lived] = []
    given: list[Given] = []
    rows.sort(key=lambda row: (row.card, row.at))
    for _, own in groupby(_once(rows, left_out), key=lambda row: row.card):
        lived = [*own]
        days = [_day(row.at, zone, rollover) for row in lived]
        grades = [BUTTONS[row.rating - 1] for row in lived]
        moments = tuple(row.at / _THOUSAND for row in lived)
        cards.append(Lived(lived[0].card, tuple(zip(days, grades, strict=True)), New(), moments))
        given += _given(lived, days, grades)
    return Log(cards, given, left_out)


def _day(at: int, zone: tzinfo, rollover: int) -> date:
    return study_day(datetime.fromtimestamp(at / _THOUSAND, zone), rollover)


def _once(rows: Iterable[Logged], left_out: Counter[str]) -> Iterator[Logged]:
    """Rows in order, without those that stand there a second time."""
    before = None
    for row in rows:
        if row == before:
            left_out[TWICE] += 1
        else:
            yield row
        before = row


def _given(
    rows: Iterable[Logged], days: Sequence[date], grades: Sequence[Grade]
) -> Iterator[Given]:
    """One card's answers as a person's pace is learned from them."""
    for place, (row, day, grade) in enumerate(zip(rows, days, grades, strict=True)):
        again = place > 0 and days[place - 1] == day
        kind: Literal["repeat", "review", "new"] = "repeat" if again else "review"
        yield Given(kind if place else "new", row.seconds, grade >= Grade.GOOD)
