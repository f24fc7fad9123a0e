"""The settings screen: both files, typed editors, what a change does before it is kept."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from studyapp.library.paths import settings_file
from studyapp.library.preferences import preferences
from studyapp.library.settings import LibrarySettings, Settings
from studyapp.tui.settingrows import GROUPS, groups
from studyapp.tui.texts import TEXTS
from studyapp.tui.words import Words

Sit = Callable[..., Any]


def set_in(file: Path) -> dict[str, Any]:
    """What stands in a settings file."""
    return tomllib.loads(file.read_text("utf-8"))


def test_every_setting_is_listed_named_and_told() -> None:
    """No setting is forgotten, and the English words are those beside the field itself."""
    listed = {name for names in GROUPS.values() for name in names} | {"weights", "keys"}
    assert listed == preferences().keys()
    for key, setting in preferences().items():
        assert TEXTS[f"doc_{key}"][0] == setting.doc
        assert TEXTS[f"set_{key}"]


def test_a_value_is_told_in_words_and_marked_where_it_was_set() -> None:
    """Switches, choices, nothing, lists and weights each have a form for a person."""
    told = LibrarySettings(weights={"nlp": 3}, leads=False)
    own = Settings(language="zh", trusted=("~/a", "~/b"), keys={"study.run": "f9,comma"})
    keys = {"study.run": ("f9", "comma"), "help": ("question_mark",)}
    rows = {
        row.setting.name: (row.told, row.is_set, *([row.entry, row.label] if row.entry else []))
        for _, group in groups(told, own, ["nlp", "cuda"], keys, Words("en"))
        for row in group
    }
    assert rows["leads"] == ("no", True)
    assert rows["scheduler"] == ("classic SM-2", False)
    assert rows["interview"] == ("–", False)
    assert rows["trusted"] == ("~/a, ~/b", True)
    assert rows["weights.nlp"] == ("●●●", True)
    assert rows["weights.cuda"] == ("●○○", False)
    assert rows["keys.study.run"] == ("f9  ,", True, "study.run", "run the demo")
    assert rows["keys.help"] == ("?", False, "help", TEXTS["help"][0])


async def test_a_number_is_typed_and_said_before_it_is_kept(sit: Sit, notes: Path) -> None:
    """What today would be is told while typing; a bad value names file, key and bounds."""
    async with sit(notes) as person:
        await person.sees("4 new")
        await person.presses("comma", "enter")
        await person.sees("Today stays as it is")
        await person.presses("backspace", "backspace", "3")
        await person.sees("today then:     2 new")
        await person.presses("9", "9", "9")
        await person.sees("`minutes_per_day` can't be '3999'")
        await person.sees("expected: a number from 0 to 1440")
        await person.presses("enter", "backspace", "backspace", "backspace", "enter")
        await person.sees("minutes a day               3")
        assert set_in(notes / ".studyapp/settings.toml") == {"minutes_per_day": 3}
        await person.presses("delete", "escape")
        await person.sees("4 new")
        assert set_in(notes / ".studyapp/settings.toml") == {}


async def test_language_theme_and_keys_follow_at_once(sit: Sit, notes: Path) -> None:
    """The person's own settings change the running app; their file keeps its comments."""
    file = settings_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("# mine\nlanguage = 'en'\n", "utf-8")
    async with sit(notes) as person:
        await person.sees("4 new")
        await person.presses("comma")
        await chosen(person, "theme")
        before = person.app.theme
        await person.presses("down", "down")
        assert person.app.theme != before
        await person.presses("escape")
        assert person.app.theme == before
        await chosen(person, "keys.study.good")
        await person.presses("backspace", "2")
        await person.sees("`2` is the key of `study.hard`")
        await person.presses("backspace", "g", "enter")
        await person.sees("`g` is the key of `study.graph`")
        await person.presses("backspace", "v", "enter")
        await chosen(person, "language")
        await person.presses("down", "enter")
        await person.sees("界面语言")
        assert file.read_text("utf-8").startswith('# mine\nlanguage = "zh"\n')
        await person.presses("escape", "enter", "space")
        await person.sees("v 记得")


async def chosen(person: Any, name: str) -> None:
    """Go to a setting in the list, and open it."""
    listed = person.app.screen.query_one("OptionList")
    listed.highlighted = listed.get_option_index(name)
    await person.presses("enter")
