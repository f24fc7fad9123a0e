"""Copies of the journals: one a day, the old ones thinned out, damaged lines set apart."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.library.backups import DAYS, MONTHS, WEEKS, Backups, staying
from studyapp.library.disk import DISK, Disk
from studyapp.library.inspection import Inspector
from studyapp.library.library import Library
from studyapp.library.quarantine import is_damaged, set_apart
from studyapp.schedule import Grade

MONDAY = date(2026, 11, 23)
EVENING = datetime.fromisoformat("2026-11-23T20:00+00:00")
NOTE = "# Tries\n\n**Q: What does an edge carry?**\nA: A letter.\n"


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    return Backups(tmp_path / "copies")


@pytest.fixture
def library(root: Path, opened: Callable[..., Library]) -> Library:
    """A library with one grade."""
    (root / "tries.md").write_text(NOTE, "utf-8")
    library = opened()
    library.grade(next(iter(library.snapshot.cards)), Grade.GOOD, 0, EVENING)
    return library


def test_a_copy_a_day_of_what_is_new(library: Library, backups: Backups) -> None:
    """A second copy of the day, or of the same journals, is not made; a torn end is left out."""
    folder = library.journal.folder
    before = library.journal.path.read_bytes()
    assert backups.keep(folder, MONDAY)
    assert backups.read(MONDAY) == {"desk.jsonl": before}
    assert not backups.keep(folder, MONDAY)
    assert not backups.keep(folder, MONDAY + timedelta(days=1))
    with library.journal.path.open("ab") as journal:
        journal.write(b'{"whole": 1}\n{"torn')
    assert backups.keep(folder, MONDAY + timedelta(days=2))
    assert backups.read(MONDAY + timedelta(days=2)) == {"desk.jsonl": before + b'{"whole": 1}\n'}


def test_an_emptied_journal_drives_no_copy_out(library: Library, backups: Backups) -> None:
    """Without events nothing is copied, and a copy that can't be read stops no later one."""
    assert backups.keep(library.journal.folder, MONDAY)
    library.journal.path.write_bytes(b"")
    assert not backups.keep(library.journal.folder, MONDAY + timedelta(days=1))
    backups.path(MONDAY).write_bytes(b"no archive")
    library.journal.path.write_bytes(b"{}\n")
    assert backups.keep(library.journal.folder, MONDAY + timedelta(days=1))


@given(st.sets(st.dates(date(2024, 1, 1), date(2027, 1, 1)), max_size=300))
def test_old_copies_thin_out(days: set[date]) -> None:
    """The newest of each of the last days, weeks and months stay, and no more than those."""
    kept = staying(days)
    assert kept <= days
    assert {*sorted(days)[-DAYS:]} <= kept
    assert len(kept) <= DAYS + WEEKS + MONTHS
    assert staying(kept) == kept
    months = sorted({(day.year, day.month) for day in days})[-MONTHS:]
    assert {(day.year, day.month) for day in kept} == {*months}


@pytest.mark.parametrize(
    "line", [b'{"v": 1, "event', b"<<<<<<< HEAD", b"[1]", b"\xff\xfe", b"[" * 9999]
)
def test_what_is_damaged(line: bytes) -> None:
    """A line that was cut off, a conflict marker, or anything that is no object is damaged."""
    assert is_damaged(line)
    assert not is_damaged(b'{"v": 9, "event": "of a later version"}')
    assert not is_damaged(b"  ")


class Stopped(Disk):
    """A disk that refuses to put a journal in place."""

    def rename(self, old: Path, new: Path) -> None:
        if new.suffix == ".jsonl":
            raise OSError(5, "Input/output error")
        super().rename(old, new)


def test_damaged_lines_are_moved_not_deleted(library: Library) -> None:
    """They are in their new place before they leave the journal, whose events stay in order."""
    journal = library.journal
    sound = journal.path.read_bytes()
    journal.path.write_bytes(b"<<<<<<< HEAD\n" + sound + b'{"torn')
    with pytest.raises(OSError, match="Input"):
        set_apart(journal, Stopped())
    assert journal.path.with_suffix(".damaged").read_bytes() == b'<<<<<<< HEAD\n{"torn\n'
    assert set_apart(journal, DISK) == {"desk.damaged": 2}
    assert journal.path.read_bytes() == sound
    assert set_apart(journal, DISK) == {}


def test_an_inspection_finds_each_fault_and_repairs_it(
    root: Path, tmp_path: Path, library: Library, backups: Backups
) -> None:
    """A torn line, a stale note, litter and an index that errs: told, mended, then all is well."""
    index = tmp_path / "index.sqlite"
    indexed = Library(root, "", "desk", index)
    indexed.open(EVENING)
    indexed.rest()
    inspector = Inspector(root, "desk", index, backups)
    assert not inspector.inspect(EVENING).repairable
    backups.keep(library.journal.folder, MONDAY - timedelta(days=1))
    kept = library.journal.path.read_bytes()
    graded = (root / "tries.md").read_bytes()
    (root / "tries.md").write_text(NOTE, "utf-8")
    (root / ".studyapp-0.tmp").write_bytes(b"cut")
    library.journal.path.write_bytes(kept + b'{"torn')
    found = inspector.inspect(EVENING)
    assert (found.damaged, found.stale) == ({"desk.jsonl": 1}, ("tries.md",))
    assert (found.litter, found.missing) == ((".studyapp-0.tmp",), 0)
    apart, settled = inspector.repair(found, EVENING, DISK)
    assert (apart, settled.healed) == ({"desk.damaged": 1}, ("tries.md",))
    assert (root / "tries.md").read_bytes() == graded
    assert not inspector.inspect(EVENING).repairable
    library.journal.path.write_bytes(kept.split(b"\n", 1)[1])
    assert inspector.inspect(EVENING).missing == 1
