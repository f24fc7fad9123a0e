"""One answer of a review log, and what is wrong with a file that is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Unreadable(ValueError):
    """A file is no review log; `line` is 0 where there are none."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}" if line else f"{path}: {reason}")
        self.path = path
        self.line = line
        self.reason = reason


class Logged(NamedTuple):
    """One answer: its moment in milliseconds since 1970, its rating 1–4, how long it took.

    `seconds` is 0 where the log does not say.
    """

    card: str
    at: int
    rating: int
    seconds: float = 0.0
