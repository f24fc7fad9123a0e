"""The app in somebody's browser: it is used as ever, but opens no door that was shut."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from studyapp.library.paths import settings_file
from studyapp.library.settings import RIGHTS, read_library, read_own
from studyapp.tui.mocking import Wish

Sit = Callable[..., Any]
REFUSED = "Not from a browser: it says which code runs"


async def goes_to(person: Any, name: str) -> None:
    """Go to a setting in the list."""
    listed = person.app.screen.query_one("OptionList")
    listed.highlighted = listed.get_option_index(name)
    await person.waits()


async def test_rights_are_not_widened_from_a_browser(sit: Sit, notes: Path) -> None:
    """Trust, the Python and folders stay, by whichever way one asks; a theme is one's own."""
    trusted: list[bool] = []
    how = {"served": True, "trust": lambda: trusted.append(True), "python": "/usr/bin/python3"}
    async with sit(notes, **how) as person:
        await person.sees("4 new")
        await person.presses("comma")
        for name in ("trusted", "outlines"):
            await goes_to(person, name)
            await person.sees(REFUSED)
            await person.presses("enter", "delete")
            assert person.app.screen.query("OptionList"), "no editor was opened"
        person.app.choose("outlines", "/etc")
        for key in RIGHTS:
            person.app.choose_own(key, "/etc")
        person.app.trust()
        await person.waits()
        assert trusted == []
        assert not person.app.trusted
        person.app.choose_own("theme", "nord")
        person.app.choose_own("language", "zh")
        await goes_to(person, "trusted")
        await person.sees("浏览器里不能改")
    own, _ = read_own(settings_file())
    assert own.theme == "nord"
    assert (own.trusted, own.python, own.library, own.outlines) == ((), "", "", "")
    assert read_library(notes)[0].outlines == ""


async def test_a_report_goes_to_no_place_that_a_browser_names(sit: Sit, notes: Path) -> None:
    """It is kept beside the journal, without a question where."""
    async with sit(notes, served=True, mock=Wish(30, seed=1)) as person:
        await person.sees("Question 1")
        await person.presses("space", "3", "q", "q", "s")
        await person.sees("saved: .studyapp/interviews/2026-11-23-1.md")
    assert (notes / ".studyapp/interviews/2026-11-23-1.md").exists()
