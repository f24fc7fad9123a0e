"""The card in a mock interview: with room to type an answer of any length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.study.telling import typable
from studyapp.tui.screens.recallside import RecallSide
from studyapp.tui.widgets.essay import Essay

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from studyapp.notes import Card
    from studyapp.tui.words import Words


class MockSide(RecallSide):
    """One question at a time, answered aloud, on a line, or in the place of the veil."""

    def __init__(self, say: Words) -> None:
        super().__init__(say)
        self._essay = Essay()

    @property
    def writing(self) -> bool:
        """Whether a long answer is being typed."""
        return self._essay.display

    @property
    def typing(self) -> bool:
        """Whether letters are text now, and no keys of the card."""
        return self.writing or super().typing

    def compose(self) -> ComposeResult:
        """The card, and the room, which takes the veil's place."""
        yield from super().compose()
        self._essay.border_title = self._say("told_written")
        yield self._essay

    def ask(self, card: Card) -> None:
        """Show the question; nothing was typed yet."""
        self._essay.clear()
        super().ask(card)

    def begin_typing(self, card: Card) -> None:
        """Take the answer: on a line where it is short."""
        if typable(card.answer):
            self.ask_line()
        else:
            self._veil.display = False
            self._essay.begin()
            self.post_message(self.TypingChanged())

    def on_essay_done(self, message: Essay.Done) -> None:
        """Pass on what was typed; nothing is no answer."""
        message.stop()
        self._put_away()
        if message.text:
            self.post_message(self.Typed(message.text))

    def on_essay_left(self, message: Essay.Left) -> None:
        """The keys are keys again."""
        message.stop()
        self._put_away()

    def _put_away(self) -> None:
        self._close()
        self._veil.display = True
        self._question.focus()

    def _close(self) -> None:
        if self.writing:
            self._essay.display = False
            self.post_message(self.TypingChanged())
        super()._close()
