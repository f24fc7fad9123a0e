"""Text search over all cards beside Anki's, interleaved. Needs `pip install anki`.

`first` is the search that Browse begins with, which fetches every card's text from the index;
`next` each further one, as a person types. Processor time of one process, the mean of several
words in two languages. The goal is no more than Anki's.
Usage: python tests/bench/search.py [NOTES]
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING, TypeVar

from bases import fill, fill_anki
from row import tell

from studyapp.library.library import Library
from studyapp.study.query import read
from studyapp.tui.day import day_of
from studyapp.tui.hits import described, found

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
WORDS = ("显存", "stride", "线程 -tensor", "kernel cache", "梯度")
GOAL = 1.0


def spent(act: Callable[[], T]) -> tuple[float, T]:
    """Milliseconds of the processor, and what came of it."""
    start = process_time()
    came = act()
    return (process_time() - start) * 1000, came


def main(notes: int) -> None:
    """Print both sides and the ratios."""
    from anki.collection import Collection  # noqa: PLC0415  only a bench needs it

    with TemporaryDirectory() as folder:
        root, index, file = Path(folder) / "n", Path(folder) / "i", Path(folder) / "c.anki2"
        fill(root, notes)
        Library(root, "", "bench", index).open(NOW)
        library = Library(root, "", "bench", index)
        snapshot = library.open(NOW)
        day = day_of(snapshot, library.day(NOW), library.settings)
        fill_anki(file, len(day.cards))  # as many, and as long
        collection = Collection(str(file))
        first, next_, theirs = [], [], []
        for word in WORDS:
            took, told = spent(lambda: described(snapshot, day))
            again, cards = spent(lambda: found(read(word), told))  # noqa: B023  at once
            other, anki = spent(lambda: collection.find_cards(word))  # noqa: B023  at once
            print(f"  {word:14} studyapp {len(cards):6}  anki {len(anki):6} cards")
            first.append(took + again)
            next_.append(again)
            theirs.append(other)
        collection.close()
    for name, ours in (("first", first), ("next", next_)):
        mine, anki_s = sum(ours) / len(ours), sum(theirs) / len(theirs)
        if name == "next":
            tell(f"text search, {notes} notes", mine, anki_s, GOAL, beside="anki")
        else:
            print(f"the first takes {mine:.1f} ms; no goal: once, while one types")


if __name__ == "__main__":
    try:
        import anki.collection  # noqa: F401
    except ImportError:
        sys.exit("skipped: `pip install anki` first")
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
