"""A setting whose values can be counted up: chosen from a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from studyapp.library.preferences import found
from studyapp.tui.screens.settingeditor import Chosen, SettingEditor
from studyapp.tui.settingrows import choices, row, worded

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult

    from studyapp.tui.base import BaseApp
    from studyapp.tui.settingrows import SettingRow


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
