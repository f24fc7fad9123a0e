"""A whole note on a page: with a cursor that stops at links, fences and cards, and finds words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import reactive

from studyapp.tui.widgets.finds import Finds
from studyapp.tui.widgets.inline import LINK
from studyapp.tui.widgets.landmarks import Landmarks, Stop, survey
from studyapp.tui.widgets.marking import GUTTER, lit, marked, signed
from studyapp.tui.widgets.page import Page
from studyapp.tui.widgets.render import FENCE, LINE, render

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from textual import events
    from textual.strip import Strip

    from studyapp.tui.widgets.landmarks import Kind, Where
    from studyapp.tui.widgets.wrap import Line

AT, ALONG, CARD = "▸", "│", "?"
_ABOVE = 2
"""Rows that are kept in sight above what is gone to."""


class NotePage(Page):
    """The text of a note, in lines of its own; the fence that runs leaves a gap for its results."""

    stop: reactive[Stop | None] = reactive(None)

    @dataclass
    class Followed(Message):
        """A link was clicked."""

        link: Where

    @dataclass
    class LaidOut(Message):
        """The rows are others than before."""

    def __init__(self) -> None:
        super().__init__(id="note")
        self._fences: Collection[int] = ()
        self._cards: Collection[int] = ()
        self._gap: tuple[int, int] | None = None
        self._finds = Finds()
        self.landmarks = Landmarks()

    def show_note(self, text: str, fences: Collection[int], cards: Collection[int]) -> None:
        """Show a text, with the lines of its fences that can be shown as demos, and its cards."""
        self._fences, self._cards, self._gap, self.stop = fences, cards, None, None
        self.show(text)

    @property
    def top(self) -> int:
        """The first row in sight."""
        return round(self.scroll_y)

    @property
    def line(self) -> int:
        """The line of the text that is looked at: the cursor's, else the first in sight."""
        stop = self.stop
        if stop and stop.is_in(self._seen):
            return stop.line
        return self.landmarks.line_of(self.top)

    def draw(self, markdown: str, width: int) -> Sequence[Line]:
        """The lines, behind room for the cursor."""
        gutter = Segment(" " * GUTTER, Style.null())
        lines = render(markdown, width - GUTTER, self.ink, landmarks=True)
        return [[gutter, *line] for line in lines]

    def lay_out(self, width: int) -> Sequence[Line]:
        """The lines and their landmarks; what is looked for is found again."""
        lines = super().lay_out(width)
        self.landmarks = survey(lines, self._fences, self._cards)
        if self._gap and (fence := self._fence(self._gap[0])):
            here = Style(meta={LINE: fence.line, FENCE: fence.line})
            gap: list[Line] = [[Segment(" ", here)] for _ in range(self._gap[1])]
            lines = [*lines[: fence.row], *gap, *lines[fence.last + 1 :]]
            self.landmarks = survey(lines, self._fences, self._cards)
        if self.stop:
            self.stop = next(filter(self._same, self.landmarks.stops), None)
        self._finds.again([_text(line) for line in lines])
        self.post_message(self.LaidOut())
        return lines

    def _same(self, stop: Stop) -> bool:
        old = self.stop
        return old is not None and (stop.kind, stop.line, stop.link) == old[2:]

    def _fence(self, line: int) -> Stop | None:
        fences = (one for one in self.landmarks.stops if one.kind == "fence")
        return next((one for one in fences if one.line == line), None)

    def leave_gap(self, line: int, rows: int) -> None:
        """Leave so many rows free in the place of the fence that begins on a line."""
        gap = (line, rows) if rows else None
        if self._gap != gap:
            self._gap = gap
            self.redraw()

    def show_gap(self) -> None:
        """Bring the gap into sight, at least its beginning."""
        fence = self._fence(self._gap[0]) if self._gap else None
        if fence:
            self._bring_into_sight(fence.row, fence.last)

    @property
    def gap_row(self) -> int | None:
        """The first row of the gap."""
        fence = self._fence(self._gap[0]) if self._gap else None
        return fence.row if fence else None

    def go_to(self, line: int) -> None:
        """Bring a line of the text, the first being 1, to the top."""
        self.go_to_row(self.landmarks.row_of(line))

    def go_to_row(self, row: int) -> None:
        """Bring a row to the top."""
        self.scroll_to(y=row, animate=False, force=True)

    def turn(self, step: int, *kinds: Kind) -> Stop | None:
        """Go to the next stop of these kinds, or the one before; None where there is none."""
        return self._stop_at(self.landmarks.turn(self.stop, step, kinds, self._seen))

    def here(self, kind: Kind) -> Stop | None:
        """Go to the stop that is meant: the cursor's, else the next from the first row in sight.

        Where none is below, the last one above.
        """
        return self._stop_at(self.landmarks.meant(self.stop, kind, self._seen))

    def _stop_at(self, found: Stop | None) -> Stop | None:
        if found:
            self.stop = found
            self._bring_into_sight(found.row, found.last)
        return found

    @property
    def _seen(self) -> range:
        """The rows in sight."""
        return range(self.top, self.top + self.scrollable_content_region.height)

    def _bring_into_sight(self, first: int, last: int) -> None:
        seen = self._seen
        if first < seen.start or last >= seen.stop:
            above = _ABOVE if last - first + _ABOVE < len(seen) else 0
            self.go_to_row(max(0, first - above))

    def seek(self, words: str) -> int:
        """Look for words from the first row in sight on; how often they stand in the note."""
        self._finds.seek(words, [_text(line) for line in self._lines], self.top)
        self._show_found()
        return len(self._finds)

    @property
    def found(self) -> tuple[int, int]:
        """Which find is looked at, from 1, of how many."""
        return self._finds.place

    def seek_on(self, step: int) -> None:
        """Go to the next find, or the one before; from the last to the first."""
        self._finds.step(step)
        self._show_found()

    def _show_found(self) -> None:
        if hit := self._finds.chosen:
            self._bring_into_sight(hit[0].row, hit[-1].row)
        self.refresh()

    def watch_stop(self) -> None:
        """Draw the cursor."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw a row, with the cursor, the sign of a card, and what was found."""
        row = y + self.scroll_offset.y
        strip = super().render_line(y)
        stop = self.stop
        if stop and stop.row <= row <= stop.last:
            strip = lit(strip, stop.link) if stop.link else strip
            sign = AT if row == stop.row else ALONG
            strip = signed(strip, sign, self.rich_style + self.ink["name"])
        elif row in self.landmarks.card_rows:
            strip = signed(strip, CARD, self.rich_style + self.ink["target"])
        for hit, chosen in self._finds.in_row(row):
            strip = marked(strip, hit, Style(reverse=True) if chosen else self.ink["mark"])
        return strip

    def on_click(self, event: events.Click) -> None:
        """A click on a link, unless it ended a selection, follows it."""
        link = event.style.meta.get(LINK)
        if link is not None and self.text_selection is None:
            event.stop()
            self.post_message(self.Followed(link))


def _text(line: Line) -> str:
    return "".join(segment.text for segment in line)
