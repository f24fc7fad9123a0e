"""The card that is looked at in Browse: its question, its answer, where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from studyapp.notes.visible import visible
from studyapp.tui import labels
from studyapp.tui.widgets.page import Page
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from studyapp.library.snapshot import Snapshot
    from studyapp.tui.words import Words


class Preview(Vertical):
    """Three parts beneath each other; nothing in them takes the keys."""

    def __init__(self, say: Words) -> None:
        super().__init__(id="preview")
        self._say = say

    def compose(self) -> ComposeResult:
        """Question, answer, schedule."""
        for name in ("question", "answer"):
            page = Page(id=name)
            page.border_title = self._say(name)
            page.can_focus = False
            yield page
        yield Prose(id="standing")

    def show(self, card: str | None, snapshot: Snapshot) -> None:
        """Show a card, or nothing."""
        whole = snapshot.cards.get(card) if card else None
        question, answer = self.query_one("#question", Page), self.query_one("#answer", Page)
        question.show(labels.front(whole) if whole else "")
        answer.show(whole.answer if whole else "")
        told = ""
        if whole:
            own, note = snapshot.card_state(whole), snapshot.notes[whole.note]
            place = labels.place(whole, note.title, flagged=own.flagged)
            told = f"{place}\n{labels.why(own, self._say)}"
        self.query_one("#standing", Prose).text = visible(told)
        self.visible = whole is not None
