"""The coming days: what falls due on each, and what the day's minutes make of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.study.candidate import due_day, is_chosen
from studyapp.study.forecast import Forecast

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from studyapp.study.candidate import Candidate
    from studyapp.study.queue import Limits


@dataclass(frozen=True, slots=True)
class Coming:
    """One day: `due` are the cards that wait for it as things stand, the overdue on the first.

    If every day is studied, it has so many `reviews` and `new` cards, which take `seconds`.
    """

    day: date
    due: int
    reviews: int
    new: int
    seconds: float


def outlook(
    cards: Sequence[Candidate],
    start: date,
    limits: Limits,
    *,
    days: int,
    interview: date | None = None,
    spent: float = 0.0,
) -> tuple[Coming, ...]:
    """So many days from `start` on, of whose time `spent` seconds are over."""
    due = Counter(max(start, one) for card in cards if (one := _due(card)))
    forecast = Forecast(cards, start, limits, interview=interview, spent=spent)
    return tuple(
        Coming(one.day, due[one.day], one.reviews, one.new, one.seconds)
        for one in forecast.days(days)
    )


def _due(card: Candidate) -> date | None:
    due = due_day(card)
    if due is None or not is_chosen(card):
        return None
    return max(due, card.buried_until or due)
