"""A few options in sight, of which one holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.widgets import RadioButton, RadioSet

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.content import Content


class Option(RadioButton):
    """An option whose mark differs where it holds; Textual's differs in colour alone."""

    def render(self) -> Content:
        """The mark and the label."""
        self.BUTTON_INNER = "●" if self.value else "○"
        return super().render()


class Choice(RadioSet):
    """Options of which the one moved to holds, so that enter is free to save the whole form."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,right", "choose(1)", show=False),
        Binding("up,left", "choose(-1)", show=False),
    ]

    def on_focus(self) -> None:
        """Begin at the option that holds."""
        if button := self.pressed_button:
            self.post_message(self.Changed(self, button))

    def action_choose(self, step: int) -> None:
        """Let the next option hold, or the one before."""
        options = list(self.query(Option))
        options[(self.pressed_index + step) % len(options)].value = True
