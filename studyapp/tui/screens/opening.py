"""What is on the screen while the library is read: the first frame waits for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from studyapp.notes.visible import visible

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.tui.base import BaseApp


class OpeningScreen(Screen[None]):
    """One line: the library is being read, or why it can't be."""

    DEFAULT_CSS = """
    OpeningScreen {
        padding: 3 2 0 2;
        & > #opening { text-style: bold; color: $text-primary; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5", "app.refresh_library", "refresh", id="home.refresh"),
        Binding("q,ｑ", "app.quit", "quit", id="home.quit"),
    ]

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static(cast("BaseApp", self.app).say("opening"), id="opening", markup=False)

    def failed(self, text: str) -> None:
        """Say why there is nothing to see."""
        self.query_one("#opening", Static).update(Content(visible(text)))
