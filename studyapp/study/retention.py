"""True retention: how often a card was recalled when it came back, by how long it had waited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.schedule import Grade, Reviewed
from studyapp.study.gain import recalled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from studyapp.schedule.course import Turn

CLASSES: tuple[tuple[int, int | None], ...] = ((1, 1), (2, 6), (7, 20), (21, 59), (60, None))
"""Intervals in days, from and to; the last has no end."""
MATURE = 21
"""Days of interval from which a card is no longer young."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Of so many cards that were `asked`, so many were `recalled`.

    `foretold` is the mean chance of it, by the scheduler, on those days.
    """

    asked: int = 0
    recalled: int = 0
    foretold: float = 0.0

    @property
    def share(self) -> float | None:
        """The share that was recalled; None where none was asked."""
        return self.recalled / self.asked if self.asked else None


@dataclass(frozen=True, slots=True)
class Retention:
    """By interval as in `CLASSES`, and over the young, the mature, and all of them."""

    intervals: tuple[Kept, ...]
    young: Kept
    mature: Kept
    all: Kept


def retention(turns: Iterable[Turn], since: date | None = None) -> Retention:
    """What was recalled at the first answer of a day, from the day `since` on.

    A card's first meeting is no recall, and a repeat of the same day is none after a day.
    """
    told = [_told(turn) for turn in turns if _counts(turn, since)]
    return Retention(
        tuple(_kept(told, *ends) for ends in CLASSES),
        _kept(told, 0, MATURE - 1),
        _kept(told, MATURE, None),
        _kept(told, 0, None),
    )


def _counts(turn: Turn, since: date | None) -> bool:
    if turn.grade is None or turn.again or not isinstance(turn.before, Reviewed):
        return False
    return turn.day > turn.before.last and (since is None or turn.day >= since)


def _told(turn: Turn) -> tuple[int, float, bool]:
    """Interval, chance of recall, and whether it was."""
    before = turn.before
    interval = max(1, before.interval) if isinstance(before, Reviewed) else 1
    won = turn.grade is not None and turn.grade >= Grade.HARD
    return interval, recalled(before, turn.day), won


def _kept(told: Iterable[tuple[int, float, bool]], first: int, last: int | None) -> Kept:
    """What was told of intervals in a range."""
    found = [one for one in told if first <= one[0] and (last is None or one[0] <= last)]
    foretold = sum(chance for _, chance, _ in found) / len(found) if found else 0.0
    return Kept(len(found), sum(won for *_, won in found), foretold)
