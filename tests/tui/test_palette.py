"""The command palette and the help page: every key, in words."""

from collections.abc import Callable
from typing import Any

import pytest

from studyapp.library.paths import settings_file
from studyapp.tui.texts import TEXTS

Sit = Callable[..., Any]


async def test_the_palette_lists_every_key_of_the_screen(sit: Sit, notes: Any) -> None:
    """The palette names what each key of Study does, and a command chosen there is done."""
    async with sit(notes) as person:
        await person.presses("enter", "ctrl+p", *"suspend")
        await person.sees(TEXTS["study.suspend"][0])
        await person.presses(*["backspace"] * 7, *"whole", "enter")
        await person.sees("1. Adding")


async def test_the_palette_begins_with_what_a_person_does_most(sit: Sit, notes: Any) -> None:
    """Without a search it keeps the order of Home's keys, as the foot names them; git is last."""
    async with sit(notes) as person:
        await person.presses("ctrl+p")
        await person.sees(TEXTS["home.study"][0])
        at = [person.sight.index(TEXTS[f"home.{one}"][0]) for one in ("study", "cram", "browse")]
        assert at == sorted(at)
        assert TEXTS["home.ignore"][0] not in person.sight
        assert ("enter" in person.sight, "space" in person.sight) == (True, False)
        await person.presses(*"open a note")
        await person.sees("ctrl+o")


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_the_palette_speaks_the_language_of_the_interface(
    sit: Sit, notes: Any, language: str
) -> None:
    """The commands stand in the palette in the interface's own language."""
    async with sit(notes, language=language) as person:
        await person.presses("ctrl+c", "ctrl+p")
        await person.sees(TEXTS["palette_hint"][language == "zh"])
        await person.presses(*"git")
        await person.sees(TEXTS["home.ignore"][language == "zh"])
        await person.presses(*"zzzz")
        await person.sees(TEXTS["palette_none"][language == "zh"])
        assert "to quit the app" not in person.sight


async def test_a_theme_is_picked_from_the_palette_and_kept(sit: Sit, notes: Any) -> None:
    """A theme is shown while it is highlighted, and written to the person's settings."""
    async with sit(notes) as person:
        await person.presses("ctrl+p", *"choose a theme", "enter")
        await person.sees("gruvbox")
        await person.presses("down", "down", "enter")
        assert person.app.theme == "textual-light"
        assert settings_file().read_text("utf-8") == 'theme = "textual-light"\n'


async def test_help_opens_once_and_closes_with_its_own_key(sit: Sit, notes: Any) -> None:
    """Key ? shows the help; pressed again it goes back, and never stacks a second page."""
    async with sit(notes) as person:
        await person.presses("enter", "?")
        await person.sees(TEXTS["help_study"][0])
        await person.presses("?")
        await person.sees("What does adding a number")


async def test_the_help_page_speaks_chinese(sit: Sit, notes: Any) -> None:
    """The help page follows the language of the interface, and begins with the screen's keys."""
    async with sit(notes, language="zh") as person:
        await person.presses("?")
        await person.sees(TEXTS["help_home"][1])
        assert "On Home" not in person.sight
        assert TEXTS["help_study"][1] not in person.sight.partition(TEXTS["help_home"][1])[0]
