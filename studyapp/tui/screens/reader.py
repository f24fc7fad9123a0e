"""A page to read: the help."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from studyapp.notes.visible import visible
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.page import Page

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.tui.base import BaseApp


class ReaderScreen(Screen[None]):
    """Markdown under a title; space pages down, escape goes back."""

    CSS_PATH = "reader.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,ideographic_space", "page", "page down", id="reader.page"),
        Binding("escape,q,ｑ", "dismiss", "back", id="reader.back"),
    ]

    def __init__(self, title: str, markdown: str, *, name: str | None = None) -> None:
        super().__init__(name=name)
        self._title = title
        self._markdown = markdown

    def compose(self) -> ComposeResult:
        """One page, and the keys."""
        say = cast("BaseApp", self.app).say
        yield Page(id="reader")
        yield KeyLine(
            Key("space", say("reader.page"), "screen.page"),
            Key("esc", say("reader.back"), "screen.dismiss"),
        )

    def on_mount(self) -> None:
        """Show the text."""
        page = self.query_one(Page)
        page.border_title = Content(visible(self._title))
        page.show(self._markdown)
        page.focus()

    def action_page(self) -> None:
        """Go on; at the end, back."""
        if not self.query_one(Page).page_down():
            self.dismiss()
