"""The notes that ask nothing, and the way to a card for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studyapp.library.checking import cardless
from studyapp.notes.visible import visible
from studyapp.tui.screens.newcard import NewCardScreen
from studyapp.tui.screens.note import NoteScreen
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.notes import Problem
    from studyapp.tui.base import BaseApp


class CardlessScreen(ModalScreen[None]):
    """The notes of the opened folder without a card, each with the reason; enter writes one."""

    CSS_PATH = "listing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("N,n,Ｎ,ｎ", "choose", "new card here", id="cardless.new"),
        Binding("space,ideographic_space", "read", "read the note", id="cardless.read"),
        Binding("escape,q,ｑ", "dismiss", "back", id="cardless.back"),
    ]

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """The notes, and the keys."""
        with Vertical(id="listing") as box:
            box.border_title = Content(self.study_app.say("cardless_title"))
            yield OptionList(markup=False)
            yield Prose(id="none")
            yield KeyLine()

    def on_mount(self) -> None:
        """Look for them, now and whenever the library was read again."""
        self.watch(self.app, "snapshot", self._look_again)

    def _look_again(self) -> None:
        self._look()

    @work(thread=True, exclusive=True)
    def _look(self) -> None:
        """Find them; many notes have to be opened for it."""
        found = list(cardless(self.study_app.library.snapshot))
        self.app.call_from_thread(self.show, found)

    def show(self, found: Sequence[Problem]) -> None:
        """List them; the one that was chosen stays so."""
        listed, say = self.query_one(OptionList), self.study_app.say
        at = listed.highlighted or 0
        listed.clear_options()
        listed.add_options(
            Option(visible(f"{one.path}  · {say.reason(_why(one))}"), one.path) for one in found
        )
        listed.display = bool(found)
        if found:
            listed.highlighted = min(at, len(found) - 1)
            listed.focus()
        none = "cardless_none" if self.study_app.library.snapshot.notes else "noteless"
        self.query_one(Prose).text = "" if found else say(none)
        act = [
            Key("enter", say("cardless.new"), "screen.choose"),
            Key("space", say("cardless.read"), "screen.read"),
        ]
        back = Key("esc", say("cardless.back"), "screen.dismiss")
        self.query_one(KeyLine).show([*(act if found else ()), back])

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Enter, or a click: write a card into that note."""
        if message.option.id:
            self.app.push_screen(NewCardScreen(message.option.id))

    def action_choose(self) -> None:
        """The same by a key."""
        self.query_one(OptionList).action_select()

    def action_read(self) -> None:
        """Show the note."""
        chosen = self.query_one(OptionList).highlighted_option
        if chosen and chosen.id:
            self.app.push_screen(NoteScreen(chosen.id))


def _why(problem: Problem) -> str:
    """The reason alone: the title of the list says that there is no card."""
    return problem.message.partition(": ")[2] or problem.message
