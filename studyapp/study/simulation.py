"""A person who answers all that is due, day by day, and what that costs them; seeded.

The cards go on from where they stand. A `memory`, which is a scheduler taken at its word, says how
likely each answer comes back; what was not recalled is repeated on its day until it is.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from random import Random
from typing import TYPE_CHECKING

from studyapp.schedule import Grade, New, Reviewed
from studyapp.schedule.mastery import recall_between
from studyapp.study.gain import recalled
from studyapp.study.pace import Pace
from studyapp.study.replay import replayed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from studyapp.schedule import Schedule, Scheduler
    from studyapp.study.replay import History

YEAR = 365
_PRIOR = {Grade.HARD: 2, Grade.GOOD: 16, Grade.EASY: 2}
"""The initial guess of what a recalled answer is graded, as so many answers."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How a person answers: what they grade the recalled, and how long they take.

    `passed` are shares of Hard, Good and Easy.
    """

    passed: tuple[float, ...] = (0.1, 0.8, 0.1)
    pace: Pace = field(default_factory=Pace)

    def grade(self, chance: float, draws: Random) -> Grade:
        """What is graded if it is recalled with that `chance`; draws two numbers in any case."""
        came, which = draws.random() < chance, draws.random()
        if not came:
            return Grade.AGAIN
        hard, good, _ = self.passed
        return Grade.HARD if which < hard else Grade.GOOD if which < hard + good else Grade.EASY


@dataclass(frozen=True, slots=True)
class Life:
    """So many `days` from `start` on, with so many `new` cards begun on each; `seed` is chance.

    So many `cards` live: of more some are drawn, fewer ones live several times.
    """

    start: date
    days: int = YEAR
    new: float = 10.0
    cards: int = 600
    habits: Habits = field(default_factory=Habits)
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Cost:
    """A day's `reviews`, repeats apart, and `minutes`; `recall` is the mean over days and cards.

    Unseen cards count from their first answer on.
    """

    reviews: float
    minutes: float
    recall: float


def habits(histories: Iterable[History], pace: Pace) -> Habits:
    """What a person grades the recalled, drawn to a guess while there are few answers."""
    counts = Counter(_PRIOR)
    for history in histories:
        counts.update(grade for _, grade in history.answers[1:] if grade in _PRIOR)
    return Habits(tuple(counts[grade] / counts.total() for grade in _PRIOR), pace)


def cost(cards: Sequence[History], scheduler: Scheduler, memory: Scheduler, life: Life) -> Cost:
    """What `scheduler` asks of a person whose memory is as `memory` says."""
    tally, unseen, places = _Tally(), count(), count()
    drawn, lives = _drawn(cards, life)
    share = len(cards) / max(1, len(drawn) * lives)
    for card in drawn:
        plan, mind = replayed(card, scheduler), replayed(card, memory)
        for _ in range(lives):
            begin = life.start
            if not card.answers and isinstance(card.start, New):
                begin += timedelta(days=int(next(unseen) * share / life.new))
            draws = Random(f"{life.seed}/{next(places)}")  # noqa: S311  nothing secret
            _live(_Both(scheduler, memory, plan, mind), begin, life, draws, tally)
    recall = tally.recalled / tally.known if tally.known else 0.0
    daily = share / life.days
    return Cost(tally.reviews * daily, tally.seconds * daily / 60, recall)


@dataclass(slots=True)
class _Tally:
    """What was answered; the days on which cards were `known`, and their chances added up."""

    reviews: int = 0
    seconds: float = 0.0
    known: int = 0
    recalled: float = 0.0


@dataclass(slots=True)
class _Both:
    """Where a card stands for its scheduler, and in a memory."""

    scheduler: Scheduler
    memory: Scheduler
    plan: Schedule
    mind: Schedule

    @property
    def due(self) -> date | None:
        return self.plan.due if isinstance(self.plan, Reviewed) else None

    def answer(self, day: date, grade: Grade) -> bool:
        """Answer it; whether it took a repeat."""
        plan = self.scheduler.outcome(self.plan, day, grade)
        mind = self.memory.outcome(self.mind, day, grade)
        if again := plan.again_today:
            plan = self.scheduler.repeated(plan.schedule, Grade.GOOD)
            mind = self.memory.repeated(mind.schedule, Grade.GOOD)
        self.plan, self.mind = plan.schedule, mind.schedule
        return again


def _live(card: _Both, day: date, life: Life, draws: Random, tally: _Tally) -> None:
    """Answer a card whenever it is due, from `day` on."""
    pace, end = life.habits.pace, life.start + timedelta(days=life.days)
    due = max(day, card.due or day)
    while True:
        until = min(due, end)
        if isinstance(card.mind, Reviewed) and until > day:
            tally.known += (until - day).days
            tally.recalled += recall_between(card.mind, day, until)
        if due >= end:
            return
        day = due
        new = isinstance(card.mind, New)
        chance = pace.known if new else recalled(card.mind, day)
        again = card.answer(day, life.habits.grade(chance, draws))
        tally.reviews += 1
        tally.seconds += pace.seconds["new" if new else "review"]
        tally.seconds += again * pace.repeats * pace.seconds["repeat"]
        due = max(card.due or end, day + timedelta(days=1))


def _drawn(cards: Sequence[History], life: Life) -> tuple[Sequence[History], int]:
    """The cards that live, and how often each does."""
    if len(cards) <= life.cards:
        return cards, life.cards // max(1, len(cards))
    return Random(life.seed).sample(cards, life.cards), 1  # noqa: S311  nothing secret
