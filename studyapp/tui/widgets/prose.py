"""Sentences, folded as their language is: Latin by words, Chinese by characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from studyapp.tui.widgets.wrap import fold

if TYPE_CHECKING:
    from textual.geometry import Size


class Prose(Widget):
    """Plain text, as high as its lines; without any it takes no room."""

    DEFAULT_CSS = "Prose { height: auto; &.-empty { display: none; } }"

    text: reactive[str] = reactive("", layout=True)

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002  Textual's
        super().__init__(id=id)
        self.set_reactive(Prose.text, text)
        self.set_class(not text, "-empty")

    def watch_text(self, text: str) -> None:
        """Take no room for nothing."""
        self.set_class(not text, "-empty")

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  Textual's signature
        """The lines at that width."""
        return len(fold(self.text, max(1, width)))

    def render(self) -> Content:
        """The lines."""
        width = max(1, self.content_size.width)
        return Content("\n".join(self.text[start:end] for start, end in fold(self.text, width)))
