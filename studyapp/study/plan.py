"""What the person's minutes come to: when the overdue are cleared and the unseen are met."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp.schedule import New, Reviewed
from studyapp.study.candidate import is_chosen
from studyapp.study.forecast import Forecast
from studyapp.study.interview import readiness

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from studyapp.study.candidate import Candidate
    from studyapp.study.forecast import Day
    from studyapp.study.queue import Limits

WORTH = 0.02
"""A difference in recall that is worth a word."""
HORIZON = 1500
"""Days beyond which nothing is promised."""
ANSWERS = 20_000
"""Nor is beyond so many answers, which take about a second to think through."""


@dataclass(frozen=True, slots=True)
class Aim:
    """What the days until the interview come to.

    `met` of the unseen cards will have been met by then; leaving out the decks `drop` would let
    all others be. `now` and `then` are the chances of recall on that day, on average: without
    another minute of study, and with all of them; `likely` that with as many days of study as
    there were lately, where that is known.
    """

    interview: date
    met: int
    drop: tuple[str, ...]
    now: float
    then: float
    decks: tuple[tuple[str, float, float], ...] = ()
    """By deck: its folder, and the same two chances."""
    likely: float | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """One honest sentence in parts; a day is None where it lies beyond the horizon.

    `overdue` due cards are all asked by the end of `cleared`, and of `unseen` cards the last is
    met on `met`, at `new_a_day` on average until then.
    """

    overdue: int
    cleared: date | None
    unseen: int
    met: date | None
    new_a_day: float
    minutes: float
    """The longest day's."""
    forgets: float = 1.0
    """Days of forgetting that pass in one, by the person's own answers."""
    regularity: float | None = None
    """The share of days that were studied lately; None where it can't be told yet."""
    aim: Aim | None = None


def plan(
    cards: Sequence[Candidate],
    day: date,
    limits: Limits,
    *,
    interview: date | None = None,
    spent: float = 0.0,
    regularity: float | None = None,
) -> Plan:
    """What studying every day from `day` on comes to, `spent` seconds of it being over."""
    chosen = [card for card in cards if is_chosen(card)]
    days = [*_until_met(Forecast(chosen, day, limits, interview=interview, spent=spent))]
    unseen = sum(isinstance(card.schedule, New) for card in chosen)
    overdue = sum(isinstance(c.schedule, Reviewed) and c.schedule.due <= day for c in chosen)
    cleared = next((one.day for one in days if not one.overdue), None)
    met = days[-1].day if not days[-1].unseen else None
    learning = sum(1 for one in days if one.new) or 1
    aim = None
    if interview and interview > day:
        aim = _aim(chosen, day, limits, interview, spent)
        if regularity is not None:
            likely, _ = _after(chosen, day, limits, interview, spent=spent, regularity=regularity)
            aim = replace(aim, likely=readiness(likely, interview, limits.pace.forgets))
    return Plan(
        overdue=overdue,
        cleared=cleared,
        unseen=unseen,
        met=met,
        new_a_day=sum(one.new for one in days) / learning,
        minutes=max(one.seconds for one in days) / 60,
        forgets=limits.pace.forgets,
        regularity=regularity,
        aim=aim,
    )


def _until_met(forecast: Forecast) -> list[Day]:
    days: list[Day] = []
    answers = 0
    for one in forecast.days(HORIZON):
        days.append(one)
        answers += one.reviews + one.new
        if answers > ANSWERS or not (one.unseen or one.overdue):
            break
    return days


def _aim(
    cards: Sequence[Candidate], day: date, limits: Limits, interview: date, spent: float
) -> Aim:
    after, met = _after(cards, day, limits, interview, spent=spent)
    forgets = limits.pace.forgets
    before, later = _by_deck(cards), _by_deck(after)
    decks = [
        (
            deck,
            readiness(before[deck], interview, forgets),
            readiness(later[deck], interview, forgets),
        )
        for deck in before
    ]
    return Aim(
        interview,
        met,
        _to_drop(cards, met),
        readiness(cards, interview, forgets),
        readiness(after, interview, forgets),
        tuple(decks),
    )


def _after(
    cards: Sequence[Candidate],
    day: date,
    limits: Limits,
    interview: date,
    *,
    spent: float,
    regularity: float = 1.0,
) -> tuple[Sequence[Candidate], int]:
    """The cards on the morning of the interview, and how many unseen ones were met by then."""
    forecast = Forecast(cards, day, limits, interview=interview, spent=spent, regularity=regularity)
    days = [*forecast.days((interview - day).days)]
    return [*forecast.cards.values()], sum(one.new for one in days)


def _by_deck(cards: Iterable[Candidate]) -> defaultdict[str, list[Candidate]]:
    decks: defaultdict[str, list[Candidate]] = defaultdict(list)
    for card in cards:
        decks[card.deck].append(card)
    return decks


def _to_drop(cards: Sequence[Candidate], met: int) -> tuple[str, ...]:
    """The decks to leave out so that the unseen cards of all others can be met: lightest first."""
    unseen = Counter(card.deck for card in cards if isinstance(card.schedule, New))
    weights = {card.deck: card.weight for card in cards}
    left = unseen.total()
    dropped: list[str] = []
    for deck in sorted(unseen, key=lambda deck: (weights[deck], -unseen[deck])):
        if left <= met or len(dropped) == len(unseen) - 1:
            break
        dropped.append(deck)
        left -= unseen[deck]
    return tuple(dropped)
