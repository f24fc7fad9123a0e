"""How long a mock interview takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList

from studyapp.tui.mocking import A_QUESTION, MINUTES, Wish
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.tui.base import BaseApp


class MockStartScreen(ModalScreen[Wish | None]):
    """Three lengths for so many `cards` of a deck, or of all, and what an interview is like."""

    CSS_PATH = "picking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,ｑ", "dismiss(None)", "back", id="mockstart.leave")
    ]

    def __init__(self, deck: str | None, cards: int) -> None:
        super().__init__()
        self._deck = deck
        self._cards = cards

    def compose(self) -> ComposeResult:
        """What it is like; the lengths."""
        say = cast("BaseApp", self.app).say
        with Vertical(id="picking") as box:
            box.border_title = Content(say("mock_title"))
            yield Prose(say("mock_about"), id="about")
            yield OptionList(
                *(say("mock_choice", minutes=m, n=self._likely(m)) for m in MINUTES),
                markup=False,
            )
            yield KeyLine(
                Key("enter", say("mockstart.begin"), "screen.begin"),
                Key("esc", say("mockstart.leave"), "screen.dismiss(None)"),
            )

    def _likely(self, minutes: int) -> int:
        """About how many questions there will be, none of which comes twice."""
        return min(minutes * 60 // A_QUESTION, self._cards)

    def on_mount(self) -> None:
        """Begin with the middle one."""
        lengths = self.query_one(OptionList)
        lengths.highlighted = len(MINUTES) // 2
        lengths.focus()

    def action_begin(self) -> None:
        """Enter, by a click on the key."""
        self.query_one(OptionList).action_select()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Take a length."""
        self.dismiss(Wish(MINUTES[message.option_index], deck=self._deck))
