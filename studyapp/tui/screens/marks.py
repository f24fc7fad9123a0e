"""Which of several marks of a demo are set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import SelectionList
from textual.widgets.selection_list import Selection

from studyapp.notes.visible import visible
from studyapp.tui.widgets.keyline import Key, KeyLine

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.runner import Claim
    from studyapp.tui.words import Words


class MarksScreen(ModalScreen[frozenset[int] | None]):
    """The marks that differ; answers with the lines of those that are to be set aside."""

    CSS_PATH = "listing.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x,ｘ", "turn", "set aside", id="marks.turn"),
        Binding("escape,q,ｑ", "done", "back", id="marks.back"),
    ]

    def __init__(
        self, marks: Sequence[Claim], is_aside: Callable[[Claim], bool], say: Words
    ) -> None:
        super().__init__()
        self._marks = marks
        self._is_aside = is_aside
        self._say = say

    def compose(self) -> ComposeResult:
        """The marks, ticked where they are set aside, and the keys."""
        with Vertical(id="listing") as box:
            box.border_title = Content(self._say("marks_title"))
            yield SelectionList[int](*map(self._selection, self._marks))
            say = self._say
            yield KeyLine(
                Key("x", say("marks.turn"), "screen.turn"),
                Key("esc", say("marks.back"), "screen.done"),
            )

    def _selection(self, claim: Claim) -> Selection[int]:
        said = self._say("mark", line=claim.line, stated=claim.stated, actual=claim.actual)
        return Selection(Content(visible(said)), claim.line, self._is_aside(claim))

    def action_turn(self) -> None:
        """Set the mark that is looked at aside, or put it back."""
        self.query_one(SelectionList).action_select()

    def action_done(self) -> None:
        """Answer with what is ticked."""
        self.dismiss(frozenset(self.query_one(SelectionList).selected))
