"""One line to type, behind what it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from studyapp.notes.visible import visible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType


class PromptLine(Input):
    """The line itself; up and down go through what was typed before."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "back", id="prompt.leave"),
        Binding("up", "recall(-1)", "the line before", id="prompt.up"),
        Binding("down", "recall(1)", "the next line", id="prompt.down"),
    ]

    @dataclass
    class Left(Message):
        """Nothing is to be typed after all."""

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self._history: Sequence[str] = ()
        self._at = 0

    def start(self, history: Sequence[str]) -> None:
        """Begin an empty line; `history` is what up brings back, the latest last."""
        self.value = ""
        self._history, self._at = history, len(history)

    def action_give_up(self) -> None:
        """Leave without a word."""
        self.post_message(self.Left())

    def action_recall(self, step: int) -> None:
        """Bring an earlier line back, or go towards the new one."""
        self._at = min(max(self._at + step, 0), len(self._history))
        self.value = self._history[self._at] if self._at < len(self._history) else ""
        self.cursor_position = len(self.value)


class Prompt(Horizontal):
    """Hidden until something is asked; enter answers, and it stays until it is closed."""

    DEFAULT_CSS = """
    Prompt {
        display: none; height: 1; padding: 0 1;
        & > Static { width: auto; max-width: 50%; color: $text-primary; text-wrap: nowrap; }
        & > PromptLine { width: 1fr; background: $surface; }
    }
    """

    @dataclass
    class Answered(Message):
        """A line was typed."""

        text: str

    def compose(self) -> ComposeResult:
        """What is asked, and the line."""
        yield Static(markup=False)
        yield PromptLine()

    def ask(self, question: str, hint: str, history: Sequence[str] = ()) -> None:
        """Ask for a line; `hint` stands where nothing was typed yet."""
        self.query_one(Static).update(Content(f"{visible(question)} "))
        line = self.query_one(PromptLine)
        line.placeholder = hint
        line.start(history)
        self.display = True
        line.focus()

    def close(self) -> None:
        """Ask no longer."""
        self.display = False

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Enter: pass the line on, for whoever asked."""
        message.stop()
        self.post_message(self.Answered(message.value.strip()))
