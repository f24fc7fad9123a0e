"""Ready to review, beside Anki: opening a warm library and making today's queue; peak memory.

Run as `python tests/bench/ready.py [NOTES]`; it needs `pip install anki`. Both sides open the
same number of notes in the same run, in turns; each has opened them before. The goals are half of
Anki's time and no more than its memory.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from bases import fill, fill_anki

from studyapp.library.candidates import candidates
from studyapp.library.library import Library
from studyapp.study import today

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ROUNDS = 9
TIME, MEMORY = 0.5, 1.0
KIB = 1024  # of them a MiB has


def ours(root: Path, index: Path) -> int:
    """Open the library and make the queue; its length."""
    library = Library(root, "", "bench", index)
    snapshot, day = library.open(NOW), library.day(NOW)
    return len(today(candidates(snapshot, day), day, new_limit=len(snapshot.cards)))


def theirs(file: Path) -> int:
    """Open the collection and take the first of its queue; what is due."""
    from anki.collection import Collection  # noqa: PLC0415  only a bench needs it

    collection = Collection(str(file))
    queued = collection.sched.get_queued_cards(fetch_limit=1)
    collection.close()
    return queued.new_count + queued.review_count


def peak(*arguments: str) -> float:
    """The peak memory in MiB of one side in a process of its own."""
    command = [sys.executable, __file__, "--one", *arguments]
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return int(out) / KIB


def one(side: str, *places: str) -> None:
    """Open once and print the peak memory in KiB, which Linux alone tells without its parent's."""
    {"ours": ours, "theirs": theirs}[side](*map(Path, places))
    status = Path("/proc/self/status").read_text("utf-8")
    print(next(line.split()[1] for line in status.split("\n") if line.startswith("VmHWM")))


def main(notes: int) -> None:
    """Print both sides and their ratios."""
    with TemporaryDirectory() as folder:
        root, index, file = Path(folder) / "n", Path(folder) / "i", Path(folder) / "c.anki2"
        fill(root, notes)
        fill_anki(file, notes)
        for _ in range(2):  # the second time, no note is so new that it is compared by its bytes
            ours(root, index)
        times: list[tuple[float, float]] = []
        for _ in range(ROUNDS):
            began = perf_counter()
            ours(root, index)
            between = perf_counter()
            theirs(file)
            times.append((between - began, perf_counter() - between))
        memory = peak("ours", str(root), str(index)), peak("theirs", str(file))
    mine, other = (median(side) for side in zip(*times, strict=True))
    print(
        f"ready   studyapp {mine:7.3f} s    anki {other:7.3f} s    ratio {mine / other:5.2f}"
        f"  goal {TIME}, {notes} notes"
    )
    print(
        f"memory  studyapp {memory[0]:5.0f} MiB    anki {memory[1]:5.0f} MiB"
        f"    ratio {memory[0] / memory[1]:5.2f}  goal {MEMORY}"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(*sys.argv[2:])
    else:
        try:
            import anki.collection  # noqa: F401
        except ImportError:
            sys.exit("skipped: `pip install anki` first")
        main(int(sys.argv[1]) if sys.argv[1:] else 10_000)
