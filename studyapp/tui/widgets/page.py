"""A note's markdown, drawn on lines that scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.cache import LRUCache

from studyapp.tui.widgets.render import render
from studyapp.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.tui.widgets.ink import Ink
    from studyapp.tui.widgets.wrap import Line

MEASURE = 120
"""Cells of a line at most, as wide as the window may be: the eye has to find the next one."""
_KEPT = 16
_CONTEXT = 1
"""Lines of the last page that stay in sight on the next."""


class Page(Sheet):
    """One piece of markdown as a person reads it."""

    def __init__(
        self,
        markdown: str = "",
        *,
        name: str | None = None,
        id: str | None = None,  # noqa: A002  Textual's name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._markdown = markdown
        self._drawn: LRUCache[tuple[str, int], Sequence[Line]] = LRUCache(_KEPT)
        self._drawn_in: Ink | None = None

    def show(self, markdown: str) -> None:
        """Draw `markdown` from its first line."""
        self._markdown = markdown
        self.scroll_to(y=0, animate=False, force=True)
        self.redraw()

    def extend(self, markdown: str) -> None:
        """Draw `markdown` below a rule under the text, and go there."""
        line = len(self._lines)
        self._markdown = f"{self._markdown}\n\n---\n\n{markdown}"
        self.redraw()
        self.call_after_refresh(self.scroll_to, y=line, animate=False, force=True)

    def clear(self) -> None:
        """Show nothing."""
        self.show("")

    def page_down(self) -> bool:
        """Scroll a page; False where the end is already seen."""
        if not self.more_below:
            return False
        step = max(1, self.scrollable_content_region.height - _CONTEXT)
        self.scroll_to(y=self.scroll_y + step, animate=False, force=True)
        return True

    def lay_out(self, width: int) -> Sequence[Line]:
        """The page's lines, kept for the texts last shown."""
        return self._draw(self._markdown, min(width, MEASURE))

    def _draw(self, markdown: str, width: int) -> Sequence[Line]:
        if self._drawn_in is not self.ink:
            self._drawn.clear()
            self._drawn_in = self.ink
        lines = self._drawn.get((markdown, width))
        if lines is None:
            lines = self._drawn[markdown, width] = self.draw(markdown, width)
        return lines

    def draw(self, markdown: str, width: int) -> Sequence[Line]:
        """The lines of a text that is not kept; a subclass may add to them."""
        return render(markdown, width, self.ink)
