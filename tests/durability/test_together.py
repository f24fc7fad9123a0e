"""Many at once on one library: apps, scripts, an editor that saves, a git pull under way."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import median, quantiles
from threading import Event
from typing import TYPE_CHECKING

import pytest

sys.path.append(str(Path(__file__).parent))

from breaking import Breaking
from driver import Driver
from shelf import NOW, Shelf

from studyapp.library.library import Library
from studyapp.schedule import Grade

if sys.platform == "win32":
    pytest.skip("no process is forked there", allow_module_level=True)

if TYPE_CHECKING:
    from collections.abc import Iterator

EDITED = "graph (0)+`x`.md"
TODAY = "2026-11-23T20:00+00:00"
LAPTOP = 5
"""The number of the grade that comes by git."""
ME = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


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


class Editor:
    """An editor that reads a note again before it saves, as those do that watch their files."""

    def __init__(self, file: Path) -> None:
        self.saved = 0
        self._file = file

    def save_until(self, done: Event) -> None:
        """Add a line at the end every few milliseconds, a whole file at a time."""
        while not done.wait(0.005):
            self.saved += 1
            beside = self._file.with_name("~buffer")
            beside.write_bytes(self._file.read_bytes() + f"edit {self.saved}\n".encode())
            beside.replace(self._file)

    def lost(self) -> int:
        """How many saves are gone, since they fell into the window."""
        text = self._file.read_bytes()
        return sum(f"edit {n}\n".encode() not in text for n in range(1, self.saved + 1))


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *ME, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607


@pytest.fixture
def second(tmp_path: Path) -> Iterator[Driver]:
    driver = Driver(tmp_path / "second")
    yield driver
    driver.close()


def pushed(shelf: Shelf, laptop: Path) -> None:
    """Commit the library, and a grade in a new note on a laptop, ready to be pulled."""
    git(shelf.root, "init", "-q", "-b", "main")
    git(shelf.root, "add", ".")
    git(shelf.root, "commit", "-qm", "notes")
    git(shelf.root, "clone", "-q", ".", str(laptop))
    (laptop / "new.md").write_text(
        "# Heaps\n\n**Q: Which one is on top?**\nA: The least.\n", "utf-8"
    )
    library = Library(laptop, "", "laptop")
    library.open(NOW)
    (card,) = library.snapshot.notes["new.md"].cards
    shelf.tried.add(LAPTOP)
    library.grade(card.id, Grade.GOOD, LAPTOP, NOW)
    git(laptop, "add", ".")
    git(laptop, "commit", "-qm", "a grade")


def sitting(shelf: Shelf, cards: list[str], driver: Driver, first: int) -> None:
    """A script that grades cards one after another, each in a command of its own."""
    for number, card in enumerate(cards, first):
        told = ["--library", str(shelf.root), "--seconds", str(number), "--json", "--now", TODAY]
        shelf.tried.add(number)
        ended = driver.run([["grade", card, "good", *told]])
        shelf.told |= {document["event"]["seconds"] for document in ended.documents}


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
        grading = [hands.submit(app, one, 10_000), hands.submit(app, two, 20_000)]
        for at, typist in ((30_000, driver), (40_000, second)):
            grading.append(hands.submit(sitting, shelf, cards[:rounds] * (rounds // 3), typist, at))
        git(shelf.root, "pull", "-q", "--no-rebase", str(tmp_path / "laptop"), "main")
        for each in grading:
            each.result()
        done.set()
        saving.result()
    shelf.told.add(LAPTOP)
    lost, shelf.before[EDITED] = editor.lost(), shelf.before[EDITED] + edits(shelf.root / EDITED)
    assert shelf.lost() == []
    window = [1000 * one for one in disk.windows]
    print(f"{len(shelf.told)} grades; {editor.saved} saves of an editor, {lost} of them lost")  # noqa: T201
    print(f"window {median(window):.2f} ms, 95 % {quantiles(window, n=20)[-1]:.2f} ms")  # noqa: T201


def edits(file: Path) -> bytes:
    """What the editor has put at the end of a note."""
    _, mark, after = file.read_bytes().partition(b"edit ")
    return mark + after
