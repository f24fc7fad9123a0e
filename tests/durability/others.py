"""Other hands on a library: an editor that saves, a script that grades, git from a laptop."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from shelf import NOW

from studyapp.library.library import Library
from studyapp.schedule import Grade

if TYPE_CHECKING:
    from pathlib import Path
    from threading import Event

    from driver import Driver
    from shelf import Shelf

TODAY = "2026-11-23T20:00+00:00"
LAPTOP = 5
"""The number of the grade that comes by git."""
ME = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")


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


def edits(file: Path) -> bytes:
    """What the editor has put at the end of a note."""
    _, mark, after = file.read_bytes().partition(b"edit ")
    return mark + after


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *ME, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607


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
