"""People who study by the app's queue, whose memory, clock and habits follow chance."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from studyapp.schedule import Grade, New, Reviewed, Schedule, Scheduler, Sm2
from studyapp.study import Candidate, Limits, today
from studyapp.study.gain import recalled
from studyapp.study.interview import LAST_PASS, last_pass, limits_on
from studyapp.study.reader import Card, copied
from studyapp.study.replay import Tried

REPEATED = 0.8
"""How often a card is recalled minutes after it was not."""


@dataclass(frozen=True)
class Reader:
    """How a person is: by default as SM-2's intervals say, and honest.

    Their memory is that of a scheduler, sped up `forgets` times, and by card as much faster or
    slower as `spread` says; `exponential` is another form of curve. Of what they do not recall
    they grade the share `kind` as recalled; of seven days they study those named.
    """

    memory: Scheduler = field(default_factory=Sm2)
    forgets: float = 1.0
    spread: float = 0.0
    exponential: bool = False
    kind: float = 0.0
    week: tuple[int, ...] = tuple(range(7))


@dataclass(frozen=True)
class Lived:
    """One day as it went."""

    day: date
    seconds: float
    overdue: int
    unseen: int


class Person:
    """Someone with cards as the app sees them, and as their own `minds` hold them."""

    def __init__(
        self, cards: Sequence[Candidate], limits: Limits, seed: int, reader: Reader | None = None
    ) -> None:
        self.cards = {card.id: copied(card) for card in cards}
        self.minds: dict[str, Schedule] = {card.id: card.schedule for card in cards}
        self.limits = limits
        self.reader = reader or Reader()
        self.chance = random.Random(seed)  # noqa: S311  nothing secret
        faster = random.Random(seed)  # noqa: S311
        self._forgets = {
            name: self.reader.forgets * math.exp(faster.gauss(0, self.reader.spread))
            for name in self.cards
        }
        self.tried: list[Tried] = []
        self.studied: set[date] = set()

    def live(self, day: date, interview: date | None = None) -> Lived:
        """Study one day; stop where the next card and the repeats that are owed fit no longer."""
        spent = 0.0
        if day.weekday() in self.reader.week:
            self.studied.add(day)
            spent = self._study(day, interview)
        left = [card.schedule for card in self.cards.values()]
        overdue = sum(isinstance(one, Reviewed) and one.due <= day for one in left)
        return Lived(day, spent, overdue, sum(isinstance(one, New) for one in left))

    def knows(self, day: date) -> float:
        """The mean chance of recall on `day`, by their own memory."""
        return sum(self._chance(name, day) for name in self.cards) / len(self.cards)

    def would_say(self, day: date) -> float:
        """The share that they would grade as recalled on `day`."""
        known, met = self.knows(day), sum(isinstance(one, Reviewed) for one in self.minds.values())
        return known + (met / len(self.minds) - known) * self.reader.kind

    def _study(self, day: date, interview: date | None) -> float:
        limits = limits_on(day, self.limits, interview)
        spent, owed = 0.0, []
        for item in today([*self.cards.values()], day, limits):
            coming = len(owed) * limits.pace.seconds["repeat"] + limits.pace.seconds[item.kind]
            if limits.seconds is not None and spent + coming > limits.seconds:
                break
            spent += self._takes(item.kind)
            if self._answer(self.cards[item.card], day) < Grade.GOOD:
                owed.append(item)
        for _ in range(3):
            for _ in [*owed]:
                if limits.seconds is None or spent < limits.seconds:
                    spent += self._takes("repeat")
                    if self.chance.random() < REPEATED:
                        owed.pop()
        if interview and limits.seconds and 0 < (interview - day).days <= LAST_PASS:
            left = limits.seconds - spent
            for item in last_pass(self.cards.values(), day, interview, left, limits):
                self._look_through(item.card, day)
        return spent

    def _chance(self, name: str, day: date) -> float:
        mind, forgets = self.minds[name], self._forgets[name]
        if self.reader.exponential and isinstance(mind, Reviewed):
            return float(0.9 ** ((day - mind.last).days * forgets / mind.interval))
        return recalled(mind, day, forgets)

    def _answer(self, card: Card, day: date) -> Grade:
        new = isinstance(card.schedule, New)
        likely = self.limits.pace.known if new else self._chance(card.id, day)
        knew = self.chance.random() < likely
        kind = 0.0 if new else self.reader.kind
        said = knew or (kind > 0 and self.chance.random() < kind)
        if isinstance(card.schedule, Reviewed):
            days = (day - card.schedule.last).days
            self.tried.append(Tried(day, card.schedule, days, said))
        scheduler, memory = self.limits.scheduler, self.reader.memory
        mind = _after(self.minds[card.id], memory, day, knew=knew)
        self.minds[card.id] = mind
        schedule = _after(card.schedule, scheduler, day, knew=said)
        self.cards[card.id] = replace(card, schedule=schedule)
        return Grade.GOOD if said else Grade.AGAIN

    def _look_through(self, name: str, day: date) -> None:
        """Pass over a card once more: what was forgotten is learned anew, for some days."""
        mind = self.minds[name]
        if self.chance.random() >= self._chance(name, day):
            self.minds[name] = _after(mind, self.reader.memory, day, knew=False)
        elif isinstance(mind, Reviewed):
            self.minds[name] = replace(mind, last=day)

    def _takes(self, kind: str) -> float:
        """Seconds spread around the pace: their mean is the pace's own."""
        mean = self.limits.pace.seconds[kind]  # type: ignore[index]
        return mean * self.chance.lognormvariate(-0.08, 0.4)


def live(person: Person, first: date, days: int, interview: date | None = None) -> date:
    """Let so many days pass; the day after them."""
    for ago in range(days):
        person.live(first + timedelta(days=ago), interview)
    return first + timedelta(days=days)


def _after(schedule: Schedule, scheduler: Scheduler, day: date, *, knew: bool) -> Reviewed:
    """Where an answer leaves a card; what was not known is repeated that day until it is."""
    outcome = scheduler.outcome(schedule, day, Grade.GOOD if knew else Grade.AGAIN)
    if outcome.again_today:
        outcome = scheduler.repeated(outcome.schedule, Grade.GOOD)
    return outcome.schedule
