"""One setting to be changed: what it is for, and what a value would change, before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import work
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen

from studyapp.notes.visible import visible
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.tui.base import BaseApp
    from studyapp.tui.settingrows import SettingRow


@dataclass(frozen=True, slots=True)
class Chosen:
    """The value that a setting is to have."""

    value: Any


class SettingEditor(ModalScreen[Chosen | None]):
    """What a setting is for, its value, and what `effect` says that a value would change.

    `effect` may take a moment, so it is asked on a thread.
    """

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", "keep", id="setting.keep", priority=True),
        Binding("escape", "leave", "leave", id="setting.leave"),
    ]

    @dataclass
    class Foretold(Message):
        """What a value would change."""

        value: Any
        text: str

    def __init__(self, row: SettingRow, effect: Callable[[Any], str]) -> None:
        super().__init__()
        self.row = row
        self._effect = effect
        self._weighed: Any = None

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """What it is for; its value; what that would change; the keys."""
        with Vertical(id="setting") as box:
            box.border_title = Content(visible(self.row.entry or self.row.label))
            yield Prose(self.row.doc, id="doc")
            yield from self.value()
            yield Prose(id="fault")
            yield Prose(id="effect")
            yield KeyLine(id="settingkeys")

    def on_mount(self) -> None:
        """Name the keys."""
        say = self.study_app.say
        keep = Key("enter", say("k_keep"), "screen.keep")
        leave = Key("esc", say("k_back"), "screen.leave")
        self.query_one(KeyLine).show([keep, leave])

    def value(self) -> ComposeResult:
        """The value, to be changed."""
        raise NotImplementedError

    def foretell(self, value: Any) -> None:
        """Say what a value would change."""
        self._weighed = value
        self._foretell(value)

    @work(thread=True, exclusive=True)
    def _foretell(self, value: Any) -> None:
        self.post_message(self.Foretold(value, self._effect(value)))

    def on_setting_editor_foretold(self, message: Foretold) -> None:
        """Show it, unless another value is weighed by now: a thread can't be called back."""
        if message.value == self._weighed:
            self.query_one("#effect", Prose).text = message.text

    def action_leave(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)

    def action_keep(self) -> None:
        """Keep the value."""
        raise NotImplementedError
