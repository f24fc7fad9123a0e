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
    from textual.events import Key

    from studyapp.tui.base import BaseApp

STUDY = "enter"
"""What each key that means to study is kept as."""
_HERE = {"study", "forget", "app.refresh_library", "app.quit", "quit", "help_quit"}


class OpeningScreen(Screen[None]):
    """One line: the library is being read, or why it can't be.

    Keys that are pressed meanwhile wait for Home: `waiting`, in their order.
    """

    DEFAULT_CSS = """
    OpeningScreen {
        padding: 3 2 0 2;
        & > #opening { text-style: bold; color: $text-primary; }
        & > #waiting { margin-top: 1; color: $text-muted; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,ideographic_space", "study", "study", id="home.study"),
        Binding("enter", "study", show=False),
        Binding("escape", "forget", show=False),
        Binding("f5", "app.refresh_library", "refresh", id="home.refresh"),
        Binding("q,ｑ", "app.quit", "quit", id="home.quit"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[str] = []

    def compose(self) -> ComposeResult:
        """The line, and what waits."""
        yield Static(cast("BaseApp", self.app).say("opening"), id="opening", markup=False)
        yield Static(id="waiting", markup=False)

    def on_key(self, event: Key) -> None:
        """Let a key wait, unless it does something here."""
        bound = self.active_bindings.get(event.key)
        if bound is None or bound.binding.action not in _HERE:
            event.stop()
            self._wait_for(event.key)

    def action_study(self) -> None:
        """Begin as soon as there is something to study."""
        self._wait_for(STUDY)

    def _wait_for(self, key: str) -> None:
        if self.app.screen is self:
            self.waiting.append(key)
            self._tell()
        else:  # Home came in between
            self.app.simulate_key(key)

    def action_forget(self) -> None:
        """Let nothing wait."""
        self.waiting.clear()
        self._tell()

    def leave(self) -> list[str]:
        """The keys that waited; what is pressed from now on waits for nothing."""
        keys = [*self.waiting]
        self.action_forget()
        return keys

    def _tell(self) -> None:
        """Say what the key that goes elsewhere waits for."""
        say = cast("BaseApp", self.app).say
        text = say("opening_study" if STUDY in self.waiting else "opening_key")
        self.query_one("#waiting", Static).update(Content(text if self.waiting else ""))

    def failed(self, text: str) -> None:
        """Say why there is nothing to see; nothing waits for it."""
        self.action_forget()
        self.query_one("#opening", Static).update(Content(visible(text)))
