"""Edits by other programs, noticed while the library is open; our own are not."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from queue import Empty, SimpleQueue

import pytest

from studyapp.library.library import Library
from studyapp.library.watching import Watch
from studyapp.schedule import Grade

DAY = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
PATIENCE = 30
NOTE = "# Queues\n\n**Q: Which end is served?**\nA: The front.\n"


@pytest.fixture
def library(root: Path, opened: Callable[..., Library]) -> Library:
    (root / "deck.v1").mkdir()
    (root / "deck.v1" / "queues.md").write_text(NOTE, "utf-8")
    (root / "one (1) `q`+？[%.md").write_text(NOTE.replace("Queues", "One"), "utf-8")
    return opened()


@pytest.fixture
def told(library: Library) -> Iterator[SimpleQueue[frozenset[str]]]:
    found: SimpleQueue[frozenset[str]] = SimpleQueue()
    watch = Watch(library.root, found.put, quiet=120)
    for attempt in range(100):  # until it watches
        (library.root / "probe.md").write_text(str(attempt), "utf-8")
        try:
            found.get(timeout=0.3)
        except Empty:
            continue
        break
    (library.root / "probe.md").unlink()
    found.get(timeout=PATIENCE)
    yield found
    watch.stop()
    assert watch.failure == ""


def edit(root: Path) -> None:
    file = root / "one (1) `q`+？[%.md"
    file.write_text(file.read_text("utf-8") + "\nmore\n", "utf-8")


def replace(root: Path) -> None:
    new = root / ".new"
    new.write_text("# Other\n", "utf-8")
    new.replace(root / "deck.v1/queues.md")


CHANGES: list[Callable[[Path], object]] = [
    edit,
    replace,
    lambda root: (root / "new.md").write_text(NOTE, "utf-8"),
    lambda root: (root / "new.md").rename(root / "old.md"),
    lambda root: (root / "old.md").unlink(),
    lambda root: (root / "deck.v1").rename(root / "deck"),
    lambda root: shutil.rmtree(root / "deck"),
    lambda root: (root / ".studyapp/settings.toml").write_text("new_per_day = 3\n", "utf-8"),
]


def test_what_others_change_is_told(library: Library, told: SimpleQueue[frozenset[str]]) -> None:
    """Files edited, replaced, added, renamed, deleted, folders too, the library's settings."""
    library.grade(next(iter(library.snapshot.cards)), Grade.GOOD, 0, DAY)
    assert not library.changed(told.get(timeout=PATIENCE))
    for change in CHANGES:
        change(library.root)
        while not library.changed(paths := told.get(timeout=PATIENCE)):
            pass  # what was left of the change before it, on a busy machine
        library.open(DAY)
        assert not library.changed(paths)


def test_what_we_write_is_no_change(library: Library, told: SimpleQueue[frozenset[str]]) -> None:
    """A grade and its undo touch note and journal, and nothing has to be read again."""
    done = library.grade(next(iter(library.snapshot.cards)), Grade.GOOD, 0, DAY)
    assert not library.changed(told.get(timeout=PATIENCE))
    library.undo(done.event.id, DAY)
    assert not library.changed(told.get(timeout=PATIENCE))


def test_another_devices_journal_is_a_change(
    library: Library, told: SimpleQueue[frozenset[str]], opened: Callable[..., Library]
) -> None:
    """As a pull brings it, or a second window of the same person."""
    other = opened(device="laptop")
    other.cram(next(iter(other.snapshot.cards)), Grade.GOOD, 0, DAY)
    assert library.changed(told.get(timeout=PATIENCE))


def test_many_changes_are_told_together(
    library: Library, told: SimpleQueue[frozenset[str]]
) -> None:
    """A script that rewrites notes one after the other is told once, when it pauses."""
    names = {f"{number}.md" for number in range(20)}
    for name in names:
        (library.root / name).write_text(NOTE, "utf-8")
    found: set[str] = set()
    times = 0
    while found < names:
        found |= told.get(timeout=PATIENCE)
        times += 1
    assert found == names
    assert times < 5  # once, unless the machine is so busy that the script itself pauses


def test_what_is_no_note_is_not_told(library: Library, told: SimpleQueue[frozenset[str]]) -> None:
    """Hidden files and front pages are none of ours, and pictures change no note."""
    for name in (".hidden.md", ".git", "CLAUDE.md", "plot.png"):
        (library.root / name).write_text("x", "utf-8")
    paths = told.get(timeout=PATIENCE)
    assert paths == {"plot.png"}
    assert not library.changed(paths)


def test_where_nothing_can_be_watched_the_reason_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where the system has no watches left: no error leaves the thread."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("watchfiles.watch", refuse)
    watch = Watch(tmp_path, lambda _: None)
    watch.stop()
    assert watch.failure == "No space left on device"
