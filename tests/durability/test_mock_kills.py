"""A mock interview in a terminal, from its first question to its report, and killed on the way."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.append(str(Path(__file__).parent))

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from reader import asked_after, asked_and_given, numbered
from shelf import Shelf
from terminal import App

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from driver import Driver

MOCK = ("mock", "--minutes", "5", "--seed", "3")


@pytest.fixture
def interview(driver: Driver, tmp_path: Path) -> Iterator[Callable[[Shelf], App]]:
    apps: list[App] = []

    def begin(shelf: Shelf) -> App:
        apps.append(App(driver, shelf.root, tmp_path / f"{len(apps)}.txt", verb=MOCK))
        return apps[-1]

    yield begin
    for app in apps:
        app.close()


def answered(app: App, count: int) -> set[str]:
    """Answer so many questions, all Good: their numbers on the cards. One more is asked then."""
    numbers: list[str] = []
    while len(numbers) <= count and (number := asked_after(app, numbers)):
        numbers.append(number)
        if len(numbers) <= count:
            app.press(" ")
            assert app.sees("4 Easy")
            app.press("3")
    return {*numbers[:count]}


def test_an_interview_killed_in_the_middle_and_after_it_counted(
    interview: Callable[[Shelf], App], tmp_path: Path
) -> None:
    """Until it is to count nothing is written; what was told to count is there, once."""
    shelf = Shelf(tmp_path / "notes", numbered(16), key=asked_and_given)
    app = interview(shelf)
    assert len(answered(app, 2)) == 2
    app.kill()
    assert app.steps() == []
    assert {one.name for one in shelf.root.iterdir()} == shelf.before.keys()
    assert shelf.lost() == []
    app = interview(shelf)
    shelf.told |= {(number, 4) for number in answered(app, 3)}
    shelf.tried |= shelf.told
    app.press("q")
    assert app.sees("q again")
    app.press("q")
    assert app.sees("Count 3 of these as reviews")
    app.press("y")
    assert app.sees("counted as reviews: 3 cards")
    app.kill()
    assert shelf.lost() == []
