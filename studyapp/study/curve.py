"""A card's forgetting curve, day by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from studyapp.schedule import recalled

if TYPE_CHECKING:
    from studyapp.schedule.schedules import Reviewed

_BEYOND = 1.5
"""So many times the interval the curve goes on, unless the card has waited longer."""


class Moment(NamedTuple):
    """A day on the curve; whether the card is due on it, and whether it is today."""

    day: date
    recall: float
    due: bool = False
    now: bool = False


def curve(schedule: Reviewed, today: date, most: int) -> list[Moment]:
    """The chance of recall from the last review until well beyond the due day and today.

    At most so many moments, evenly apart; the one nearest to the due day is marked, and to today.
    """
    last, due = schedule.last, (schedule.due - schedule.last).days
    now = max(0, (today - last).days)
    until = max(round(_BEYOND * due), now + 1, 2)
    step = max(1, -(-until // max(1, most - 1)))
    days = [*range(0, until + step, step)]
    marks = {
        name: min(days, key=lambda day: abs(day - wanted))
        for name, wanted in (("due", due), ("now", now))
    }
    return [
        Moment(
            last + timedelta(days=day),
            recalled(schedule, day),
            due=day == marks["due"],
            now=day == marks["now"],
        )
        for day in days
    ]
