"""The cards that are never asked, and the way back for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studyapp.notes.visible import visible
from studyapp.tui.spoken import spoken
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.tui.base import BaseApp


class SuspendedScreen(ModalScreen[None]):
    """The suspended cards of the opened folder; the chosen one is taken up again by enter."""

    CSS_PATH = "listing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s,ｓ,space,ideographic_space", "take_up", "take up", id="suspended.take_up"),
        Binding("escape,q,ｑ", "dismiss", "back", id="suspended.back"),
    ]

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """The cards, or that there are none, and the keys."""
        say, snapshot = self.study_app.say, self.study_app.library.snapshot
        aside = [name for name, own in snapshot.state.cards.items() if own.suspended]
        cards = [snapshot.cards[name] for name in aside if name in snapshot.cards]
        shown = [card for card in cards if card.note.startswith(snapshot.prefix)]
        with Vertical(id="listing") as box:
            box.border_title = Content(say("suspended_title"))
            if shown:
                yield OptionList(
                    *(
                        Option(f"{spoken(one.question)}  · {visible(one.note)}", one.id)
                        for one in shown
                    ),
                    markup=False,
                )
            else:
                yield Prose(say("suspended_none"))
            take_up = Key("enter", say("suspended.take_up"), "screen.take_up")
            back = Key("esc", say("suspended.back"), "screen.dismiss")
            yield KeyLine(*([take_up] if shown else ()), back)

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Enter, or a click: take that card up again."""
        if message.option.id:
            self.study_app.take_up(message.option.id)
            message.option_list.remove_option(message.option.id)
            if not message.option_list.options:
                self.dismiss()

    def action_take_up(self) -> None:
        """The same by a key."""
        for listed in self.query(OptionList):
            listed.action_select()
