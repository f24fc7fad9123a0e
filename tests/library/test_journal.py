"""The journal on disk: what it survives, and that it loses nothing."""

import errno
import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.library.journal import Journal
from studyapp.schedule import Flag, merge

AT = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)


def flag(number: int) -> Flag:
    return Flag(id=f"e{number}", at=AT, day=date(2026, 11, 23), card="c", on=True)


def ids(journal: Journal) -> list[str]:
    return [event.id for event in journal.read().by_device.get(journal.device, ())]


@pytest.fixture
def journal(root: Path) -> Journal:
    journal = Journal(root, "desk")
    journal.append([flag(1), flag(2)])
    return journal


def test_events_come_back_as_written(journal: Journal) -> None:
    """What was appended is read back, and the size is the file's."""
    size = journal.append([flag(3)])
    reading = journal.read()
    assert list(reading.by_device["desk"]) == [flag(1), flag(2), flag(3)]
    assert reading.problems == ()
    assert reading.sizes == journal.sizes() == {"desk": size}


def test_git_merges_journals_and_ignores_locks(journal: Journal) -> None:
    """Beside the first journal stand the two files that git needs."""
    folder = journal.folder.parent
    assert folder.joinpath(".gitattributes").read_text("utf-8") == "*.jsonl merge=union\n"
    assert folder.joinpath(".gitignore").read_text("utf-8") == "*.lock\n"


def line(**fields: object) -> bytes:
    common = {"v": 1, "id": "z", "at": AT.isoformat(), "day": "2026-11-23", "event": "flag"}
    return json.dumps({**common, "card": "c", "on": True, **fields}).encode() + b"\n"


@pytest.mark.parametrize(
    ("junk", "told"),
    [
        (line()[:-20], "the last line was cut off"),
        (b"<<<<<<< HEAD\n", "a git conflict marker"),
        (b"=======\n>>>>>>> other\n", "a git conflict marker"),
        (line(event="zap"), "unknown event 'zap'"),
        (line(v=99), "version 99 is not known here"),
        (line(day="9999-12-31"), "leaves no room for a due day"),
        (line(at="2026-11-23"), "has no UTC offset"),
        (line(on="yes"), "expected true or false"),
        (b"\x00\xff\xfe\x80garbage\x00\n", "not an event"),
        (b"[]\n", "not an event"),
        (b"5\n", "not an event"),
        (b"null\n", "not an event"),
        (b"[" * 100_000 + b"\n", "not an event"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_bad_line_is_a_problem_and_nothing_is_lost(
    journal: Journal, junk: bytes, told: str
) -> None:
    """A line that can't be read is named with its number, and the others count."""
    with journal.path.open("ab") as file:
        file.write(junk)
    reading = journal.read()
    assert [event.id for event in reading.by_device["desk"]] == ["e1", "e2"]
    assert told in reading.problems[0].message
    assert reading.problems[0].path == ".studyapp/journal/desk.jsonl"
    assert reading.problems[0].line == 3
    journal.append([flag(3)])
    assert ids(journal) == ["e1", "e2", "e3"]


@settings(max_examples=60, deadline=None)
@given(junk=st.binary(max_size=60), cut=st.integers(0, 400))
def test_any_damage_leaves_the_whole_lines(
    tmp_path_factory: pytest.TempPathFactory, junk: bytes, cut: int
) -> None:
    """Cut anywhere and followed by any bytes, a journal reads, and takes the next event."""
    journal = Journal(tmp_path_factory.mktemp("any"), "desk")
    journal.append([flag(1), flag(2)])
    raw = journal.path.read_bytes()[: cut or None]
    journal.path.write_bytes(raw + junk)
    whole = raw.count(b"\n")
    assert ids(journal)[:whole] == ["e1", "e2"][:whole]
    journal.append([flag(3)])
    assert ids(journal)[-1] == "e3"


def test_a_missing_newline_is_written_first(journal: Journal) -> None:
    """An event never joins the torn line before it."""
    journal.path.write_bytes(journal.path.read_bytes().rstrip(b"\n"))
    journal.append([flag(3)])
    assert ids(journal) == ["e1", "e2", "e3"]


@pytest.mark.parametrize("fault", ["short", "full", "unsynced"])
def test_a_failed_append_leaves_no_trace(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    """When the disk takes only a part, or nothing, the file is as before and the error is told."""
    before = journal.path.read_bytes()
    write = os.write

    def failing_sync(_handle: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    def failing_write(handle: int, data: bytes) -> int:
        if fault == "full":
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(handle, data[:20])

    if fault == "unsynced":
        monkeypatch.setattr(os, "fsync", failing_sync)
    else:
        monkeypatch.setattr(os, "write", failing_write)
    with pytest.raises(OSError, match=r"No space left|Input/output"):
        journal.append([flag(3)])
    monkeypatch.undo()
    assert journal.path.read_bytes() == before
    journal.append([flag(4)])
    assert ids(journal) == ["e1", "e2", "e4"]


def test_processes_append_at_once(root: Path) -> None:
    """Three processes appending to one file lose no event and tear no line."""
    code = """
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from studyapp.library.journal import Journal
from studyapp.schedule import Flag
journal = Journal(Path(sys.argv[1]), "desk")
for n in range(40):
    journal.append([Flag(id=f"{sys.argv[2]}-{n}", at=datetime(2026, 11, 23, tzinfo=UTC),
                         day=date(2026, 11, 23), card="c", on=True)])
"""
    commands = [[sys.executable, "-c", code, str(root), name] for name in "abc"]
    processes = [subprocess.Popen(command) for command in commands]
    assert [process.wait() for process in processes] == [0, 0, 0]
    found = ids(Journal(root, "desk"))
    for name in "abc":
        own = [one for one in found if one.startswith(name)]
        assert own == [f"{name}-{n}" for n in range(40)]


def test_devices_write_files_of_their_own(journal: Journal, root: Path) -> None:
    """Two devices' journals are read together, and an event that both hold counts once."""
    other = Journal(root, "laptop")
    other.append([flag(2), flag(3)])
    by_device = journal.read().by_device
    assert sorted(by_device) == ["desk", "laptop"]
    assert [event.id for event in merge(by_device)] == ["e1", "e2", "e3"]


def test_what_is_no_journal_is_left_alone(journal: Journal) -> None:
    """Folders and other files beside the journals disturb nobody."""
    journal.folder.joinpath("old.jsonl").mkdir()
    journal.folder.joinpath("notes.txt").write_text("x", "utf-8")
    assert list(journal.read().by_device) == ["desk"]


def test_unicode_is_written_plainly(journal: Journal) -> None:
    """A journal can be read by a person: one line an event, Chinese as Chinese."""
    event = Flag(id="e3", at=AT, day=date(2026, 11, 23), card="栈\u2028卡", on=True)
    journal.append([event])
    line = journal.path.read_bytes().split(b"\n")[2]
    assert "栈".encode() in line
    assert list(json.loads(line))[:5] == ["v", "id", "at", "day", "event"]
    assert journal.read().by_device["desk"][-1] == event
