"""Disks that refuse a step, are full or read-only: what was refused is not there, the rest is."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from contextlib import contextmanager
from itertools import count, repeat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.append(str(Path(__file__).parent))

from breaking import ERRORS, Breaking, How, Plan
from shelf import NOW, Shelf

from studyapp.schedule import Grade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.library.library import Library


GRADES = Grade.GOOD, Grade.AGAIN


class Reader:
    """Someone who grades cards in one opened library, and is told of each whether it is saved.

    They may look at each card before, so that its grades are prepared.
    """

    def __init__(self, shelf: Shelf, library: Library, *, looks: bool = False) -> None:
        self._shelf = shelf
        self._library = library
        self._looks = looks
        self._numbers = count(1)
        self._cards = list(library.snapshot.cards)

    def grade(self) -> bool:
        """Grade the next card; whether that was told to be safe."""
        number = next(self._numbers)
        self._shelf.tried.add(number)
        card = self._cards[number % len(self._cards)]
        ready = self._library.prepare(card, NOW) if self._looks else None
        try:
            self._library.grade(card, GRADES[number % len(GRADES)], number, NOW, ready)
        except OSError:
            self._shelf.tried.remove(number)  # it must not be there
            return False
        self._shelf.told.add(number)
        return True


def broken(place: Path, plan: Plan, *, looks: bool) -> Breaking:
    """Grade twice on a disk that breaks once, and ask what was lost."""
    disk = Breaking(plan)
    shelf = Shelf(place)
    library = shelf.opened(disk)
    library.settle(NOW)
    reader = Reader(shelf, library, looks=looks)
    assert [reader.grade(), reader.grade()].count(False) <= 1
    assert shelf.lost() == []
    return disk


@pytest.mark.parametrize("looks", [False, True])
@pytest.mark.parametrize("how", ERRORS)
def test_a_refused_step(
    tmp_path: Path,
    how: How,
    looks: bool,  # noqa: FBT001  a parameter
) -> None:
    """Whichever step is refused once: a grade is saved, or said not to be and not there."""
    usual = broken(tmp_path / "usual", Plan(), looks=looks).steps
    for nth, step in enumerate(usual):
        if how != "short" or step.endswith("write"):
            reached = broken(tmp_path / f"{nth}", Plan(nth, how), looks=looks).steps
            assert reached[: nth + 1] == usual[: nth + 1]


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[Path]:
    """A small disk of its own in a folder; skips where nobody may mount one."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if os.name != "posix" or os.geteuid() or subprocess.run(command, check=False).returncode:
        pytest.skip("only root may mount a small disk")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S607  wherever it lies


def test_a_disk_that_fills_up(tmp_path: Path) -> None:
    """On a disk of 256 KB that others fill: grades fail with a reason, and none told is lost."""
    with mounted(tmp_path / "disk", "size=256k") as disk:
        shelf = Shelf(disk / "notes")
        reader = Reader(shelf, shelf.opened())
        assert reader.grade()
        with (disk / "other").open("wb", buffering=0) as other:
            with pytest.raises(OSError, match="No space left"):
                deque(map(other.write, repeat(bytes(4096))), maxlen=0)
            refused = [reader.grade() for _ in range(30)].count(False)
            assert refused
            assert shelf.told
        (disk / "other").unlink()
        assert reader.grade()
        assert shelf.lost() == []


def test_a_disk_that_turns_read_only(tmp_path: Path) -> None:
    """Remounted read-only in the middle of a sitting: refused, and saved once it is back."""
    with mounted(tmp_path / "disk", "size=1m") as disk:
        shelf = Shelf(disk / "notes")
        reader = Reader(shelf, shelf.opened())
        assert reader.grade()
        remount(disk, "ro")
        assert not reader.grade()
        assert shelf.opened().settle(NOW).healed == ()  # nothing to do is nothing to write
        remount(disk, "rw")
        assert reader.grade()
        assert shelf.lost() == []


def remount(disk: Path, how: str) -> None:
    command = ["mount", "-o", f"remount,{how}", str(disk)]
    subprocess.run(command, check=True)


def suspended(place: Path, plan: Plan) -> list[str]:
    """Grade, then suspend the other card on a disk that breaks once; the steps of the latter."""
    shelf = Shelf(place)
    reader = Reader(shelf, shelf.opened())
    assert reader.grade()
    disk = Breaking(plan)
    library = shelf.opened(disk)
    first, second, *_ = library.snapshot.cards
    try:
        library.mark(first, "suspend", NOW)
        said = True
    except OSError:
        said = False
    again = shelf.opened()
    assert again.snapshot.state.card(first).suspended is said
    assert not again.snapshot.state.card(second).suspended
    assert shelf.lost() == []
    return disk.steps


@pytest.mark.parametrize("how", ["EIO", "short"])
def test_a_refused_step_of_a_mark(tmp_path: Path, how: How) -> None:
    """A mark is journalled or said not to be, though its note takes a second event."""
    usual = suspended(tmp_path / "usual", Plan())
    assert usual.count("journal write") == 2
    for nth in range(len(usual)):
        suspended(tmp_path / f"{nth}", Plan(nth, how))
