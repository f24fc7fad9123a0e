"""The settings: all of them, in both files, with what each is for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, cast

from rich.cells import cell_len
from textual import work
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from studyapp.library.paths import MARK
from studyapp.library.preferences import Unfit, changed
from studyapp.library.settings import line_in
from studyapp.notes import Problem
from studyapp.notes.visible import visible
from studyapp.tui import sentences, settingrows
from studyapp.tui.bound import usual_keys
from studyapp.tui.keymap import keymap
from studyapp.tui.overview import overview
from studyapp.tui.presets import PRESETS
from studyapp.tui.screens.settingchoice import ChoiceEditor
from studyapp.tui.screens.settingtext import TextEditor
from studyapp.tui.screens.shift import ShiftScreen
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.prose import Prose
from studyapp.tui.widgets.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.library.preferences import Setting
    from studyapp.library.settings import LibrarySettings
    from studyapp.tui.base import BaseApp
    from studyapp.tui.keymap import Keymap
    from studyapp.tui.screens.settingeditor import Chosen
    from studyapp.tui.settingrows import SettingRow

_NAME = 26
"""Cells for the name of a setting."""


class SettingsScreen(ModalScreen[None]):
    """A list in groups; enter changes the chosen one, delete takes it back to its default."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,backspace", "reset", "default", id="settings.reset"),
        Binding("escape,q,ｑ,comma,，", "dismiss", "back", id="settings.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, SettingRow] = {}
        self._usual: Keymap = {}

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """The list, what the chosen one is for and where it is kept, the keys."""
        with Vertical(id="settings"):
            yield OptionList(markup=False)
            yield Prose(id="doc")
            yield Static(id="kept", markup=False)
            yield KeyLine(id="settingskeys")

    def on_mount(self) -> None:
        """Follow both kinds of settings; find the keys meanwhile."""
        self.watch(self.app, "snapshot", self._follow, init=False)
        self.watch(self.app, "own", self._follow, init=False)
        self.show()
        self.query_one(OptionList).focus()
        self._find_keys()

    @work(thread=True)
    def _find_keys(self) -> None:
        """Every screen is read for its keys, which takes a moment."""
        self._usual = usual_keys()
        self.app.call_from_thread(self.show)

    def _follow(self) -> None:
        self.show()

    def on_resize(self) -> None:
        """Use the width."""
        self.show()

    def show(self) -> None:
        """List the settings as they are now; the chosen one stays so."""
        say, listed = self.study_app.say, self.query_one(OptionList)
        chosen = listed.highlighted
        listed.clear_options()
        self._rows = {}
        for group, rows in self._groups():
            if rows:
                heading = Content.styled(say(f"set_group_{group}"), "bold")
                listed.add_option(Option(heading, disabled=True))
            for row in rows:
                self._rows[row.setting.name] = row
                listed.add_option(Option(self._drawn(row), row.setting.name))
        listed.highlighted = chosen if chosen is not None else 1
        self.query_one("#settings").border_title = say("settings_title")
        self.query_one(KeyLine).show(
            [
                Key("enter", say("k_change_it"), "screen.change"),
                Key("del", say("k_default"), "screen.reset"),
                Key("esc", say("k_back"), "screen.dismiss"),
            ]
        )

    def _groups(self) -> Iterator[tuple[str, list[SettingRow]]]:
        app = self.study_app
        snapshot, own = app.library.snapshot, app.own
        rows = overview(snapshot, app.today, app.library.settings).rows[1:]
        keys = keymap(own.keys, PRESETS[own.keys_preset], self._usual)[0] if self._usual else {}
        decks = [row.deck for row in rows if row.deck]
        return settingrows.groups(app.library.settings, own, decks, keys, app.say)

    def _drawn(self, row: SettingRow) -> Content:
        name = clip(visible(row.label), _NAME)
        gap = " " * (_NAME - cell_len(name) + 2)
        room = max(8, self.size.width - _NAME - 12)
        value = clip(visible(row.told), room)
        return Content.assemble(f"  {name}{gap}", (value, "bold" if row.is_set else ""))

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Say what it is for and where it is kept, or why it can't be changed here."""
        say = self.study_app.say
        if row := self._rows.get(message.option.id or ""):
            told = say("set_file", key_name=row.setting.name, file=self._file(row.setting))
            if self.study_app.shut(row.setting.key):
                told = say("served_setting")
            self.query_one("#doc", Prose).text = row.doc
            self.query_one("#kept", Static).update(Content(visible(told)))

    def _file(self, setting: Setting) -> Path:
        app = self.study_app
        return app.library.root / MARK / "settings.toml" if setting.travels else app.services.own

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Enter, or a click: change it."""
        row = self._rows.get(message.option.id or "")
        if row and not self._is_shut(row):
            self._change(row)

    def action_change(self) -> None:
        """The same by a click on the key."""
        self.query_one(OptionList).action_select()

    def action_reset(self) -> None:
        """Back to the default."""
        option = self.query_one(OptionList).highlighted_option
        row = self._rows.get(option.id or "") if option else None
        if row and row.is_set and not self._is_shut(row):
            self._take(row, None if row.setting.entry else row.setting.default)

    def _is_shut(self, row: SettingRow) -> bool:
        """Whether it can't be changed from where the person sits, which is said."""
        app = self.study_app
        if shut := app.shut(row.setting.key):
            app.warn("served_setting")
        return shut

    def _change(self, row: SettingRow) -> None:
        app, setting = self.study_app, row.setting

        def answered(chosen: Chosen | None) -> None:
            app.wear()  # a theme may have been tried on
            if chosen and chosen.value != row.value:
                self._take(row, chosen.value)

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
            faults = keymap(own, PRESETS[app.own.keys_preset], self._usual)[1]
            told = next((one for one in faults if one.action == setting.entry), None)
        message, hint = (told.message, told.hint) if told else ("", "")
        if not told:
            try:
                setting.read(text)
            except Unfit as unfit:
                message, hint = unfit.message, ""
        file = self._file(setting)
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

    def _take(self, row: SettingRow, value: Any) -> None:
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
