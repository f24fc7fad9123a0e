"""What the person's minutes come to: when the overdue are cleared and the unseen are met."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.study.aim import aim
from studyapp.study.candidate import is_chosen, is_unseen, is_waiting
from studyapp.study.forecast import Forecast

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from studyapp.study.aim import Aim
    from studyapp.study.candidate import Candidate
    from studyapp.study.forecast import Day
    from studyapp.study.queue import Limits

HORIZON = 1500
"""Days beyond which nothing is promised."""
ANSWERS = 20_000
"""Nor is beyond so many answers, which take about a second to think through."""


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
    unseen = sum(is_unseen(card) for card in chosen)
    overdue = sum(is_waiting(card, day) for card in chosen)
    cleared = next((one.day for one in days if not one.overdue), None)
    met = days[-1].day if not days[-1].unseen else None
    learning = sum(1 for one in days if one.new) or 1
    aimed = None
    if interview and interview > day:
        aimed = aim(chosen, day, limits, interview, spent=spent, regularity=regularity)
    return Plan(
        overdue=overdue,
        cleared=cleared,
        unseen=unseen,
        met=met,
        new_a_day=sum(one.new for one in days) / learning,
        minutes=max(one.seconds for one in days) / 60,
        forgets=limits.pace.forgets,
        regularity=regularity,
        aim=aimed,
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
