"""May this code run with nothing to keep it in?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen

from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.tui.words import Words


class ConsentScreen(ModalScreen[str | None]):
    """Asked only where no sandbox works; answers "run", "trust" or None."""

    CSS_PATH = "listing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,ｙ", "dismiss('run')", "run", id="consent.run"),
        Binding("t,ｔ", "dismiss('trust')", "trust", id="consent.trust"),
        Binding("escape,n,ｎ,q,ｑ", "dismiss(None)", "no", id="consent.no"),
    ]

    def __init__(self, say: Words) -> None:
        super().__init__()
        self._say = say

    def compose(self) -> ComposeResult:
        """The question, what a yes means, and the keys."""
        with Vertical(id="listing") as box:
            box.border_title = Content(self._say("untrusted_title"))
            yield Prose(self._say("untrusted"))
            for key, name in (("y", "run"), ("t", "trust"), ("esc", "no")):
                line = KeyLine()
                answer = None if name == "no" else name
                line.show([Key(key, self._say(f"consent.{name}"), f"screen.dismiss({answer!r})")])
                yield line
