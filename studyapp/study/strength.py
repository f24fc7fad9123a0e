"""Mastery in words: how many cards were met, and how much of them will be left in 30 days."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from studyapp.schedule import MASTERED, New, Reviewed, mastery
from studyapp.study.candidate import is_unseen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studyapp.schedule.course import Turn
    from studyapp.study.candidate import Standing

SHAKY = 0.5
"""Mastery below which a card is shaky; from `MASTERED` on it is solid, between them it holds."""
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Strength:
    """Some cards by how well they are known; `recall` is the sum of their masteries.

    Of those never reviewed, a first pass called `known` what is not `new`.
    """

    new: int = 0
    known: int = 0
    shaky: int = 0
    holding: int = 0
    solid: int = 0
    recall: float = 0.0

    @property
    def met(self) -> int:
        """The cards that were reviewed at least once."""
        return self.shaky + self.holding + self.solid

    @property
    def cards(self) -> int:
        """All of them."""
        return self.new + self.known + self.met

    @property
    def of_met(self) -> float:
        """The mean mastery of those that were met; 0 where none was."""
        return self.recall / self.met if self.met else 0.0

    @property
    def mastery(self) -> float:
        """The mean mastery of all, those not met as 0."""
        return self.recall / self.cards if self.cards else 0.0


@dataclass(frozen=True, slots=True)
class Week:
    """How many cards had been met by the end of `day`, and the sum of their masteries then."""

    day: date
    met: int
    recall: float


def strength(cards: Iterable[Standing]) -> Strength:
    """How well cards are known; suspended ones are the caller's to leave out."""
    every = [*cards]
    met = [card.schedule for card in every if isinstance(card.schedule, Reviewed)]
    chances = [*map(mastery, met)]
    words = Counter(bisect_right((SHAKY, MASTERED), chance) for chance in chances)
    new = sum(map(is_unseen, every))
    return Strength(new, len(every) - len(met) - new, words[0], words[1], words[2], sum(chances))


def weeks(courses: Iterable[Sequence[Turn]], today: date, most: int) -> tuple[Week, ...]:
    """How mastery came about, a week at a time up to `today`, beginning when a first card was met.

    A history that a note came with counts from its last review, not from its adoption.
    """
    changes = sorted(_change(turn) for course in courses for turn in course)
    if not changes:
        return ()
    count = min(most, max(1, -(-(today - changes[0][0]).days // 7) + 1))
    found, place, met, recall = [], 0, 0, 0.0
    for day in (today - _WEEK * ago for ago in reversed(range(count))):
        while place < len(changes) and changes[place][0] <= day:
            met += changes[place][1]
            recall += changes[place][2]
            place += 1
        found.append(Week(day, met, recall))
    return tuple(found)


def _change(turn: Turn) -> tuple[date, int, float]:
    """When a turn took place, how many more cards were met by it, how much more is recalled."""
    first = isinstance(turn.before, New) and isinstance(turn.after, Reviewed)
    day = turn.after.last if first and isinstance(turn.after, Reviewed) else turn.day
    more = isinstance(turn.after, Reviewed) - isinstance(turn.before, Reviewed)
    return day, more, mastery(turn.after) - mastery(turn.before)
