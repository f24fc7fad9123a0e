"""The card: its question, and its answer once it was asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from studyapp.tui import labels
from studyapp.tui.widgets.answer import AnswerPage
from studyapp.tui.widgets.page import Page

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

    from studyapp.notes import Card
    from studyapp.tui.words import Words


class CardSide(Vertical):
    """One card at a time. The page that is being read scrolls with the arrow keys."""

    @dataclass
    class Turned(Message):
        """The veil over the answer was clicked."""

    more: reactive[int] = reactive(0)
    """Lines below the fold of the page that is being read."""

    def __init__(self, say: Words) -> None:
        super().__init__(id="card")
        self._say = say
        self._question = Page(id="question")
        self._veil = Static(id="veil", markup=False)
        self._answer = AnswerPage(id="answer")
        self._laid_out = False

    def compose(self) -> ComposeResult:
        """Question, veil, answer."""
        self._answer.border_title = self._say("answer")
        yield self._question
        yield self._veil
        yield self._answer

    def on_mount(self) -> None:
        """Follow both pages."""
        for page in (self._question, self._answer):
            self.watch(page, "more_below", self._count, init=False)

    def ask(self, card: Card) -> None:
        """Show the question, and a few words where the answer will stand."""
        self._head(self._say("question"), labels.front(card))
        self._veil.update(Content(self._say("veil")))
        self._veil.display = True

    def reveal(self, card: Card) -> None:
        """Show the answer."""
        self._veil.display = False
        self.uncover(shown=True)
        self.show_answer(card)
        self._answer.focus()
        self._laid_out = False
        self.call_after_refresh(self._settle)

    def show_answer(self, card: Card) -> None:
        """Draw the answer."""
        self._answer.show(card.answer)

    def uncover(self, *, shown: bool) -> None:
        """Give the answer its place, or take it away."""
        self._answer.display = shown

    def finish(self, title: str, text: str) -> None:
        """Show the end of the sitting."""
        self._head(title, text)
        self._veil.display = False

    def page_down(self) -> bool:
        """Page through the answer; False where its end was in sight already."""
        return not self._laid_out or self._answer.page_down()

    def on_click(self, event: events.Click) -> None:
        """A click where the answer will stand asks for it."""
        if event.widget is self._veil:
            self.post_message(self.Turned())

    def _head(self, title: str, text: str) -> None:
        self._answer.clear()
        self.uncover(shown=False)
        self._question.border_title = title
        self._question.show(text)
        self._question.focus()
        self._count()

    def _settle(self) -> None:
        """Only what was drawn can have been read: until then no key pages or grades."""
        self._laid_out = True
        self._count()

    def _count(self, *_: object) -> None:
        page = self._answer if self._answer.display else self._question
        self.more = page.more_below
