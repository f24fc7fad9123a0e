"""Ready to review, beside Anki: opening a warm library and making today's queue; peak memory.

`process` is the time from the start of a process until the queue is made, `opening` that without
the imports. Run as `python tests/bench/ready.py [NOTES [REVIEWS]]`; it needs `pip install anki`.
Both sides open the same number of notes in the same run, in turns; each has opened them before.
Ours may have been studied so often. The goals are half of Anki's time, no more than its memory.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bases import fill, fill_anki, study

from studyapp.library.candidates import candidates
from studyapp.library.library import Library
from studyapp.study import Limits, today

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ROUNDS = 9
TIME, MEMORY = 0.5, 1.0
KIB = 1024  # of them a MiB has


def ours(root: Path, index: Path) -> int:
    """Open the library and make the queue; its length."""
    library = Library(root, "", "bench", index)
    snapshot, day = library.open(NOW), library.day(NOW)
    return len(today(candidates(snapshot, day), day, Limits()))


def theirs(file: Path) -> int:
    """Open the collection and take the first of its queue; what is due."""
    from anki.collection import Collection  # noqa: PLC0415  only a bench needs it

    collection = Collection(str(file))
    queued = collection.sched.get_queued_cards(fetch_limit=1)
    collection.close()
    return queued.new_count + queued.review_count


def spent(side: str, *places: Path) -> tuple[float, float, float]:
    """One side in a process of its own: seconds from its start, of them opening; peak MiB."""
    began = perf_counter()
    command = [sys.executable, __file__, "--one", side, *map(str, places)]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    opening, memory = out.split()
    return perf_counter() - began, float(opening), int(memory) / KIB


def one(side: str, *places: str) -> None:
    """Open; print the seconds and the peak memory in KiB, as Linux tells it."""
    if side == "theirs":
        import anki.collection  # noqa: F401, PLC0415  our modules are imported by now
    began = perf_counter()
    {"ours": ours, "theirs": theirs}[side](*map(Path, places))
    seconds = perf_counter() - began
    status = Path("/proc/self/status").read_text("utf-8")
    memory = next(line.split()[1] for line in status.split("\n") if line.startswith("VmHWM"))
    print(seconds, memory)


def main(notes: int, reviews: int) -> None:
    """Print both sides and their ratios."""
    with TemporaryDirectory() as folder:
        root, index, file = Path(folder) / "n", Path(folder) / "i", Path(folder) / "c.anki2"
        fill(root, notes)
        fill_anki(file, notes)
        if reviews:
            study(root, reviews)
        for _ in range(2):  # the second time, no note is so new that it is compared by its bytes
            ours(root, index)
        pairs = [(spent("ours", root, index), spent("theirs", file)) for _ in range(ROUNDS)]
    names = (("process", "s", TIME), ("opening", "s", TIME), ("memory", "MiB", MEMORY))
    for place, (name, unit, goal) in enumerate(names):
        mine, other = (median(pair[side][place] for pair in pairs) for side in (0, 1))
        told = f"{name:8} studyapp {mine:7.2f} {unit:3}  anki {other:7.2f} {unit:3}"
        print(f"{told}  ratio {mine / other:5.2f}  goal {goal}, {notes} notes, {reviews} reviews")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
    else:
        try:
            import anki.collection  # noqa: F401
        except ImportError:
            sys.exit("skipped: `pip install anki` first")
        given = [int(one) for one in sys.argv[1:]]
        main(*given, *(10_000, 0)[len(given) :])
