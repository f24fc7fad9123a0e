"""When a person studied: answers and minutes a day, days in a row, how full a day was."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import quantiles
from typing import TYPE_CHECKING, NamedTuple

from studyapp.study.pace import LONGEST

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

_DAY = timedelta(days=1)
_QUARTERS = 4
_WEEK, _LATELY = 7, 28
"""Days that tell how regularly a person studies: so many at least, and at most."""


class Answered(NamedTuple):
    """One answer; `crammed` ones leave the schedule alone."""

    day: date
    seconds: float
    crammed: bool = False


@dataclass(frozen=True, slots=True)
class StudyDay:
    """What a day had; of its `answers` so many were `crams`."""

    day: date
    answers: int = 0
    crams: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Streak:
    """Days of study in a row, those until `today` or, while that has none yet, until yesterday.

    A day is one of study if it has an answer; one on which nothing was due breaks the row, too.
    """

    days: int
    longest: int
    today: bool


def study_days(answered: Iterable[Answered], last: date, count: int) -> tuple[StudyDay, ...]:
    """So many days up to the `last`; of one answer the seconds count that anybody thinks."""
    answers: dict[date, list[Answered]] = {}
    for one in answered:
        answers.setdefault(one.day, []).append(one)
    days = (last - _DAY * ago for ago in reversed(range(count)))
    return tuple(_study_day(day, answers.get(day, [])) for day in days)


def _study_day(day: date, answers: list[Answered]) -> StudyDay:
    seconds = sum(min(one.seconds, LONGEST) for one in answers)
    return StudyDay(day, len(answers), sum(one.crammed for one in answers), seconds)


def streak(studied: Collection[date], today: date) -> Streak:
    """The rows that the days of study form; those after `today`, by a wrong clock, are none."""
    rows: dict[date, int] = {}
    for day in sorted(day for day in studied if day <= today):
        rows[day] = rows.get(day - _DAY, 0) + 1
    current = rows.get(today) or rows.get(today - _DAY, 0)
    return Streak(current, max(rows.values(), default=0), today in rows)


def regularity(studied: Collection[date], today: date) -> float | None:
    """The share of the last weeks' days that were studied, since the first of them; not today.

    None as long as there is no week to tell it from.
    """
    days = [today - _DAY * ago for ago in range(1, _LATELY + 1)]
    first = min((day for day in studied if day < today), default=today)
    told = [day for day in days if day >= first]
    return sum(day in studied for day in told) / len(told) if len(told) >= _WEEK else None


def steps(counts: Iterable[int]) -> tuple[int, ...]:
    """Up to three numbers of answers that part days of study into quarters, rising.

    By quarters and not by the fullest day, beside which one long day would hide all others.
    """
    studied = [count for count in counts if count]
    if len(studied) < _QUARTERS:
        return ()
    return tuple(sorted({int(one) for one in quantiles(studied, n=_QUARTERS, method="inclusive")}))


def level(count: int, parted: tuple[int, ...]) -> int:
    """How full a day was: 0 without an answer, else 1 to 4."""
    return 1 + bisect_left(parted, count) if count else 0
