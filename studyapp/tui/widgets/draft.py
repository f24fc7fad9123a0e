"""The code of a demo while a person changes it."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import unified_diff
from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from textual.binding import Binding
from textual.message import Message
from textual.widgets import TextArea

from studyapp.tui.widgets.ink import mix
from studyapp.tui.widgets.syntax import dye

if TYPE_CHECKING:
    from textual.binding import BindingType

Wish: TypeAlias = Literal["run", "diff", "reset", "save", "leave"]


class Draft(TextArea):
    """An editor for one fence; what its keys wish for, somebody else does.

    They have priority, since an editor would type or use them.
    """

    DEFAULT_CSS = """
    Draft {
        display: none; height: 1fr; padding: 0; background: $background;
        border: round $foreground 30%; border-title-color: $text-primary;
        &:focus { border: round $primary; }
        & .text-area--gutter, & .text-area--cursor-gutter { background: $background; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5,ctrl+r", "wish('run')", "run", id="draft.run", priority=True),
        Binding("f6", "wish('diff')", "diff", id="draft.diff", priority=True),
        Binding("f8", "wish('reset')", "reset", id="draft.reset", priority=True),
        Binding("f2,ctrl+s", "wish('save')", "save", id="draft.save", priority=True),
        Binding("escape", "wish('leave')", "back", id="draft.leave", priority=True),
    ]

    @dataclass
    class Wished(Message):
        """A key of the editor was pressed."""

        wish: Wish

    def __init__(self) -> None:
        super().__init__(soft_wrap=False, tab_behavior="indent", show_line_numbers=True)

    def on_mount(self) -> None:
        """Draw in the colours of the theme, now and whenever there is another."""
        self.app.theme_changed_signal.subscribe(self, self._dye)
        self._dye()

    def _dye(self, *_: object) -> None:
        dye(self, mix(self.app.theme_variables, self.background_colors[1]))

    @property
    def code(self) -> str:
        """The text as code, whose last line ends."""
        return self.text if self.text.endswith("\n") or not self.text else f"{self.text}\n"

    def start(self, code: str, first_line: int) -> None:
        """Edit `code`, whose lines are numbered as the note's."""
        self.line_number_start = first_line
        self.set_reactive(TextArea.language, "python")  # not before: its grammar takes tens of ms
        self.load_text(code.removesuffix("\n"))
        self.focus()

    def action_wish(self, wish: Wish) -> None:
        """Pass a key on."""
        self.post_message(self.Wished(wish))


def difference(note: str, changed: str) -> str:
    """What was changed, as a unified diff without its head; empty where nothing was."""
    lines = unified_diff(note.split("\n"), changed.split("\n"), lineterm="", n=2)
    return "\n".join([*lines][2:])
