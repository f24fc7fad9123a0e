"""Many at once on one library: apps, scripts, an editor that saves, a git pull under way."""

from __future__ import annotations

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median
from threading import Event
from typing import TYPE_CHECKING

import pytest

sys.path.append(str(Path(__file__).parent))

from breaking import Breaking
from driver import Driver
from others import LAPTOP, Editor, edits, git, pushed, sitting
from shelf import NOW, Shelf

from studyapp.schedule import Grade

if sys.platform == "win32":
    pytest.skip("no process is forked there", allow_module_level=True)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.library.library import Library

EDITED = "graph (0)+`x`.md"


class Timed(Breaking):
    """The real disk; `windows` are the seconds from a note's last check to its replacement."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[float] = []
        self._checked = 0.0

    def sync(self, handle: int) -> None:
        super().sync(handle)
        self._checked = time.perf_counter()  # what follows is the comparison with the disk

    def rename(self, old: Path, new: Path) -> None:
        super().rename(old, new)
        if new.suffix == ".md":
            self.windows.append(time.perf_counter() - self._checked)


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Driver]:
    driver = Driver(tmp_path / "second")
    yield driver
    driver.close()


def test_all_at_once(
    shelf: Shelf,
    driver: Driver,
    second: Driver,
    tmp_path: Path,
    long: bool,  # noqa: FBT001  a fixture
) -> None:
    """Two open libraries, two scripts, an editor and a pull: every grade told is there, once."""
    disk, rounds = Timed(), 100 if long else 3
    one, two = shelf.opened(disk), shelf.opened()
    shelf.tried.add(1)
    one.grade(next(iter(one.snapshot.cards)), Grade.GOOD, 1, NOW)
    shelf.told.add(1)
    pushed(shelf, tmp_path / "laptop")
    cards, editor, done = list(one.snapshot.cards), Editor(shelf.root / EDITED), Event()

    def app(library: Library, first: int) -> None:
        for number in range(first, first + 2 * rounds):
            shelf.tried.add(number)
            library.grade(cards[number % len(cards)], Grade.GOOD, number, NOW)
            shelf.told.add(number)

    with ThreadPoolExecutor() as hands:
        saving = hands.submit(editor.save_until, done)
        try:
            grading = [hands.submit(app, one, 10_000), hands.submit(app, two, 20_000)]
            for at, typist in ((30_000, driver), (40_000, second)):
                script = cards[:rounds] * (rounds // 3)
                grading.append(hands.submit(sitting, shelf, script, typist, at))
            git(shelf.root, "pull", "-q", "--no-rebase", str(tmp_path / "laptop"), "main")
            for each in grading:
                each.result()
        finally:
            done.set()  # or a fault would be waited for
    saving.result()
    shelf.told.add(LAPTOP)
    lost, shelf.before[EDITED] = editor.lost(), shelf.before[EDITED] + edits(shelf.root / EDITED)
    assert shelf.lost() == []
    window = sorted(1000 * one for one in disk.windows)
    print(f"{len(shelf.told)} grades; {editor.saved} saves of an editor, {lost} of them lost")  # noqa: T201
    most = window[len(window) * 95 // 100]
    print(f"window {median(window):.2f} ms, 95 % {most:.2f} ms")  # noqa: T201
