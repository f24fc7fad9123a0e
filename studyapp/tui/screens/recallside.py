"""The card while it is recalled: hints, what was typed or written, points, more of the note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from textual.containers import Container
from textual.content import Content
from textual.message import Message

from studyapp.notes.points import points
from studyapp.notes.visible import visible
from studyapp.tui.screens.cardside import CardSide
from studyapp.tui.widgets.page import Page
from studyapp.tui.widgets.prompt import Prompt, PromptLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from studyapp.notes import Card
    from studyapp.study.attempt import Attempt
    from studyapp.tui.words import Words

Told: TypeAlias = Literal["typed", "written"]


class RecallSide(CardSide):
    """One card at a time, and what the person tells of its answer."""

    @dataclass
    class Typed(Message):
        """An answer was typed."""

        text: str

    @dataclass
    class TypingChanged(Message):
        """Letters are text now, or keys again."""

    def __init__(self, say: Words) -> None:
        super().__init__(say)
        self._prompt = Prompt(id="typing")
        self._told = Page(id="told")
        self._answers = Container(self._told, self._answer, id="answers")

    @property
    def typing(self) -> bool:
        """Whether letters are text now, and no keys of the card."""
        return self._prompt.display

    def compose(self) -> ComposeResult:
        """Question, the line to type, veil; what was told above or beside the answer."""
        yield self._question
        yield self._prompt
        yield self._veil
        yield self._answers

    def on_mount(self) -> None:
        """Name the answer, and follow both pages."""
        self._answer.border_title = self._say("answer")
        super().on_mount()

    def ask(self, card: Card) -> None:
        """Show the question; nothing is told of its answer."""
        self._close()
        self._told.display = False
        super().ask(card)

    def reveal(self, card: Card) -> None:
        """Show the answer; what was being typed is let go."""
        self._close()
        super().reveal(card)

    def show_answer(self, card: Card) -> None:
        """Draw the answer and its points."""
        self._answer.show_points(card.answer, points(card.answer))

    def uncover(self, *, shown: bool) -> None:
        """Give the answer its place, or take it away."""
        super().uncover(shown=shown)
        self._answers.display = shown

    def follow(self, attempt: Attempt) -> None:
        """Mark the points as the attempt stands."""
        self._answer.attempt = attempt

    def hint(self, beginnings: Sequence[str]) -> None:
        """Show how the answer begins, in the place of the veil."""
        lines = "\n".join(f"· {visible(one)}" for one in beginnings)
        self._veil.update(Content(f"{lines}\n\n{self._say('veil')}"))

    def go_on(self, part: str) -> None:
        """Show more of the note under the answer."""
        self._answer.extend(part)
        self.call_after_refresh(self._count)

    def tell(self, kind: Told, markdown: str) -> None:
        """Show what the person typed or wrote, above the answer or beside it."""
        self._told.border_title = self._say(f"told_{kind}")
        self._answers.set_class(kind == "written", "-written")
        self._told.display = True
        self._told.show(markdown)

    def ask_line(self) -> None:
        """Ask for the answer to be typed."""
        self._prompt.ask(self._say("type_ask"), self._say("type_hint"))
        self.post_message(self.TypingChanged())

    def on_prompt_answered(self, message: Prompt.Answered) -> None:
        """Pass on what was typed; an empty line gives up."""
        message.stop()
        self._leave()
        if message.text:
            self.post_message(self.Typed(message.text))

    def on_prompt_line_left(self, message: PromptLine.Left) -> None:
        """Escape: the keys are keys again."""
        message.stop()
        self._leave()

    def _leave(self) -> None:
        self._close()
        self._question.focus()

    def _close(self) -> None:
        if self.typing:
            self._prompt.close()
            self.post_message(self.TypingChanged())
