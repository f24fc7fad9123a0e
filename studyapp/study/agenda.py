"""One day's work by what the person has set: what is asked, and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from studyapp.schedule import Scheduler, Sm2
from studyapp.study.interview import LAST_PASS, last_pass, limits_on
from studyapp.study.pace import Answer, Pace, learned
from studyapp.study.queue import Item, Limits, cost, today

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from studyapp.study.candidate import Candidate
    from studyapp.study.plan import Plan


@dataclass(frozen=True, slots=True)
class Terms:
    """What the person set: minutes a day, or with 0 so many new cards and reviews (0: any)."""

    minutes: int = 20
    new: int = 10
    reviews: int = 0
    interview: date | None = None
    scheduler: Scheduler = field(default_factory=Sm2)

    def limits(self, pace: Pace) -> Limits:
        """The limits of any day."""
        if self.minutes:
            return Limits(seconds=self.minutes * 60, pace=pace, scheduler=self.scheduler)
        return Limits(self.new, self.reviews or None, pace=pace, scheduler=self.scheduler)


@dataclass(frozen=True, slots=True)
class Agenda:
    """What `day` asks: its items, what they take in seconds, and what is left of the minutes.

    `last` are the cards to look through once more in the days before the interview; `left` is
    None where minutes set no limit.
    """

    day: date
    items: tuple[Item, ...]
    seconds: float
    left: float | None
    limits: Limits
    last: tuple[Item, ...] = ()

    @property
    def minutes(self) -> int:
        """How long the items take, in whole minutes; at least one, if there are any."""
        return max(1, round(self.seconds / 60)) if self.items else 0

    def count(self, kind: str) -> int:
        """How many items are of a kind."""
        return sum(item.kind == kind for item in self.items)


def agenda(
    cards: Sequence[Candidate],
    terms: Terms,
    day: date,
    answers: Iterable[Answer] = (),
    *,
    spent: float = 0.0,
) -> Agenda:
    """What `day` asks of `cards`; `answers` teach the pace, `spent` are the seconds it had."""
    limits = limits_on(day, terms.limits(learned(answers)), terms.interview)
    if limits.seconds is not None:
        limits = replace(limits, seconds=max(0.0, limits.seconds - spent))
    items = today(cards, day, limits)
    by_id = {card.id: card for card in cards}
    seconds = sum(cost(by_id[item.card], day, limits.pace) for item in items)
    return Agenda(
        day, items, seconds, limits.seconds, limits, _last(cards, terms, day, limits, seconds)
    )


def planned(
    cards: Sequence[Candidate],
    terms: Terms,
    said: Agenda,
    *,
    spent: float = 0.0,
    forgets: float = 1.0,
    regularity: float | None = None,
) -> Plan:
    """What studying so every day from that of the agenda `said` comes to.

    `forgets` and `regularity` are the person's own, as their answers tell.
    """
    from studyapp.study.plan import plan  # noqa: PLC0415  to ask a card takes no plan

    limits = terms.limits(replace(said.limits.pace, forgets=forgets))
    return plan(
        cards, said.day, limits, interview=terms.interview, spent=spent, regularity=regularity
    )


def _last(
    cards: Sequence[Candidate], terms: Terms, day: date, limits: Limits, seconds: float
) -> tuple[Item, ...]:
    interview = terms.interview
    if interview is None or not 0 < (interview - day).days <= LAST_PASS:
        return ()
    left = float("inf") if limits.seconds is None else limits.seconds - seconds
    return last_pass(cards, day, interview, left, limits)
