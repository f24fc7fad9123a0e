"""Reworded questions, for the person to say which are the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studyapp.notes.visible import visible
from studyapp.tui.widgets.keyline import Key, KeyLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.library.recognition import Rebound
    from studyapp.tui.base import BaseApp
    from studyapp.tui.words import Words


class RebindsScreen(ModalScreen[None]):
    """Pairs of a remembered and a present question, each answered with yes or no."""

    CSS_PATH = "listing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,ｙ,enter", "rule(True)", "same", id="rebinds.same", priority=True),
        Binding("n,ｎ", "rule(False)", "other", id="rebinds.other"),
        Binding("escape,q,ｑ", "dismiss", "back", id="rebinds.back"),
    ]

    def __init__(self, doubts: Sequence[Rebound], sure: Sequence[Rebound]) -> None:
        super().__init__()
        self._sure = tuple(sure)
        self._pairs = [*doubts, *sure]

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """The pairs, and the keys."""
        say = self.study_app.say
        with Vertical(id="listing") as box:
            box.border_title = Content(say("rebinds_title"))
            yield OptionList(*(Option(self._told(pair, say)) for pair in self._pairs))
            yield KeyLine(
                Key("y", say("k_same"), "screen.rule(True)"),
                Key("n", say("k_different"), "screen.rule(False)"),
                Key("esc", say("rebinds.back"), "screen.dismiss"),
            )

    def _told(self, pair: Rebound, say: Words) -> Content:
        judged = say("rebinds_sure" if pair in self._sure else "rebinds_ask")
        lines = (
            say("put_at", place=pair.new.note, what=judged),
            f"  - {pair.old.question}",
            f"  + {pair.new.question}",
        )
        return Content("\n".join(visible(line) for line in lines))

    def action_rule(self, same: bool) -> None:  # noqa: FBT001  from a binding
        """Take the answer for the chosen pair; a sure one needs no yes."""
        listed = self.query_one(OptionList)
        place = listed.highlighted
        if place is None:
            return
        pair = self._pairs.pop(place)
        listed.remove_option_at_index(place)
        if not (same and pair in self._sure):
            self.study_app.rule(pair, same=same)
        if self._pairs:
            listed.highlighted = min(place, len(self._pairs) - 1)
        else:
            self.dismiss()
