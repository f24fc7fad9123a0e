"""Ready to review, beside Anki: opening a warm library and making today's queue; peak memory.

Measured are whole processes, from their start until the queue is made, the processor's time of
them, and the clock's without imports. Run as `python tests/bench/ready.py [NOTES [REVIEWS]]`; it
needs `pip install anki`.
Both sides open the same number of notes in the same run, in turns; each has opened them before.
Ours may have been studied so often. The goals are half of Anki's time, no more than its memory.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time, time

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ROUNDS = 9
TIME, MEMORY = 0.5, 1.0
KIB = 1024  # of them a MiB has


def ours(root: Path, index: Path) -> int:
    """Open the library and make the queue; its length."""
    from studyapp.library.candidates import candidates  # noqa: PLC0415  the other side needs none
    from studyapp.library.library import Library  # noqa: PLC0415  as above
    from studyapp.study import Limits, today  # noqa: PLC0415  as above

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


def spent(side: str, kept: Path, *places: Path) -> tuple[float, ...]:
    """One side in a process of its own, whose bytecode is `kept`.

    Seconds from its start, the processor's of them, those without imports, and the peak in MiB.
    """
    import subprocess  # noqa: PLC0415  what is measured imports nothing that it does not use

    from row import environment  # noqa: PLC0415  as above

    command = [sys.executable, __file__, "--one", side, *map(str, places)]
    began = time()
    out = subprocess.run(
        command, check=True, capture_output=True, text=True, env=environment(kept)
    ).stdout
    ready, processor, opening, memory = map(float, out.split())
    return ready - began, processor, opening, memory / KIB


def one(side: str, *places: str) -> None:
    """Open; print when it was ready, the seconds of processor and opening, the peak in KiB."""
    if side == "theirs":
        import anki.collection  # noqa: F401, PLC0415  only a bench needs it
    else:
        from studyapp.library import candidates, library  # noqa: F401, PLC0415  as in `ours`
        from studyapp.study import queue  # noqa: F401, PLC0415  as above
    began = perf_counter()
    {"ours": ours, "theirs": theirs}[side](*map(Path, places))
    seconds, ready, processor = perf_counter() - began, time(), process_time()
    status = Path("/proc/self/status").read_text("utf-8")
    memory = next(line.split()[1] for line in status.split("\n") if line.startswith("VmHWM"))
    print(ready, processor, seconds, memory)


def main(notes: int, reviews: int) -> None:
    """Print both sides and their ratios."""
    from statistics import median  # noqa: PLC0415  the sides start without it
    from tempfile import TemporaryDirectory  # noqa: PLC0415  as above

    from bases import fill, fill_anki, study  # noqa: PLC0415  neither side needs it

    with TemporaryDirectory() as folder:
        root, index, file = Path(folder) / "n", Path(folder) / "i", Path(folder) / "c.anki2"
        fill(root, notes)
        fill_anki(file, notes)
        if reviews:
            study(root, reviews)
        for _ in range(2):  # the second time, no note is so new that it is compared by its bytes
            ours(root, index)
        kept = Path(folder) / "bytecode"
        pairs = [
            (spent("ours", kept, root, index), spent("theirs", kept, file)) for _ in range(ROUNDS)
        ]
    what = f"{notes} notes, {reviews} reviews"
    from row import tell  # noqa: PLC0415  as above

    names = (
        (f"ready to review, {what}", "s", TIME),
        (f"the same, processor time, {what}", "s", TIME),
        (f"the same without imports, {what}", "s", TIME),
        (f"peak memory, {what}", "MiB", MEMORY),
    )
    for place, (name, unit, goal) in enumerate(names):
        mine, other = (median(pair[side][place] for pair in pairs) for side in (0, 1))
        tell(name, mine, other, goal, beside="anki", unit=unit)


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
