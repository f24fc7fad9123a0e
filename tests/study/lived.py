"""A person who studies every day, with a memory and a clock that follow chance."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from studyapp.schedule import Grade, New, Reviewed
from studyapp.study import Candidate, Limits, today
from studyapp.study.gain import recalled
from studyapp.study.interview import limits_on
from studyapp.study.reader import Card, copied

REPEATED = 0.8
"""How often a card is recalled minutes after it was not."""


@dataclass(frozen=True)
class Lived:
    """One day as it went."""

    day: date
    seconds: float
    overdue: int
    unseen: int


class Person:
    def __init__(self, cards: Sequence[Candidate], limits: Limits, seed: int) -> None:
        self.cards = {card.id: copied(card) for card in cards}
        self.limits = limits
        self.chance = random.Random(seed)  # noqa: S311  nothing secret

    def live(self, day: date, interview: date | None = None) -> Lived:
        """Study one day; stop where the next card and the repeats that are owed fit no longer."""
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
        left = [card.schedule for card in self.cards.values()]
        overdue = sum(isinstance(one, Reviewed) and one.due <= day for one in left)
        return Lived(day, spent, overdue, sum(isinstance(one, New) for one in left))

    def _answer(self, card: Card, day: date) -> Grade:
        new = isinstance(card.schedule, New)
        likely = self.limits.pace.known if new else recalled(card.schedule, day)
        grade = Grade.GOOD if self.chance.random() < likely else Grade.AGAIN
        after = self.limits.scheduler.outcome(card.schedule, day, grade).schedule
        self.cards[card.id] = replace(card, schedule=after)
        return grade

    def _takes(self, kind: str) -> float:
        """Seconds spread around the pace: their mean is the pace's own."""
        mean = self.limits.pace.seconds[kind]  # type: ignore[index]
        return mean * self.chance.lognormvariate(-0.08, 0.4)
