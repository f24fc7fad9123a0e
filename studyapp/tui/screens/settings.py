"""The settings: all of them, in both files, with what each is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import work
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from studyapp.notes.visible import visible
from studyapp.tui import settingrows
from studyapp.tui.bound import usual_keys
from studyapp.tui.keymap import keymap
from studyapp.tui.overview import overview
from studyapp.tui.presets import PRESETS
from studyapp.tui.screens.settingchanges import SettingChanges
from studyapp.tui.widgets.keyline import Key, KeyLine
from studyapp.tui.widgets.prose import Prose
from studyapp.tui.widgets.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.tui.settingrows import SettingRow

_NAME = 26
"""Cells for the name of a setting."""
_WIDEST, _EDGE = 125, 10
"""Columns of the screen beyond which the list grows no wider; those that are not the list's."""
_ACT, _HELD, _ENTRY = 44, 14, 20
"""Cells for what a key does, where there is room; for its keys; for its name in the file."""


class SettingsScreen(SettingChanges):
    """A list in groups; enter changes the chosen one, delete takes it back to its default."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("delete,backspace", "reset", "default", id="settings.reset"),
        Binding("escape,q,ｑ,comma,，", "dismiss", "back", id="settings.back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, SettingRow] = {}

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
        self.usual = usual_keys()
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
        keys = keymap(own.keys, PRESETS[own.keys_preset], self.usual)[0] if self.usual else {}
        decks = [row.deck for row in rows if row.deck]
        return settingrows.groups(app.library.settings, own, decks, keys, app.say)

    def _drawn(self, row: SettingRow) -> Content:
        room = min(self.size.width, _WIDEST) - _EDGE
        width = min(_ACT, max(_NAME, room - _HELD - _ENTRY - 4)) if row.entry else _NAME
        name = _column(row.label, width)
        value = clip(visible(row.told), max(8, room - width - 2))
        value = _column(value, _HELD) if row.entry else value
        left = room - cell_len(f"  {name}  {value}  ")
        entry = clip(row.entry, left) if left >= _HELD else ""
        drawn = Content.assemble(f"  {name}  ", (value, "bold" if row.is_set else ""))
        return Content.assemble(drawn, ("  " + entry, "dim")) if entry else drawn

    def on_option_list_option_highlighted(self, message: OptionList.OptionHighlighted) -> None:
        """Say what it is for and where it is kept, or why it can't be changed here."""
        say = self.study_app.say
        if row := self._rows.get(message.option.id or ""):
            told = say("set_file", key_name=row.setting.name, file=self.file_of(row.setting))
            if self.study_app.shut(row.setting.key):
                told = say("served_setting")
            self.query_one("#doc", Prose).text = row.doc
            self.query_one("#kept", Static).update(Content(visible(told)))

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Enter, or a click: change it."""
        row = self._rows.get(message.option.id or "")
        if row and not self.is_shut(row):
            self.change(row)

    def action_change(self) -> None:
        """The same by a click on the key."""
        self.query_one(OptionList).action_select()

    def action_reset(self) -> None:
        """Back to the default."""
        option = self.query_one(OptionList).highlighted_option
        row = self._rows.get(option.id or "") if option else None
        if row and row.is_set and not self.is_shut(row):
            self.take(row, None if row.setting.entry else row.setting.default)


def _column(text: str, width: int) -> str:
    """A text in so many cells."""
    text = clip(visible(text), width)
    return text + " " * (width - cell_len(text))
