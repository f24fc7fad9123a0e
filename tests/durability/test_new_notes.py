"""A note that is made: killed or refused at any step, it is there whole or not at all."""

from __future__ import annotations

import errno
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.append(str(Path(__file__).parent))

from breaking import ERRORS, KILLS, Breaking, How, Plan
from shelf import NOW, Shelf

from studyapp.library.capturing import INBOX, capture
from studyapp.library.disk import Disk
from studyapp.library.files import make

if TYPE_CHECKING:
    from driver import Driver

QUESTION, ANSWER = "What is a warp?", "32 threads in step."


def has_all_or_nothing(shelf: Shelf) -> bool:
    """Whether the new note is there; it must then ask its question, and be the only new file."""
    assert shelf.lost() == []
    there = {path.name for path in shelf.root.iterdir()} - {*shelf.before, ".studyapp"}
    assert there <= {INBOX}
    asked = {card.question for card in shelf.opened().snapshot.cards.values()}
    assert (QUESTION in asked) is bool(there)
    return bool(there)


@pytest.mark.skipif(sys.platform == "win32", reason="no process is forked there")
def test_a_kill_at_each_step_of_a_new_note(
    driver: Driver,
    tmp_path: Path,
    long: bool,  # noqa: FBT001  a fixture
) -> None:
    """Killed in the middle of any step: never an empty note, and the next start sweeps."""
    command = ["new", QUESTION, "--answer", ANSWER, "--json", "--now", NOW.isoformat()]
    usual = Shelf(tmp_path / "usual")
    steps = driver.run([[*command, "--library", str(usual.root)]]).steps
    assert has_all_or_nothing(usual)
    begun, named = steps.index("note create"), steps.index("note link")
    for nth, step in enumerate(steps[begun:], begun):
        usually = ("halfway",) if step == "note write" else ("after",)
        for how in KILLS if long or nth == named else usually:
            shelf = Shelf(tmp_path / f"{nth}-{how}")
            assert driver.run([[*command, "--library", str(shelf.root)]], Plan(nth, how)).killed
            assert has_all_or_nothing(shelf) is (nth + (how != "before") > named)


@pytest.mark.parametrize("how", ERRORS)
def test_a_refused_step_of_a_new_note(tmp_path: Path, how: How) -> None:
    """What is said not to be made is not there, what is said to be made is."""
    disk = Breaking()
    capture(Shelf(tmp_path / "usual").opened(disk), INBOX, QUESTION, ANSWER, NOW)
    for nth in range(disk.steps.index("note create"), len(disk.steps)):
        shelf = Shelf(tmp_path / str(nth))
        broken = Breaking(Plan(nth, how))
        try:
            capture(shelf.opened(broken), INBOX, QUESTION, ANSWER, NOW)
            made = True
        except OSError:
            made = False
        assert has_all_or_nothing(shelf) is made


@pytest.mark.parametrize("refusal", [errno.EPERM, errno.EACCES, errno.ENOTSUP])
def test_a_disk_without_links(tmp_path: Path, refusal: int) -> None:
    """Where no file has two names, the name is taken first; another's file is never replaced."""

    class Fat(Disk):
        def link(self, old: Path, new: Path) -> None:
            raise OSError(refusal, f"{old} is to have one name, not {new} too")

    for disk in (Disk(), Fat()):
        note = tmp_path / f"{type(disk).__name__}.md"
        make(note, b"# One\n", disk)
        with pytest.raises(FileExistsError):
            make(note, b"# Two\n", disk)
        assert note.read_bytes() == b"# One\n"
        note.with_suffix(".plain").touch()
        assert stat.S_IMODE(note.stat().st_mode) == stat.S_IMODE(
            note.with_suffix(".plain").stat().st_mode
        )
    assert len([*tmp_path.iterdir()]) == 4
