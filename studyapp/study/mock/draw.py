"""Which questions a mock interview asks: topics by turns, weak cards first, follow-ups behind."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import sqrt
from random import Random
from typing import TYPE_CHECKING

from studyapp.schedule import Reviewed
from studyapp.study.candidate import is_askable
from studyapp.study.gain import recalled
from studyapp.study.mock.question import Question

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from datetime import date

    from studyapp.schedule import Schedule
    from studyapp.study.candidate import Candidate
    from studyapp.study.mock.question import Origin

FOLLOW_UPS = 2
"""So many questions at most follow from one that opens a thread."""
ENOUGH = 3.0
"""Questions are drawn for so many times the interview: who answers fast is asked more."""
_FLOOR = 0.1
"""What is surely recalled is still asked now and then."""
_MEDIUM, _LEAST = 250, 130
"""The ease of a card that is not hard, and of the hardest, in hundredths."""
_HARD = 5
"""FSRS's difficulty from which on a card is hard; it goes to 10."""
_LAPSES = 8
"""Forgotten so often, a card is as hard as cards get."""


def draw(
    cards: Sequence[Candidate],
    day: date,
    seconds: float,
    *,
    seed: int,
    linked: Callable[[str], Collection[str]],
    budget: Callable[[str], float],
    forgets: float = 1.0,
) -> tuple[Question, ...]:
    """The questions of an interview of so many `seconds`, in order; the same for the same `seed`.

    `linked` names the notes that a note links to; `budget` tells the seconds that a card's answer
    may take. No card comes twice; weight 0, suspended and buried cards are not asked.
    """
    pool = _Pool(Random(seed), forgets=forgets, day=day)  # noqa: S311  nothing secret
    for card in cards:
        pool.add(card)
    drawn: list[Question] = []
    planned = 0.0
    while planned < ENOUGH * seconds and (main := pool.main()):
        thread = [(main, "main"), *_follow_ups(pool, main, linked)]
        number = drawn[-1].thread + 1 if drawn else 0
        for step, (card, origin) in enumerate(thread):
            one = _question(card, budget(card.id), number, step, origin)
            drawn.append(one)
            planned += one.budget
    return tuple(drawn)


def weakness(card: Candidate, day: date, forgets: float = 1.0) -> float:
    """How much a card deserves to be asked: its deck's weight, its risk, and how hard it is.

    weight · (0.1 + 1 − R) · (1 + h), with R the predicted recall on `day`, 0 for an unseen card,
    and h from 0 to 1 as `_hardness` has it.
    """
    risk = _FLOOR + 1 - recalled(card.schedule, day, forgets)
    return card.weight * risk * (1 + _hardness(card.schedule))


def _hardness(schedule: Schedule) -> float:
    """By the lapses, and by the ease, which the author's label gives a new card, or by FSRS's."""
    hard = (_MEDIUM - schedule.ease) / (_MEDIUM - _LEAST)
    if isinstance(schedule, Reviewed):
        if memory := schedule.memory:
            hard = (memory.difficulty - _HARD) / _HARD
        hard = max(hard, schedule.lapses / _LAPSES)
    return min(1.0, max(0.0, hard))


@dataclass(slots=True)
class _Pool:
    """The cards that can still be asked, by topic and by note."""

    chance: Random
    day: date
    forgets: float
    weak: dict[str, float] = field(default_factory=dict)
    topics: dict[str, dict[str, Candidate]] = field(default_factory=dict)
    notes: dict[str, dict[str, Candidate]] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def add(self, card: Candidate) -> None:
        """Let a card be asked, if it may be."""
        if is_askable(card, self.day):
            self.weak[card.id] = weakness(card, self.day, self.forgets)
            self.topics.setdefault(card.deck, {})[card.id] = card
            self.notes.setdefault(card.note, {})[card.id] = card

    def main(self) -> Candidate | None:
        """A card to open a thread with, of a topic that had its turn less often than others.

        A topic's chance grows with the root of its weakness, lest a great deck be all there is.
        A note whose cards were asked opens no other thread as long as its topic has another.
        """
        names = [name for name, own in self.topics.items() if own]
        if not names:
            return None
        [topic] = self.chance.choices(names, [self._turn(name) for name in names])
        self.asked[topic] = self.asked.get(topic, 0) + 1
        own = [*self.topics[topic].values()]
        return self.take([card for card in own if card.note not in self.seen] or own)

    def take(self, cards: Sequence[Candidate]) -> Candidate:
        """One of some cards, the weak ones likelier; it is not asked again."""
        [card] = self.chance.choices(cards, [self.weak[one.id] for one in cards])
        del self.topics[card.deck][card.id], self.notes[card.note][card.id]
        self.seen.add(card.note)
        return card

    def _turn(self, topic: str) -> float:
        weak = sum(self.weak[card] for card in self.topics[topic])
        return sqrt(weak) / (1 + self.asked.get(topic, 0)) ** 2


def _follow_ups(
    pool: _Pool, main: Candidate, linked: Callable[[str], Collection[str]]
) -> Iterator[tuple[Candidate, Origin]]:
    """One question more of the same note, then one of a note it links to, or what there is."""
    others = (card for note in linked(main.note) for card in pool.notes.get(note, {}).values())
    found: dict[Origin, list[Candidate]] = {
        "same": [*pool.notes[main.note].values()],
        "linked": [card for card in others if card.note != main.note],
    }
    order: list[Origin] = ["same", "linked"] if found["linked"] else ["same", "same"]
    for origin in order[:FOLLOW_UPS]:
        if found[origin]:
            card = pool.take(found[origin])
            found[origin].remove(card)
            yield card, origin


def _question(card: Candidate, budget: float, thread: int, step: int, origin: Origin) -> Question:
    return Question(card.id, card.note, card.deck, card.weight, budget, thread, step, origin)
