"""A year of days as cells of text: a column a week, the fuller the day the darker its cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from studyapp.study.habits import level, steps

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from textual import events

    from studyapp.study.habits import StudyDay
    from studyapp.tui.words import Words

SHADES = "·░▒▓█"
_BROAD = 2
_WEEK = 7
_SHOWN = (0, 2, 4)
"""The rows that name their weekday: Monday, Wednesday, Friday."""
_GAP = 2


def heat(days: Sequence[StudyDay], width: int, say: Words) -> list[str]:
    """Months above, weekdays on the left, today last, and what the shades mean."""
    parted = steps(day.answers for day in days)
    weekdays = say("stats_weekdays").split()
    margin = max(map(cell_len, weekdays)) + 1
    columns = _weeks(days)
    across = _BROAD if margin + len(columns) * _BROAD <= width else 1
    columns = columns[-max(1, (width - margin) // across) :]
    rows = []
    for place, weekday in enumerate(weekdays):
        name = weekday if place in _SHOWN else ""
        shades = (_shade(week[place], parted) for week in columns)
        cells = "".join(shade * across for shade in shades)
        rows.append(f"{name}{' ' * (margin - cell_len(name))}{cells}")
    places = range(margin, margin + len(columns) * across, across)
    months = _months([_first(week) for week in columns], places, width, say)
    return [months, *rows, "", _legend(parted)]


def _weeks(days: Sequence[StudyDay]) -> list[list[StudyDay | None]]:
    """Columns of seven from Monday on; None before the first day and after the last."""
    before: list[StudyDay | None] = [None] * days[0].day.weekday()
    cells = [*before, *days]
    cells += [None] * (-len(cells) % _WEEK)
    return [cells[place : place + _WEEK] for place in range(0, len(cells), _WEEK)]


def _shade(day: StudyDay | None, parted: tuple[int, ...]) -> str:
    return SHADES[level(day.answers, parted)] if day else " "


def _first(week: Iterable[StudyDay | None]) -> date:
    return next(day.day for day in week if day)


def _months(weeks: Iterable[date], places: Iterable[int], width: int, say: Words) -> str:
    """Each month's name above the first week that begins in it, where it has room."""
    names, line, last = say("stats_months").split(), "", None
    for first, at in zip(weeks, places, strict=True):
        name = names[first.month - 1]
        free = at >= cell_len(line) + (_GAP if line else 0) and at + cell_len(name) <= width
        if first.month != last and free:
            line += " " * (at - cell_len(line)) + name
        last = first.month
    return line


def _legend(parted: tuple[int, ...]) -> str:
    """Each shade with the answers that it stands for."""
    starts = [1, *(step + 1 for step in parted)]
    ends = [*(f"-{step}" for step in parted), "+"]
    ranges = [
        f"{start}" if end == f"-{start}" else f"{start}{end}"
        for start, end in zip(starts, ends, strict=True)
    ]
    told = [f"{shade} {span}" for shade, span in zip(SHADES[1:], ranges, strict=False)]
    return "   ".join([f"{SHADES[0]} 0", *told])


class Heat(Static):
    """The year, in cells as broad as the width allows."""

    def __init__(self, say: Words) -> None:
        super().__init__(markup=False)
        self._say = say
        self._days: Sequence[StudyDay] = ()

    def show(self, days: Sequence[StudyDay]) -> None:
        """Draw these days."""
        self._days = days
        self._draw()

    def on_resize(self, _event: events.Resize) -> None:
        """Draw for the new width."""
        self._draw()

    def _draw(self) -> None:
        if self._days and self.size.width:
            self.update(Content("\n".join(heat(self._days, self.size.width, self._say))))
