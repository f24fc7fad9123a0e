"""The person's own settings: written whole, by one process at a time, and nothing is left."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.append(str(Path(__file__).parent))

from breaking import Plan

from studyapp.library.own import change_own, tidy, write_own
from studyapp.library.settings import read_own

if sys.platform == "win32":
    pytest.skip("no process is forked there", allow_module_level=True)

if TYPE_CHECKING:
    from driver import Driver


def test_a_kill_at_each_step_of_a_setting(driver: Driver) -> None:
    """Killed at any step: the file is the old or the new one, and the next start sweeps."""
    own = driver.home / "studyapp" / "settings.toml"
    set_theme = ["settings", "set", "theme"]
    steps = driver.run([[*set_theme, "nord"]]).steps
    there = {*own.parent.iterdir()}
    left = 0
    for nth, step in enumerate(steps):
        write_own(own, "theme", "nord")
        how = "halfway" if step.endswith("write") else "after"
        assert driver.run([[*set_theme, "dracula"]], Plan(nth, how)).killed
        told, problems = read_own(own)
        assert (problems, told.theme) == (
            [],
            "dracula" if nth >= steps.index("note rename") else "nord",
        )
        left += len({*own.parent.iterdir()} - there)
        tidy(own)
        assert {*own.parent.iterdir()} == there
    assert left


def test_what_can_not_be_swept_keeps_nobody_from_starting(tmp_path: Path) -> None:
    """Where no lock can be made, a killed write's rest stays, and nothing is raised."""
    rest = tmp_path / ".studyapp-0123456789abcdef.tmp"
    rest.touch()
    (tmp_path / "settings.lock").mkdir()
    tidy(tmp_path / "settings.toml")
    assert rest.exists()


def test_two_who_set_something_at_once(tmp_path: Path) -> None:
    """Neither loses what the other has set, though each writes the whole file."""
    own = tmp_path / "settings.toml"
    with ThreadPoolExecutor() as hands:
        for key in ("theme", "library", "python", "outlines"):
            hands.submit(write_own, own, key, key)
    told, _ = read_own(own)
    assert (told.theme, told.library, told.python, told.outlines) == (
        "theme",
        "library",
        "python",
        "outlines",
    )


def test_two_who_add_to_one_list_at_once(tmp_path: Path) -> None:
    """Each adds to the list as it is by then: no folder is lost, none taken out comes back."""
    own = tmp_path / "settings.toml"
    folders = [f"/notes/{number}" for number in range(6)]
    write_own(own, "trusted", ["/notes/left"])
    write_own(own, "trusted", [])
    with ThreadPoolExecutor() as hands:
        for one in folders:
            hands.submit(change_own, own, "trusted", lambda now, one=one: [*now.trusted, one])
    assert sorted(read_own(own)[0].trusted) == folders
