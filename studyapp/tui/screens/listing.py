"""A list of plain lines to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from studyapp.notes.visible import visible
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.tui.base import BaseApp


class ListingScreen(ModalScreen[None]):
    """Some lines under a title, in front of what was there."""

    CSS_PATH = "listing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,space,q,ｑ", "dismiss", "back", id="listing.back")
    ]

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The lines, in a box that scrolls."""
        with VerticalScroll(id="listing") as box:
            box.border_title = Content(self._title)
            for line in self._lines:
                yield Prose(visible(line))
            back = cast("BaseApp", self.app).say("listing.back")
            yield KeyLine(Key("esc", back, "screen.dismiss"))
