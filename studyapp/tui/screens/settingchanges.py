"""What becomes of a setting that is changed: whether it may be, what follows, where it is kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from textual.screen import ModalScreen

from studyapp.library.paths import MARK
from studyapp.library.preferences import Unfit, changed
from studyapp.library.settings import line_in
from studyapp.notes import Problem
from studyapp.tui import sentences, settingrows
from studyapp.tui.keymap import keymap
from studyapp.tui.overview import overview
from studyapp.tui.presets import PRESETS
from studyapp.tui.screens.settingchoice import ChoiceEditor
from studyapp.tui.screens.settingtext import TextEditor
from studyapp.tui.screens.shift import ShiftScreen

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.library.preferences import Setting
    from studyapp.library.settings import LibrarySettings
    from studyapp.tui.base import BaseApp
    from studyapp.tui.keymap import Keymap
    from studyapp.tui.screens.settingeditor import Chosen
    from studyapp.tui.settingrows import SettingRow


class SettingChanges(ModalScreen[None]):
    """Changes settings, those of the library and the person's own."""

    def __init__(self) -> None:
        super().__init__()
        self.usual: Keymap = {}  # the app's own keys, once they are found

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def file_of(self, setting: Setting) -> Path:
        """Where a setting is kept."""
        app = self.study_app
        return app.library.root / MARK / "settings.toml" if setting.travels else app.services.own

    def is_shut(self, row: SettingRow) -> bool:
        """Whether it can't be changed from where the person sits, which is said."""
        app = self.study_app
        if shut := app.shut(row.setting.key):
            app.warn("served_setting")
        return shut

    def change(self, row: SettingRow) -> None:
        """Let the person choose or type another value."""
        app, setting = self.study_app, row.setting

        def answered(chosen: Chosen | None) -> None:
            app.wear()  # a theme may have been tried on
            if chosen and chosen.value != row.value:
                self.take(row, chosen.value)

        def effect(value: Any) -> str:
            return self._effect(setting, value)

        if values := settingrows.choices(setting, app.available_themes):
            preview = app.try_on if setting.key == "theme" else None
            app.push_screen(ChoiceEditor(row, effect, values, preview), answered)
        else:
            app.push_screen(TextEditor(row, effect, self._fault), answered)

    def _fault(self, setting: Setting, text: str) -> str:
        """Why a text is no value for a setting, with its file and line; empty if it is one."""
        app, told = self.study_app, None
        if setting.key == "keys":
            own = {**app.own.keys, setting.entry: text}
            faults = keymap(own, PRESETS[app.own.keys_preset], self.usual)[1]
            told = next((one for one in faults if one.action == setting.entry), None)
        message, hint = (told.message, told.hint) if told else ("", "")
        if not told:
            try:
                setting.read(text)
            except Unfit as unfit:
                message, hint = unfit.message, ""
        file = self.file_of(setting)
        line = line_in(file, setting.entry or setting.key)
        return app.say.problem(Problem(str(file), line, message, hint)) if message else ""

    def _effect(self, setting: Setting, value: Any) -> str:
        """What a value would change, in words; not for the screen's thread."""
        app, say = self.study_app, self.study_app.say
        if setting.key in settingrows.SHIFTS:
            return say("set_shifts")
        if setting.key in settingrows.REREADS:
            return say("set_rereads")
        if setting.key not in settingrows.TODAY:
            return ""
        before = app.library.settings
        now, then = (
            sentences.what_now(overview(app.library.snapshot, app.today, one), app.today, say)
            for one in (before, self._with(setting, value))
        )
        if now == then:
            return say("set_same", now=now)
        return say("set_now", now=now) + "\n" + say("set_then", then=then)

    def _with(self, setting: Setting, value: Any) -> LibrarySettings:
        """The settings of the library as they would be."""
        before = self.study_app.library.settings
        new = changed(setting, before, value)
        if setting.is_table:
            new = new or {}
        fields: dict[str, Any] = {setting.key: tuple(new) if isinstance(new, list) else new}
        return replace(before, **fields)

    def take(self, row: SettingRow, value: Any) -> None:
        """Keep a value; if it moves due days, only once the person has seen which."""
        app, setting = self.study_app, row.setting

        def keep(yes: bool | None) -> None:  # noqa: FBT001  Textual passes it so
            if not yes:
                return
            kept = None if value == setting.default else value
            choose = app.choose if setting.travels else app.choose_own
            settings = app.library.settings if setting.travels else app.own
            choose(setting.key, changed(setting, settings, kept))

        if setting.key in settingrows.SHIFTS:
            app.push_screen(ShiftScreen(app.library.settings, self._with(setting, value)), keep)
        else:
            keep(yes=True)
