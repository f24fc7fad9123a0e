"""What each plot of the statistics shows: its title, its numbers, its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.study.retention import CLASSES
from studyapp.tui import statwords
from studyapp.tui.widgets.plot import Series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.study.habits import StudyDay
    from studyapp.study.statistics import Statistics
    from studyapp.tui.words import Words

_WEEK = 7
_ALL = 100


@dataclass(frozen=True, slots=True)
class Drawing:
    """A plot with its title, and what is said below it."""

    title: str
    series: Series
    told: str


def plotted(found: Statistics, say: Words, *, year: bool) -> dict[str, Drawing]:
    """What each plot shows; the habits of a month by days, or of a year by weeks."""
    days = found.days if year else found.month
    return {
        "forecast": _forecast(found, say),
        "weeks": _weeks(found, say),
        **_habits(days, say, year=year),
        "retention": _retention(found, say),
    }


def _forecast(found: Statistics, say: Words) -> Drawing:
    coming = found.coming
    due = [one.due for one in coming]
    seconds = sum(one.seconds for one in coming)
    minutes = max(round(seconds / 60 / len(coming)), 1 if seconds else 0)
    told = (
        say("stats_forecast_told", today=due[0], all=sum(due)),
        say("stats_forecast_plan", minutes=minutes),
    )
    asked = [one.reviews + one.new for one in coming]
    series = Series([f"{one.day:%m-%d}" for one in coming], due, asked, ahead=True)
    return Drawing(say("stats_forecast"), series, "\n".join(told))


def _weeks(found: Statistics, say: Words) -> Drawing:
    cards = max(1, found.all.cards)
    series = Series(
        [f"{one.day:%m-%d}" for one in found.weeks],
        [_ALL * one.recall / cards for one in found.weeks],
        top=_ALL,
        on=True,
    )
    told = say("stats_weeks_told", mastery=f"{found.all.mastery:.0%}")
    return Drawing(say("stats_weeks"), series, told)


def _habits(days: Sequence[StudyDay], say: Words, *, year: bool) -> dict[str, Drawing]:
    period = "year" if year else "month"
    size = _WEEK if year else 1
    over = len(days) % size
    spans = [days[place : place + size] for place in range(over, len(days), size)]
    labels = [f"{span[-1].day:%m-%d}" for span in spans]
    answers = [sum(day.answers for day in span) for span in spans]
    minutes = [sum(day.seconds for day in span) / 60 for span in spans]
    crams = sum(day.crams for day in days)
    studied = sum(day.answers > 0 for day in days)
    return {
        "answers": Drawing(
            say(f"stats_answers_{period}"),
            Series(labels, answers),
            say("stats_answers_told", n=sum(day.answers for day in days), crams=crams),
        ),
        "minutes": Drawing(
            say(f"stats_minutes_{period}"),
            Series(labels, minutes),
            say("stats_minutes_told", n=statwords.minutes(days), days=studied),
        ),
    }


def _retention(found: Statistics, say: Words) -> Drawing:
    kept = found.retention.intervals
    series = Series(
        [statwords.ends_of(*ends) for ends in CLASSES],
        [_ALL * (one.share or 0) for one in kept],
        [_ALL * one.foretold if one.asked else None for one in kept],
        top=_ALL,
    )
    return Drawing(say("stats_retention"), series, say("stats_retention_told"))
