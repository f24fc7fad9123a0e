"""A scroll view of prepared lines: only what is in sight is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from studyapp.tui.widgets.ink import mix

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.selection import Selection

    from studyapp.tui.widgets.ink import Ink
    from studyapp.tui.widgets.wrap import Line


class Sheet(ScrollView, can_focus=True):
    """Lines that a subclass lays out for a width; they scroll, and their text can be selected."""

    DEFAULT_CSS = """
    Sheet {
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size: 0 1;
        background: $background;
        color: $foreground;
    }
    """

    more_below: reactive[int] = reactive(0)
    """Lines below the fold."""

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002  Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._lines: Sequence[Line] = ()
        self._ink: Ink | None = None
        self._restyled = False

    def lay_out(self, width: int) -> Sequence[Line]:
        """The lines for a width in cells; a subclass says which."""
        raise NotImplementedError

    @property
    def ink(self) -> Ink:
        """The theme's styles: the same object until they change."""
        if self._ink is None or self._restyled:
            fresh = mix(self.app.theme_variables, self.background_colors[1])
            if fresh != self._ink:
                self._ink = fresh
            self._restyled = False
        return self._ink

    def redraw(self) -> None:
        """Lay out again, because what is shown has changed."""
        width = self.scrollable_content_region.width
        if not width:
            return
        height = len(self._lines)
        self._lines = self.lay_out(width)
        self.virtual_size = Size(width, len(self._lines))
        self._measure()
        self.refresh(layout=height != len(self._lines) and self._fits_its_lines)

    @property
    def _fits_its_lines(self) -> bool:
        height = self.styles.height
        return height is not None and height.is_auto

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many rows as there are lines, for `height: auto`."""
        return len(self.lay_out(max(1, width - self.styles.scrollbar_size_vertical)))

    def notify_style_update(self) -> None:
        """Draw in the theme's colours, which may be new."""
        super().notify_style_update()
        self._restyled = True
        self.call_later(self.redraw)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay out for the new width."""
        self.redraw()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Scroll, and count what is left below."""
        super().watch_scroll_y(old_value, new_value)
        self._measure()

    def _measure(self) -> None:
        seen = round(self.scroll_y) + self.scrollable_content_region.height
        self.more_below = max(0, len(self._lines) - seen)

    def render_line(self, y: int) -> Strip:
        """Draw row `y` of what is in sight."""
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        base = self.rich_style
        if index >= len(self._lines):
            return Strip.blank(width, base)
        strip = Strip(self._lines[index]).extend_cell_length(width).apply_style(base)
        return self._mark_selected(strip, index).apply_offsets(0, index)

    def _mark_selected(self, strip: Strip, index: int) -> Strip:
        selection = self.text_selection
        span = selection.get_span(index) if selection else None
        if span is None:
            return strip
        start, end = span
        text = strip.text
        first = cell_len(text[:start])
        last = strip.cell_length if end == -1 else cell_len(text[:end])
        marked = Segment.apply_style(strip.crop(first, last), post_style=self.selection_style)
        return Strip.join([strip.crop(0, first), Strip(marked), strip.crop(last)])

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, as drawn."""
        drawn = ("".join(segment.text for segment in line).rstrip() for line in self._lines)
        return selection.extract("\n".join(drawn)), "\n"

    def selection_updated(self, _selection: Selection | None) -> None:
        """Draw the selection."""
        self.refresh()
