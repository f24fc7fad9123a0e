"""Notes that can't be written, and files replaced whole or not at all."""

import errno
import os
import stat
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studyapp.library.disk import Disk
from studyapp.library.files import Changed, put, replace
from studyapp.library.library import Library
from studyapp.library.writing import write
from studyapp.notes import Spliced, Waits
from studyapp.schedule import Grade, Reviewed

DAY = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
NOTE = "---\nreview_count: 0\n---\n# Tries\n\n**Q: What does an edge carry?**\nA: A letter.\n"


def grade(library: Library) -> Waits | None:
    """Grade the only card and make sure that the grade itself is safe."""
    (card,) = library.snapshot.cards.values()
    committed = library.grade(card.id, Grade.GOOD, 0, DAY)
    fresh = Library(library.root, "", "desk")
    fresh.open(DAY)
    assert [event.id for event in fresh.snapshot.state.live] == [committed.event.id]
    assert isinstance(library.snapshot.schedule(card), Reviewed)
    assert library.snapshot.waiting.get(card.note) == committed.waiting
    return committed.waiting


@pytest.fixture
def file(root: Path) -> Path:
    file = root / "note.md"
    file.write_text(NOTE, "utf-8")
    return file


def test_mode_bits_stay(file: Path, opened: Callable[..., Library]) -> None:
    """The file keeps its rights, and nothing of ours is left beside it."""
    file.chmod(0o640)
    assert grade(opened()) is None
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert sorted(path.name for path in file.parent.iterdir()) == [".studyapp", "note.md"]


