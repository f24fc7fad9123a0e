"""A small library that was made by hand, and the question whether anything of it was lost."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from studyapp.library.library import Library
from studyapp.schedule import Review

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable
    from pathlib import Path

    from studyapp.library.disk import Disk

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
CUT = "the last line was cut off"
CUT_BEFORE = "not an event"
"""What such a line is once another stands below it."""
BLOCK = """---
created: '2026-01-02'
last_reviewed: null   # by hand
next_review: '2026-01-02'
review_count: 0
difficulty: medium
mastery_level: 0.0
tags: [graphs]
---
"""
BODY = """# 图 {number}

**Q: Which search finds shortest unweighted paths?**
A: The breadth-first one — 宽度优先。

**Q: Which one finds cycles by its grey nodes?**
A: The depth-first one.
"""
_VALUE = re.compile(
    rb"^(?:last_reviewed|next_review|review_count|mastery_level): *[^ \r\n]+", re.MULTILINE
)


def notes() -> dict[str, bytes]:
    """Notes by name: one in the reference form, one with CRLF, one without front matter."""
    bodies = [BODY.replace("{number}", str(number)) for number in range(3)]
    return {
        "graph (0)+`x`.md": (BLOCK + bodies[0]).encode(),
        "图：1？.md": (BLOCK + bodies[1]).replace("\n", "\r\n").encode(),
        "plain.md": bodies[2].encode(),
    }


@dataclass
class Shelf:
    """A library on disk, and what was acknowledged about it: each grade by a key of its own.

    That is a number, which travels as the seconds that the answer took, unless `key` says other.
    """

    root: Path
    before: dict[str, bytes] = field(default_factory=notes)
    told: set[Hashable] = field(default_factory=set)
    tried: set[Hashable] = field(default_factory=set)
    cut: int = 0
    """How many lines of the journal were cut off, since the process died in the middle."""
    key: Callable[[Review, Library], Hashable] = lambda review, _: review.seconds

    def __post_init__(self) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        for name, data in self.before.items():
            (self.root / name).write_bytes(data)

    def opened(self, disk: Disk | None = None, *, now: datetime = NOW) -> Library:
        """The library, freshly read."""
        library = Library(self.root, "", "desk", **({"disk": disk} if disk else {}))
        library.open(now)
        return library

    def lost(self, now: datetime = NOW) -> list[str]:
        """What is wrong before the next start, in that start, and after it: in words."""
        return [*self.torn(), *self._started(now), *self.left(now)]

    def torn(self) -> Iterable[str]:
        """The notes of which more than the review values has changed."""
        for name, before in self.before.items():
            now = (self.root / name).read_bytes()
            if masked(now) != masked(before) and not _has_new_block(now, before):
                yield f"{name} is torn: {now!r}"

    def _started(self, now: datetime) -> Iterable[str]:
        library = self.opened(now=now)
        problems = [one.message for one in library.snapshot.problems if one.message != CUT]
        cut = [one for one in problems if one.startswith(CUT_BEFORE)]
        yield from [one for one in problems if one not in cut] + cut[self.cut :]
        library.settle(now)
        live = [one for one in library.snapshot.state.live if isinstance(one, Review)]
        counts = Counter(self.key(one, library) for one in live)
        yield from (f"grade {one} is missing" for one in self.told - counts.keys())
        yield from (f"grade {one} is there {n} times" for one, n in counts.items() if n > 1)
        yield from (f"grade {one} is nobody's" for one in counts.keys() - self.tried)

    def left(self, now: datetime) -> Iterable[str]:
        """What is not in order after a start."""
        yield from (f"{path} was left" for path in sorted(self.root.rglob(".studyapp-*.tmp")))
        library = self.opened(now=now)
        if library.snapshot.waiting or library.settle(now).healed or library.stale():
            yield "the notes are not as the journal has them"


def masked(data: bytes) -> bytes:
    """A note without its review values."""
    return _VALUE.sub(b"", data)


def _has_new_block(now: bytes, before: bytes) -> bool:
    """Whether a note without front matter has got a whole one, and nothing else."""
    block, body = now[: len(now) - len(before)], now[len(now) - len(before) :]
    whole = block.startswith(b"---\n") and block.count(b"---\n") == 2
    return not before.startswith(b"---") and body == before and whole
