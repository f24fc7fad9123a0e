"""One setting: chosen from a list, or typed; what it would change is said before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import work
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from studyapp.library.preferences import found
from studyapp.notes.visible import visible
from studyapp.tui.settingrows import choices, row, worded, written
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.library.preferences import Setting
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
            box.border_title = Content(visible(self.row.label))
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


class ChoiceEditor(SettingEditor):
    """A value from a list; `preview` shows at once what the highlighted one is like."""

    def __init__(
        self,
        row: SettingRow,
        effect: Callable[[Any], str],
        values: Sequence[Any],
        preview: Callable[[Any], None] | None = None,
    ) -> None:
        super().__init__(row, effect)
        self._values = values
        self._preview = preview

    def value(self) -> ComposeResult:
        """All values there are."""
        say, setting = self.study_app.say, self.row.setting
        yield OptionList(
            *(Option(worded(setting, value, say)) for value in self._values), markup=False
        )

    def on_mount(self) -> None:
        """Begin with the value it has."""
        listed = self.query_one(OptionList)
        if self.row.value in self._values:
            listed.highlighted = self._values.index(self.row.value)
        listed.focus()

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Show what that value would change."""
        value = self._values[message.option_index]
        if self._preview:
            self._preview(value)
        self.foretell(value)

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """A click keeps a value, too."""
        self.dismiss(Chosen(self._values[message.option_index]))

    def action_keep(self) -> None:
        """Keep the highlighted value."""
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self.dismiss(Chosen(self._values[place]))


def pick_theme(app: BaseApp) -> None:
    """Let the person choose a theme, and keep it."""
    theme = row(found("theme"), app.own, app.say)
    values = choices(theme.setting, app.available_themes)

    def answered(chosen: Chosen | None) -> None:
        app.wear()
        if chosen:
            app.choose_own("theme", chosen.value or None)

    app.push_screen(ChoiceEditor(theme, lambda _: "", values, app.try_on), answered)


class TextEditor(SettingEditor):
    """A value that is typed; `fault` says why a text is none, "" if it is one."""

    def __init__(
        self,
        row: SettingRow,
        effect: Callable[[Any], str],
        fault: Callable[[Setting, str], str],
    ) -> None:
        super().__init__(row, effect)
        self._fault = fault

    def value(self) -> ComposeResult:
        """The value as it is, and what it is to be like."""
        yield Input(written(self.row.value), id="value")
        say, setting = self.study_app.say, self.row.setting
        keys = say("set_expected_keys")
        expected = say("set_expected", reason=setting.expected)
        yield Prose(keys if setting.key == "keys" else expected, id="expected")

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say what the value would change, or why there can't be one."""
        chosen = self._read(message.value.strip())
        if chosen:
            self.foretell(chosen.value)

    def action_keep(self) -> None:
        """Keep the value, if it is one."""
        if chosen := self._read(self.query_one(Input).value.strip()):
            self.dismiss(chosen)

    def _read(self, text: str) -> Chosen | None:
        fault = self._fault(self.row.setting, text)
        self.query_one("#fault", Prose).text = visible(fault)
        return None if fault else Chosen(self.row.setting.read(text))