def test_a_read_only_note_waits(
    file: Path, opened: Callable[..., Library], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A note that the person may not write is left as it is, and written once they may."""
    with monkeypatch.context() as unprivileged:  # root, as in a container, may write anything
        unprivileged.setattr(os, "access", lambda path, mode: path != file or mode != os.W_OK)
        waits = grade(opened())
    assert waits is not None
    assert waits.reason == "it is read-only"
    assert file.read_text("utf-8") == NOTE
    assert opened(settle=False).settle(DAY).healed == ("note.md",)
    assert "review_count: 1" in file.read_text("utf-8")


def test_a_hard_link_waits(file: Path, root: Path, opened: Callable[..., Library]) -> None:
    """A file of several names is not parted from them."""
    (root / "same.txt").hardlink_to(file)
    waits = grade(opened())
    assert waits is not None
    assert "2 hard links share it" in waits.reason
    assert file.read_text("utf-8") == NOTE


def test_a_link_out_of_the_library_waits(
    root: Path, tmp_path: Path, opened: Callable[..., Library]
) -> None:
    """A note that lies elsewhere is studied, and never written."""
    away = tmp_path / "away.md"
    away.write_text(NOTE, "utf-8")
    (root / "note.md").symlink_to(away)
    waits = grade(opened())
    assert waits is not None
    assert f"a link to {away}, outside the library" in waits.reason
    assert away.read_text("utf-8") == NOTE


def test_a_link_inside_is_written_where_it_leads(
    root: Path, opened: Callable[..., Library]
) -> None:
    """The file behind a link is written, and the link stays one."""
    store = root / ".store" / "hidden.md"
    store.parent.mkdir()
    store.write_text(NOTE, "utf-8")
    (root / "note.md").symlink_to(store)
    assert grade(opened()) is None
    assert (root / "note.md").is_symlink()
    assert "review_count: 1" in store.read_text("utf-8")


def test_a_library_behind_a_link_is_written(root: Path, tmp_path: Path, file: Path) -> None:
    """A library that is itself reached through a link is no foreign place."""
    (tmp_path / "door").symlink_to(root, target_is_directory=True)
    library = Library(tmp_path / "door", "", "desk")
    library.open(DAY)
    assert grade(library) is None
    assert "review_count: 1" in file.read_text("utf-8")


@pytest.mark.parametrize("state", ["gone", "folder", "loop", "binary"])
def test_a_note_that_was_lost_since_waits(
    file: Path, opened: Callable[..., Library], state: str
) -> None:
    """A note deleted or replaced between question and grade is named; the grade is safe."""
    library = opened()
    file.unlink()
    if state == "folder":
        file.mkdir()
    elif state == "loop":
        file.symlink_to(file)
    elif state == "binary":
        file.write_bytes(b"\xff\xfe\x00")
    waits = grade(library)
    assert waits is not None
    assert (
        waits.reason
        == {
            "gone": "the file is gone",
            "folder": "it is not a regular file",
            "loop": "it is a link that leads nowhere",
            "binary": "the file is not UTF-8 text",
        }[state]
    )


def test_broken_front_matter_waits(file: Path, opened: Callable[..., Library]) -> None:
    """Front matter that can't be read is named with its line, and not touched."""
    broken = NOTE.replace("review_count: 0", "review_count: [0")
    file.write_text(broken, "utf-8")
    waits = grade(opened())
    assert waits is not None
    assert "the front matter can't be read" in waits.reason
    assert waits.line > 1
    assert file.read_text("utf-8") == broken


class FullForNotes(Disk):
    """A disk on which only the journal finds room."""

    def create(self, path: Path) -> int:
        if path.parent.name != ".studyapp":
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().create(path)


def test_a_full_disk_waits(root: Path, file: Path, opened: Callable[..., Library]) -> None:
    """When only the note finds no room, it stays whole, without litter, and is healed later."""
    library = Library(root, "", "desk", disk=FullForNotes())
    library.open(DAY)
    waits = grade(library)
    assert waits is not None
    assert waits.reason == "it can't be written: No space left on device"
    assert file.read_text("utf-8") == NOTE
    assert sorted(path.name for path in file.parent.iterdir()) == [".studyapp", "note.md"]
    assert opened(settle=False).settle(DAY).healed == ("note.md",)


@pytest.mark.parametrize(
    "place", [".studyapp", ".studyapp/journal", ".studyapp/journal/desk.jsonl"]
)
def test_without_a_journal_nothing_changes(
    root: Path, file: Path, opened: Callable[..., Library], place: str
) -> None:
    """Where the journal can't be written, the act fails and the note is as before."""
    library = opened()
    blocked = root / place
    blocked.parent.mkdir(parents=True, exist_ok=True)
    if place.endswith("jsonl"):
        blocked.mkdir()
    else:
        blocked.write_text("in the way", "utf-8")
    (card,) = library.snapshot.cards
    before = library.snapshot
    with pytest.raises(OSError, match="studyapp"):
        library.grade(card, Grade.GOOD, 0, DAY)
    assert file.read_text("utf-8") == NOTE
    assert library.snapshot is before


def test_a_file_changed_meanwhile_is_read_again(root: Path, file: Path) -> None:
    """An editor that saves while we splice wins: its text is spliced, not ours written over."""
    seen: list[bytes] = []

    def change(raw: bytes) -> Spliced:
        if not seen:
            file.write_text(NOTE + "\nadded\n", "utf-8")
        seen.append(raw)
        return Spliced(raw.replace(b"count: 0", b"count: 1"), {}, {})

    assert isinstance(write(root, "note.md", change), Spliced)
    assert len(seen) == 2
    assert file.read_text("utf-8") == NOTE.replace("count: 0", "count: 1") + "\nadded\n"


def test_a_file_that_never_rests_waits(root: Path, file: Path) -> None:
    """A program that keeps changing the file is given way, and the reason is told."""

    def change(raw: bytes) -> Spliced:
        file.write_bytes(raw + b"more\n")
        return Spliced(raw + b"ours\n", {}, {})

    waits = write(root, "note.md", change)
    assert isinstance(waits, Waits)
    assert waits.reason == "another program keeps changing it"
    assert b"ours" not in file.read_bytes()


def test_replace_refuses_what_it_did_not_read(file: Path) -> None:
    """A file that is no longer what was read stays, without litter beside it."""
    with pytest.raises(Changed) as caught:
        replace(file, b"something else", b"new")
    assert caught.value.path == file
    assert file.read_text("utf-8") == NOTE
    assert list(file.parent.iterdir()) == [file]


def test_put_makes_and_replaces(root: Path) -> None:
    """A file is put in place whole, behind a link too, and in folders that must be made."""
    target = root / "a" / "b.toml"
    put(target, b"one")
    (root / "link").symlink_to(target)
    target.chmod(0o600)
    put(root / "link", b"two")
    assert (target.read_bytes(), (root / "link").is_symlink()) == (b"two", True)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert sorted(path.name for path in target.parent.iterdir()) == ["b.toml"]
