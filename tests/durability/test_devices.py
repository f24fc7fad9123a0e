"""Two clones of one library that part and meet again, as a desk and a laptop do."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

from shelf import NOW, Shelf

from studyapp.library.library import Library
from studyapp.schedule import Grade, Review

if not shutil.which("git"):
    pytest.skip("there is no git", allow_module_level=True)

CONFLICT = 1
ACTS = ("grade", "grade", "grade", "undo", "edit")


class Clone:
    """One device: its clone, and what was done on it."""

    def __init__(self, root: Path, name: str, figures: Counter[str]) -> None:
        self.root = root
        self.name = name
        self.figures = figures
        self.graded: list[str] = []
        self.undone: set[str] = set()
        self.lines: set[str] = set()

    def git(self, *arguments: str, codes: tuple[int, ...] = (0,)) -> int:
        """Let git do something; what it answers must be one of `codes`."""
        told = ["-c", f"user.name={self.name}", "-c", f"user.email={self.name}@example.org"]
        command = ["git", *told, "-c", "commit.gpgsign=false", *arguments]
        done = subprocess.run(command, cwd=self.root, check=False, capture_output=True)
        assert done.returncode in codes, done
        return done.returncode

    def opened(self, day: int) -> Library:
        """The library on some day, in order."""
        library = Library(self.root, "", self.name)
        library.open(NOW + timedelta(days=day))
        library.settle(NOW + timedelta(days=day))
        return library

    def study(self, day: int, chance: random.Random) -> None:
        """Grade, take back and edit at random, and commit."""
        library, now = self.opened(day), NOW + timedelta(days=day)
        cards = list(library.snapshot.cards)
        for act in chance.choices(ACTS, k=3):
            self.figures[act] += 1
            if act == "grade":
                done = library.grade(chance.choice(cards), chance.choice([*Grade]), 0, now)
                self.graded.append(done.event.id)
            elif act == "undo" and (left := [one for one in self.graded if one not in self.undone]):
                one = chance.choice(left)
                library.undo(one, now)
                self.undone.add(one)
            elif act == "edit":
                self._edit(chance.choice(sorted(self.root.glob("*.md"))))
        self.commit()

    def _edit(self, note: Path) -> None:
        """Add a line to a note: the desk above its last question, the laptop at its end.

        Text that both change at one place is a person's to merge, not ours.
        """
        line = f"{self.name} wrote {len(self.lines)}."
        self.lines.add(line)
        raw = note.read_bytes()
        end = b"\r\n" if b"\r\n" in raw else b"\n"
        above, body = raw.rsplit(b"**Q:", 1)
        added = line.encode() + end + end
        parts = (above, added, b"**Q:" + body) if self.name == "desk" else (raw, end + added)
        note.write_bytes(b"".join(parts))

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-qm", f"from the {self.name}", "--allow-empty")

    def pull(self, other: Clone, day: int) -> None:
        """Merge the other's commits; conflicts among review values are mended by the library."""
        code = self.git("pull", "-q", "--no-rebase", str(other.root), "main", codes=(0, CONFLICT))
        if code == CONFLICT:
            library = Library(self.root, "", self.name)
            library.open(NOW + timedelta(days=day))
            self.figures["notes with a conflict"] += len(library.conflicts())
            library.mend(NOW + timedelta(days=day))
            assert library.conflicts() == []
        self.opened(day)
        self.commit()

    def notes(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in sorted(self.root.glob("*.md"))}


def test_two_clones_part_and_meet(tmp_path: Path, long: bool) -> None:  # noqa: FBT001  a fixture
    """After each merge both are equal, no review is lost, no text touched: 100 with --long."""
    chance, figures = random.Random(3), Counter[str]()  # noqa: S311  for acts, not secrets
    desk = Clone(Shelf(tmp_path / "desk").root, "desk", figures)
    desk.git("init", "-q", "-b", "main")
    first = desk.opened(0)
    desk.graded.append(first.grade(next(iter(first.snapshot.cards)), Grade.GOOD, 0, NOW).event.id)
    desk.commit()
    desk.git("clone", "-q", ".", str(tmp_path / "laptop"))
    laptop = Clone(tmp_path / "laptop", "laptop", figures)
    for day in range(100 if long else 5):
        desk.study(day, chance)
        laptop.study(day, chance)
        one, two = (desk, laptop) if chance.random() < 0.5 else (laptop, desk)
        one.pull(two, day)
        two.pull(one, day)
        agree(desk, laptop, day)
    print(dict(figures))  # noqa: T201  figures for who asks for them with -s


def agree(desk: Clone, laptop: Clone, day: int) -> None:
    """Both hold the same notes and the same live reviews, and every line that was written."""
    assert desk.notes() == laptop.notes()
    live = {*desk.graded, *laptop.graded} - (desk.undone | laptop.undone)
    for clone in (desk, laptop):
        state = clone.opened(day).snapshot.state
        assert {one.id for one in state.live if isinstance(one, Review)} == live
    text = b"".join(desk.notes().values()).decode()
    assert all(text.count(line) == 1 for line in desk.lines | laptop.lines)
    assert not [text for text in desk.notes().values() if b"<<<<<<<" in text or b">>>>>>>" in text]
