"""The index made from nothing, beside loading all headers with python-frontmatter; and its growth.

The index is all that the app needs to study, browse and search at once: every note parsed whole
with its cards, fences and links, their ids and digests, the words it is found by, all of it kept
in SQLite. Run as `python tests/bench/index.py [NOTES]`. The goals: six times the headers alone with
one core, four times with two; and ten times the notes in at most thirteen times the time, also
when warm.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import perf_counter, sleep
from typing import TYPE_CHECKING, NamedTuple

import frontmatter
from bases import fill
from row import tell

from studyapp.library.library import Library
from studyapp.library.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ALONE, GOAL = 6, 4
GROWTH = 13
TENFOLD = 10


class Cost(NamedTuple):
    """Seconds on the clock, and of the processor, those of child processes included."""

    clock: float
    processor: float


def timed(act: Callable[[], object]) -> Cost:
    """What `act` cost; workers that have ended count only once they were waited for."""
    sleep(1)
    began, before = perf_counter(), spent()
    act()
    clock = perf_counter() - began
    sleep(1)
    return Cost(clock, spent() - before)


def spent() -> float:
    """Seconds of the processor so far, in microseconds where `os.times` counts in hundredths."""
    used = (getrusage(who) for who in (RUSAGE_SELF, RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def first_cards(root: Path, index: Path) -> float:
    """Seconds until the first cards of a library without an index can be studied."""
    began = perf_counter()
    told: list[float] = []
    library = Library(root, "", "bench", index)
    library.open(NOW, lambda *_: told.append(perf_counter() - began))
    return told[0] if told else perf_counter() - began


def measured(folder: Path, notes: int) -> tuple[Cost, Cost, Cost]:
    """Headers alone, index from nothing, and warm."""
    root, index = folder / f"{notes}", folder / f"{notes}.sqlite"
    fill(root, notes)
    paths = [root / path for path in walk(root).notes]
    headers = timed(lambda: [*map(frontmatter.load, paths)])
    nothing = timed(lambda: Library(root, "", "bench", index).open(NOW))
    early = first_cards(root, folder / "again.sqlite")
    Library(root, "", "bench", index).open(NOW)
    warm = timed(lambda: Library(root, "", "bench", index).open(NOW))
    (folder / "again.sqlite").unlink()
    print(
        f"{notes:7} notes: headers {headers.clock:6.2f} s, index {nothing.clock:6.2f} s,"
        f" first cards {early:5.2f} s, warm {warm.clock:5.2f} s"
    )
    return headers, nothing, warm


def main() -> None:
    """Print the times and the ratios."""
    notes = int(sys.argv[1]) if sys.argv[1:] else 10_000
    cores = len(os.sched_getaffinity(0))
    with TemporaryDirectory() as folder:
        small = measured(Path(folder), notes // TENFOLD)
        large = measured(Path(folder), notes)
    headers, nothing, _ = large
    what = f"index of {notes} notes from nothing"
    told = {"beside": "python-frontmatter", "unit": "s"}
    tell(f"{what}, {cores} cores", nothing.clock, headers.clock, GOAL, **told)
    tell(f"{what}, processor time", nothing.processor, headers.processor, ALONE, **told)
    beside = f"{notes // TENFOLD} notes"
    for what, less, more in zip(("index", "open warm"), small[1:], large[1:], strict=True):
        tell(
            f"{what}, {notes} notes",
            more.processor,
            less.processor,
            GROWTH,
            beside=beside,
            unit="s",
        )


if __name__ == "__main__":
    main()
