"""A note's markdown, drawn on lines that scroll."""

from __future__ import annotations

from textual.reactive import reactive
from textual.scroll_view import ScrollView


class Page(ScrollView, can_focus=True):
    """One piece of markdown as a person reads it."""

    more_below: reactive[int] = reactive(0)

    def show(self, markdown: str) -> None:
        """Draw `markdown` from its first line."""

    def prepare(self, markdown: str) -> None:
        """Lay `markdown` out when nothing else is to do, so that `show` finds it ready."""

    def clear(self) -> None:
        """Show nothing."""

    def page_down(self) -> bool:
        """Scroll a page; False where the end is already seen."""
        return False
