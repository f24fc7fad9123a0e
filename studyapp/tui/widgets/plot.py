"""Bars and points over a row of places, in the theme's colours.

Textual's own widget draws no axes; plotext does, but measures a Chinese character as one cell,
so that labels here are numbers and days.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.color import Color
from textual_plotext import PlotextPlot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import RenderResult

POINT = "•"
_HALVES = "hd"
"""The marker of plotext that fills halves of cells."""
_FRAME = 2
"""Cells beside the plot, besides the numbers on its y axis."""
_GAPPED = 3
"""Half cells of a bar from which one is left free."""
_TICK = 9
"""Cells that a label on the x axis takes, with its distance."""
_ROWS = 3
"""Rows of the plot for one number on the y axis."""


@dataclass(frozen=True, slots=True)
class Series:
    """A bar for each label, and points, where there are any, above the same places.

    `top` is where the y axis ends; None ends it at the highest number. What goes `on` from place
    to place is drawn as one area, and so are bars that would be too many. What room is left over
    stands behind the bars if they look `ahead`, else before them.
    """

    labels: Sequence[str]
    bars: Sequence[float]
    points: Sequence[float | None] = ()
    top: float | None = None
    on: bool = False
    ahead: bool = False


class Grid:
    """Where bars stand so that each is as broad as the next: whole halves of cells.

    Plots are drawn in halves of cells; what falls between them is as ragged as chance has it.
    """

    def __init__(self, count: int, cells: int, *, left: bool = False) -> None:
        """So many bars, at the right or the `left` end of at least as many cells."""
        self.count = count
        self._left = left
        halves = 2 * cells
        each = halves // count
        self._half = 1 / each  # of a cell, in bars
        self._gap = self._half if each >= _GAPPED else 0.0
        self._spare = (halves - self.count * each) * self._half
        self.each = each / 2

    @property
    def ends(self) -> tuple[float, float]:
        """The middle of the first and of the last half cell."""
        inside = 0.5 - self._half / 2
        before, behind = (0.0, self._spare) if self._left else (self._spare, 0.0)
        return -inside - before, self.count - 1 + inside + behind

    @property
    def bar(self) -> float:
        """How broad a bar is, from the middle of its first half cell to that of its last."""
        return 1 - self._half - self._gap

    @property
    def shift(self) -> float:
        """How far a bar stands to the left of its place, for the gap behind it."""
        return -self._gap / 2


class Plot(PlotextPlot):
    """One series of numbers."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002  Textual's name for it
        super().__init__(id=id)
        self.theme = "textual-clear"  # axes and ground as the widget's own
        self._series = Series((), ())

    def show(self, series: Series) -> None:
        """Draw these numbers."""
        self._series = series
        self.refresh()

    def render(self) -> RenderResult:
        """Draw anew: the theme or the size may be another."""
        self._draw(self._series)
        return super().render()

    def _draw(self, series: Series) -> None:
        plot = self.plt
        plot.clear_figure()
        if not series.bars:
            return
        points = [point for point in series.points if point is not None]
        highest = series.top or max(*series.bars, *points, 1)
        ticks = _rising(highest, self.size.height // _ROWS)
        plot.ylim(0, ticks[-1])
        plot.yticks(ticks, [f"{tick:.0f}" for tick in ticks])
        cells = self.size.width - len(f"{ticks[-1]:.0f}") - _FRAME
        if series.on or len(series.bars) > cells:
            self._fill(series, cells)
        else:
            self._raise(series, Grid(len(series.bars), cells, left=series.ahead))

    def _fill(self, series: Series, cells: int) -> None:
        """One area, of which the last place is at the right end."""
        last = len(series.bars) - 1
        places, colour = range(last + 1), self._colour("primary")
        self.plt.xlim(0, max(1, last))
        self.plt.plot(places, series.bars, color=colour, marker=_HALVES, fillx=True)
        self._point(series)
        self._label(series, cells / (last + 1))

    def _raise(self, series: Series, grid: Grid) -> None:
        """A bar for each place."""
        places = range(grid.count)
        self.plt.xlim(*grid.ends)
        self.plt.bar(
            [place + grid.shift for place in places],
            series.bars,
            color=self._colour("primary"),
            width=grid.bar,
            marker=_HALVES,
        )
        self._point(series)
        self._label(series, grid.each)

    def _point(self, series: Series) -> None:
        points = {at: one for at, one in enumerate(series.points) if one is not None}
        if points:
            colour = self._colour("text-warning")
            self.plt.scatter([*points], [*points.values()], color=colour, marker=POINT)

    def _label(self, series: Series, each: float) -> None:
        """As many labels as stand beside each other, the last one among them."""
        shown = [*range(len(series.labels) - 1, -1, -math.ceil(_TICK / max(each, 1e-9)))]
        self.plt.xticks(shown, [series.labels[place] for place in shown])

    def _colour(self, name: str) -> int | tuple[int, int, int]:
        """A colour of the theme; of a theme of sixteen colours, the terminal's own."""
        colour = Color.parse(self.app.theme_variables[name].split()[0])
        return colour.rgb if colour.ansi is None else max(0, colour.ansi)


def _rising(highest: float, most: int) -> list[float]:
    """Round numbers from 0 to the highest or just beyond, at most so many steps between them."""
    steps = (first * 10**power for power in range(9) for first in (1, 2, 5))
    step = next(step for step in steps if math.ceil(highest / step) <= max(1, most))
    return [float(tick) for tick in range(0, math.ceil(highest / step) * step + 1, step)]
