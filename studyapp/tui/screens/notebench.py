"""A fence of a note where it stands, run: what it gave, and all that a demo can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from studyapp.tui.screens.demoside import DemoSide
from studyapp.tui.widgets.notepage import NotePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.notes import Note, Snippet
    from studyapp.tui.demonstration import Exhibit


class NoteBench(DemoSide):
    """One fence at a time, laid over its place on the page."""

    @dataclass
    class Grown(Message):
        """It needs more rows, or fewer."""

    def __init__(self) -> None:
        super().__init__()
        self.snippet: Snippet | None = None
        self._then: Callable[[], object] | None = None

    @property
    def roomy(self) -> bool:
        """It is open as long as it is there."""
        return True

    def show_fence(self, snippet: Snippet, note: Note, then: Callable[[], object]) -> None:
        """Show a fence, and `then` do something with it."""
        self.present(snippet, note)
        self.snippet, self._then = snippet, then

    def named(self, shown: Exhibit) -> str:
        """The heading that it stands under: whose code it is, is plain here."""
        return shown.demo.snippet.heading or self.study_app.say("demo")

    def show_demo(self) -> None:
        """Show the code, and do what was wished."""
        super().show_demo()
        then, self._then = self._then, None
        if then and self.exhibit:
            then()

    def close(self) -> None:
        """Show nothing."""
        self.snippet = None
        super().close()

    def give_back(self) -> None:
        """Let the page have the keys again."""
        self.screen.query_one(NotePage).focus()

    def on_resize(self) -> None:
        """Tell that the page must make room."""
        super().on_resize()
        self.post_message(self.Grown())
