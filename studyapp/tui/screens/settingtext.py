"""A setting that is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import Input

from studyapp.notes.visible import visible
from studyapp.tui.screens.settingeditor import Chosen, SettingEditor
from studyapp.tui.settingrows import written
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult

    from studyapp.library.preferences import Setting
    from studyapp.tui.settingrows import SettingRow


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
