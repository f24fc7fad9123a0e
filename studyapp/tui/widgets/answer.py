"""An answer whose points can be ticked off: a sign stands before the line of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from studyapp.study.attempt import Attempt
from studyapp.tui.widgets.page import Page
from studyapp.tui.widgets.render import render

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

    from studyapp.notes.points import Point
    from studyapp.tui.widgets.inline import Places
    from studyapp.tui.widgets.wrap import Line

GUTTER = 3
"""Cells before the text for the signs, where there are points."""
AT, SAID = "▸", "✓"
_POINT = "point"
_AHEAD = 2
"""Lines above the point looked at that are kept in sight."""


class AnswerPage(Page):
    """The page of an answer; what becomes of its points, somebody else decides."""

    attempt: reactive[Attempt] = reactive(Attempt())

    @dataclass
    class Pointed(Message):
        """A point was clicked."""

        point: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  Textual's name for it
        super().__init__(id=id)
        self._points: tuple[Point, ...] = ()
        self._places: Places = {}
        self._beginnings: dict[int, list[int]] = {}

    def show_points(self, answer: str, points: tuple[Point, ...]) -> None:
        """Draw an answer; a tuple of points leaves room for their signs."""
        self._points, self._places = points, _placed(points)
        self.attempt = Attempt(len(points))
        self.show(answer)

    def draw(self, markdown: str, width: int) -> Sequence[Line]:
        """The lines, behind room for the signs."""
        if not self._points:
            return super().draw(markdown, width)
        gutter = Segment(" " * GUTTER, Style.null())
        lines = render(markdown, width - GUTTER, self.ink, self._places)
        return [[gutter, *line] for line in lines]

    def lay_out(self, width: int) -> Sequence[Line]:
        """The lines; on which of them points begin is kept."""
        lines = super().lay_out(width)
        self._beginnings = _beginnings(lines) if self._points else {}
        return lines

    def watch_attempt(self, attempt: Attempt) -> None:
        """Draw the signs anew, the point that is looked at in sight."""
        line = next((one for one, at in self._beginnings.items() if attempt.at in at), None)
        seen = self.scrollable_content_region.height
        if line is not None and not self.scroll_y <= line < self.scroll_y + seen:
            self.scroll_to(y=max(0, line - _AHEAD), animate=False, force=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a row, with the signs of the points that begin on it."""
        strip = super().render_line(y)
        if not self._points:
            return strip
        here = self._beginnings.get(y + self.scroll_offset.y)
        signs = self._signs(here) if here else strip.crop(0, GUTTER)
        return Strip.join([signs, Strip(map(self._marked, strip.crop(GUTTER)))])

    def _signs(self, here: Sequence[int]) -> Strip:
        attempt, base = self.attempt, self.rich_style + _style(here[0])
        at = AT if attempt.at in here else " "
        said = SAID if attempt.said.issuperset(here) else " "
        return Strip(
            [
                Segment(at, base + self.ink["name"]),
                Segment(f"{said} ", base + self.ink["holds"]),
            ]
        )

    def _marked(self, segment: Segment) -> Segment:
        """A bold term in the sight of who ticks: the one looked at, and those said."""
        style = segment.style or Style.null()
        point = style.meta.get(_POINT)
        if point is None or self._points[point].byte is None:
            return segment
        at, said = point == self.attempt.at, point in self.attempt.said
        return Segment(segment.text, style + Style(reverse=at, underline=said))

    def on_click(self, event: events.Click) -> None:
        """A click on a point, unless it ended a selection, is for that point."""
        point = event.style.meta.get(_POINT)
        if point is not None and self.text_selection is None:
            event.stop()
            self.post_message(self.Pointed(point))


def _style(point: int) -> Style:
    return Style(meta={_POINT: point})


def _placed(points: Sequence[Point]) -> Places:
    """Where the renderer finds each point: lines and bytes count from 1, a whole item is 0."""
    return {
        (one.line + 1, 0 if one.byte is None else one.byte + 1): _style(index)
        for index, one in enumerate(points)
    }


def _beginnings(lines: Sequence[Line]) -> dict[int, list[int]]:
    """The points that begin on each line."""
    found: dict[int, list[int]] = {}
    known: set[int] = set()
    for number, line in enumerate(lines):
        for segment in line:
            point = segment.style.meta.get(_POINT) if segment.style else None
            if point is not None and point not in known:
                known.add(point)
                found.setdefault(number, []).append(point)
    return found
