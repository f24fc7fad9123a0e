"""The due cards that wait for their turn, by what a review of them is worth."""

from __future__ import annotations

from bisect import insort
from math import inf
from typing import TYPE_CHECKING

from studyapp.study.gain import Worth

if TYPE_CHECKING:
    from datetime import date

    from studyapp.schedule import Scheduler
    from studyapp.study.candidate import Candidate
    from studyapp.study.reader import Card

_JUDGED = 32
"""So many cards a day, on average, are judged anew: what they are worth changes slowly."""


class Backlog:
    """A line of due cards; as long as it is short, each day finds it in that day's own order."""

    def __init__(self, scheduler: Scheduler) -> None:
        self._worth = Worth(scheduler)
        self._until: date | None = None
        self._line: list[tuple[float, int, Card]] = []  # the most worth first, as negative numbers
        self._fresh: list[tuple[int, Card]] = []
        self._front: dict[str, float] = {}
        self._answered: set[str] = set()
        self._met = 0
        self._credit = inf

    def __len__(self) -> int:
        return len(self._line) + len(self._fresh) - len(self._answered)

    def add(self, card: Card) -> None:
        """Take in a card that has become due."""
        self._met += 1
        self._fresh.append((self._met, card))

    def drop(self, card: str) -> None:
        """Let a card go, if it is one of those that were last told to be the best."""
        if card in self._front:
            self._answered.add(card)

    def best(self, most: int | None, day: date, until: date | None) -> list[Card]:
        """The cards most worth a review on `day`, at most so many; all are to be known `until`."""
        front = len(self._front)
        self._line[:front] = [one for one in self._line[:front] if one[2].id not in self._answered]
        self._answered.clear()
        self._judge(day, until)
        found = self._line[:most]
        self._front = {card.id: -worth for worth, _, card in found}
        return [card for _, _, card in found]

    def worth(self, card: Candidate) -> float:
        """What one of the best was last judged to be worth; 0 for any other card."""
        return self._front.get(card.id, 0.0)

    def _judge(self, day: date, until: date | None) -> None:
        """Put what is new in its place in the line, and now and then all."""
        fresh, self._fresh = self._fresh, []
        self._credit += _JUDGED
        again = until != self._until or self._credit >= len(self._line) + len(fresh)
        if again:
            fresh += [(met, card) for _, met, card in self._line]
        judged = [(-self._worth(card, day, until), met, card) for met, card in fresh]
        if again:
            self._line, self._until, self._credit = sorted(judged), until, 0
            return
        for one in judged:
            insort(self._line, one)
