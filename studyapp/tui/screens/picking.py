"""A list to choose one thing from, narrowed by words."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from studyapp.notes.visible import visible
from studyapp.tui.widgets.keyline import Key, KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.tui.base import BaseApp

SHOWN = 200


class Pick(NamedTuple):
    """Something to choose: where it is, and what is shown of it."""

    path: str
    line: int
    text: str


class PickingScreen(ModalScreen[Pick | None]):
    """Some rows under a title; what is typed narrows them, enter takes one."""

    CSS_PATH = "picking.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "go(1)", "next", id="pick.down", priority=True),
        Binding("up", "go(-1)", "previous", id="pick.up", priority=True),
        Binding("escape", "dismiss", "back", id="pick.back"),
    ]

    def __init__(self, title: str, picks: Sequence[Pick], hint: str) -> None:
        super().__init__()
        self._title = title
        self._picks = picks
        self._hint = hint
        self._shown: list[Pick] = []

    def compose(self) -> ComposeResult:
        """The line to type, and the rows."""
        with Vertical(id="picking") as box:
            box.border_title = Content(visible(self._title))
            yield Input(placeholder=self._hint, compact=True)
            yield OptionList(markup=False)
            say = cast("BaseApp", self.app).say
            yield KeyLine(
                Key("enter", say("pick.take"), "screen.take"),
                Key("esc", say("pick.back"), "screen.dismiss"),
            )

    def on_mount(self) -> None:
        """Show the first of them."""
        self.query_one(Input).focus()
        self._narrow("")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show what has all the words."""
        self._narrow(message.value)

    def _narrow(self, words: str) -> None:
        wanted = words.casefold().split()
        fit = (one for one in self._picks if _has(one, wanted))
        self._shown = [one for one, _ in zip(fit, range(SHOWN), strict=False)]
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(Option(visible(one.text)) for one in self._shown)
        listed.highlighted = 0 if self._shown else None

    def action_go(self, step: int) -> None:
        """Go down the rows, or up."""
        listed = self.query_one(OptionList)
        if step > 0:
            listed.action_cursor_down()
        else:
            listed.action_cursor_up()

    def on_input_submitted(self) -> None:
        """Enter: take the chosen row."""
        self.action_take()

    def action_take(self) -> None:
        """The same by a click on the key."""
        self.query_one(OptionList).action_select()

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Take a row."""
        self.dismiss(self._shown[message.option_index])


def _has(pick: Pick, wanted: list[str]) -> bool:
    text = f"{pick.text} {pick.path}".casefold()
    return all(word in text for word in wanted)
