"""Opening 10,000 notes, beside loading their headers with python-frontmatter, in one run.

Run as `python tests/bench/opening.py [NOTES]`. The goal for an index made from nothing is six
times the headers alone on one core.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

import frontmatter

from studyapp.library.library import Library
from studyapp.library.walk import walk
from studyapp.schedule import Grade

if TYPE_CHECKING:
    from collections.abc import Callable

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
GRADED = 500
GOAL = 6
HEAD = """---
created: '2026-01-02'
last_reviewed: null
next_review: '2026-01-02'
review_count: 0
difficulty: medium
mastery_level: 0.0
tags:
- bench
related_outlines: []
---
"""


def fill(root: Path, notes: int) -> None:
    """Write notes of about 10 KB, a hundred a folder."""
    text = "A sentence that a note of ordinary length would hold in its place. " * 20
    filler = f"## Part\n\n{text}\n\n```python\nx = 1\nprint(x)\n```\n\n" * 6
    for number in range(notes):
        folder = root / f"deck {number // 100}"
        folder.mkdir(exist_ok=True)
        card = f"**Q: What is {number}?**\nA: A number.\n"
        (folder / f"{number}.md").write_text(f"{HEAD}# {number}\n\n{filler}{card}", "utf-8")


def timed(what: str, act: Callable[[], object]) -> float:
    """Seconds that `act` took, also printed."""
    began = perf_counter()
    act()
    seconds = perf_counter() - began
    print(f"{what:42} {seconds:7.2f} s")
    return seconds


def main() -> None:
    """Print the times and the ratio."""
    notes = int(sys.argv[1]) if sys.argv[1:] else 10_000
    with TemporaryDirectory() as folder:
        root = Path(folder)
        fill(root, notes)
        timed("walking", lambda: walk(root))
        paths = [root / path for path in walk(root).notes]
        base = timed("python-frontmatter, all notes", lambda: [*map(frontmatter.load, paths)])
        library = Library(root, "", "bench")
        ours = timed("opening, nothing journalled", lambda: library.open(NOW))
        for card in list(library.snapshot.cards)[:GRADED]:
            library.grade(card, Grade.GOOD, 1, NOW)
        again = timed(f"opening, {GRADED} notes graded", lambda: library.open(NOW))
        timed("settling, all in order", lambda: library.settle(NOW))
    print(f"ratio {ours / base:.1f} and {again / base:.1f}, goal {GOAL} or less, {notes} notes")


if __name__ == "__main__":
    main()
