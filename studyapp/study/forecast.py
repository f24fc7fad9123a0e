"""The coming days as they will go if the person studies their minutes each day."""

import heapq
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count, islice

from studyapp.schedule import Grade, Reviewed
from studyapp.study.backlog import Backlog
from studyapp.study.candidate import Candidate, due_day, is_chosen, is_unseen
from studyapp.study.interview import LAST_PASS, last_pass, limits_on
from studyapp.study.pace import Kind, Pace
from studyapp.study.queue import Item, Limits, cost, rank, today
from studyapp.study.reader import Card, Reader, answered, copied

_SPREAD = 0.4
"""The standard deviation of what a card takes, repeats included, as a share of its mean."""


@dataclass(frozen=True, slots=True)
class Day:
    """One coming day: what is answered, and what is left at its end.

    `seconds` is how long it takes; `overdue` counts the due cards that found no place.
    """

    day: date
    reviews: int
    new: int
    seconds: float
    overdue: int
    unseen: int


class Forecast:
    """Goes day by day from `start`; `cards` are as they stand at the end of the last day told.

    `limits` are a day's; `spent` the seconds that the first day has had already. Of the days the
    share `regularity` is studied, spread evenly from the first on.
    """

    def __init__(
        self,
        cards: Iterable[Candidate],
        start: date,
        limits: Limits,
        *,
        interview: date | None = None,
        spent: float = 0.0,
        regularity: float = 1.0,
    ) -> None:
        self.day = start
        self.cards = {card.id: copied(card) for card in cards if is_chosen(card)}
        self._limits = limits
        self._interview = interview
        self._spent = spent
        self._regularity = regularity
        self._turn = 1.0
        self._reader = Reader(limits.pace)
        self._order = count()
        self._later: list[tuple[date, int, str]] = []
        self._open: dict[str, None] = {}
        self._backlog = Backlog(limits.scheduler)
        self._unseen: dict[str, None] = {}
        unseen = [card for card in self.cards.values() if is_unseen(card)]
        self._unmet = len(unseen)
        for card in sorted(unseen, key=rank):
            if not _back(card, start):
                self._unseen[card.id] = None
        for card in self.cards.values():
            self._wait(card)

    def days(self, most: int) -> Iterator[Day]:
        """Tell the coming days, at most so many."""
        for _ in range(most):
            yield self._study() if self._turn >= 1 else self._rest()
            self._turn += self._regularity - (self._turn >= 1)
            self.day += timedelta(days=1)
            self._spent = 0.0

    def _study(self) -> Day:
        limits = limits_on(self.day, self._limits, self._interview)
        if limits.seconds is not None:
            seconds = limits.seconds - self._spent
            limits = replace(limits, seconds=max(0.0, seconds - _shortfall(seconds, limits.pace)))
        self._wake()
        items = today(self._pool(limits), self.day, limits, self._backlog.worth)
        seconds = 0.0
        for item in items:
            seconds += cost(self.cards[item.card], self.day, limits.pace)
            self._answer(item)
        seconds += self._pass_once_more(limits, seconds)
        reviews, new = (sum(item.kind == kind for item in items) for kind in ("review", "new"))
        return Day(self.day, reviews, new, seconds, len(self._backlog), self._unmet)

    def _rest(self) -> Day:
        """A day without study: what falls due waits."""
        self._wake()
        return Day(self.day, 0, 0, 0.0, len(self._backlog), self._unmet)

    def _wake(self) -> None:
        """Open what asks for its turn by now."""
        while self._later and self._later[0][0] <= self.day:
            self._come(self.cards[heapq.heappop(self._later)[2]])

    def _come(self, card: Card) -> None:
        """Have a card ask for its turn from now on."""
        if not (is_unseen(card) or card.to_repeat):
            self._backlog.add(card)
        else:
            self._open[card.id] = None

    def _pool(self, limits: Limits) -> list[Card]:
        """What is to be repeated, and as many due and unseen cards as could find a place."""
        due = self._backlog.best(_most(limits.reviews, "review", limits), self.day, limits.until)
        new = _most(limits.new, "new", limits)
        names = [*self._open, *(card.id for card in due)]
        names += islice(self._unseen, new)
        if self._spent:
            names += [card.id for card in self.cards.values() if card.introduced == self.day]
        return [self.cards[name] for name in dict.fromkeys(names)]

    def _answer(self, item: Item) -> None:
        card = self.cards[item.card]
        self._open.pop(card.id, None)
        self._backlog.drop(card.id)
        self._unseen.pop(card.id, None)
        if item.kind == "repeat":
            card = replace(card, to_repeat=None)
        else:
            self._unmet -= is_unseen(card)
            grade, scheduler = self._reader.grade(card.schedule, self.day), self._limits.scheduler
            outcome = scheduler.outcome(card.schedule, self.day, grade)
            if outcome.again_today:
                outcome = scheduler.repeated(outcome.schedule, Grade.GOOD)
            card = answered(card, outcome.schedule)
        self.cards[card.id] = card
        self._wait(card)

    def _wait(self, card: Card) -> None:
        """Bring the card back on its day; unseen ones wait in their own line."""
        if back := _back(card, self.day):
            heapq.heappush(self._later, (back, next(self._order), card.id))

    def _pass_once_more(self, limits: Limits, spent: float) -> float:
        """In the last days, look through the rest; the seconds that takes."""
        interview, seconds = self._interview, limits.seconds
        if interview is None or seconds is None:
            return 0.0
        if not 0 < (interview - self.day).days <= LAST_PASS:
            return 0.0
        items = last_pass(self.cards.values(), self.day, interview, seconds - spent, limits)
        for item in items:
            card = self.cards[item.card]
            if isinstance(card.schedule, Reviewed):
                fresh = replace(card.schedule, last=self.day)
                self.cards[card.id] = replace(card, schedule=fresh)
        return len(items) * limits.pace.seconds["review"]


def _most(told: int | None, kind: Kind, limits: Limits) -> int | None:
    """How many cards of a kind a day can take, and one that waits; None for any number."""
    most = None if told is None else told + 1
    if limits.seconds is None:
        return most
    fitting = int(limits.seconds / limits.pace.seconds[kind]) + 1
    return fitting if most is None else min(fitting, most)


def _back(card: Card, day: date) -> date | None:
    """The day on which a card asks for its turn; None for an unseen one that just waits."""
    back = day if card.to_repeat else due_day(card) or day
    back = max(back, card.buried_until or back)
    return None if back <= day and is_unseen(card) else back


def _shortfall(seconds: float, pace: Pace) -> float:
    """The seconds that a day loses because answers vary: on slow days the last cards wait.

    On a fast day nothing is added, so the mean of what is cut off is that of half a normal
    distribution: its deviation times 1/√(2π).
    """
    each = pace.seconds["review"]
    return _SPREAD * math.sqrt(max(0.0, seconds) * each) / math.sqrt(2 * math.pi)
