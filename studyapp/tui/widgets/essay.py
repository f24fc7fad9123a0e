"""Room to type a long answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea

if TYPE_CHECKING:
    from textual.binding import BindingType


class Essay(TextArea):
    """Lines of text, hidden until they are asked for; what was typed stays until it is cleared."""

    DEFAULT_CSS = """
    Essay {
        display: none; height: 1fr; padding: 0 1; background: $background;
        border: round $secondary 60%; border-title-color: $text-secondary;
        &:focus { border: round $primary; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,ctrl+s", "hand_in", "done", id="essay.done", priority=True),
        Binding("escape", "leave", "back", id="essay.leave", priority=True),
    ]

    @dataclass
    class Done(Message):
        """The answer is typed."""

        text: str

    @dataclass
    class Left(Message):
        """The keys are to be keys again; the text stays."""

    def begin(self) -> None:
        """Take the keys."""
        self.display = True
        self.focus()

    def action_hand_in(self) -> None:
        """Pass the text on."""
        self.post_message(self.Done(self.text.strip()))

    def action_leave(self) -> None:
        """Let it be for now."""
        self.post_message(self.Left())
