"""The folder that a run may write in: measured and emptied, whatever was done to it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.runner.inside import scratch as module
from studyapp.runner.inside.scratch import DISK, Scratch


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder in memory, if there is such a place: on some disks a thousand files take seconds."""
    memory = Path("/dev/shm")
    folder = tempfile.mkdtemp(dir=memory if os.access(memory, os.W_OK) else None)
    yield Path(folder)
    shutil.rmtree(folder)


def nest(folder: Path, depth: int) -> None:
    """Folders in each other, deeper than a path can name."""
    here = Path.cwd()
    os.chdir(folder)
    for _ in range(depth):
        Path("d").mkdir()
        os.chdir("d")
    os.chdir(here)


def test_only_what_came_since_is_removed(folder: Path) -> None:
    """What was there at first stays, with all that lies in it."""
    (folder / "kept" / "deep").mkdir(parents=True)
    scratch = Scratch([str(folder)])
    (folder / "file").write_text("x", "utf-8")
    (folder / "folder" / "deep").mkdir(parents=True)
    (folder / "link").symlink_to("/")
    scratch.empty()
    assert [path.name for path in folder.iterdir()] == ["kept"]
    assert (folder / "kept" / "deep").is_dir()


@pytest.mark.parametrize(
    "depth", [10, 1100, 2200], ids=["shallow", "past the stack", "past a path"]
)
def test_depth_does_not_keep_a_folder(folder: Path, depth: int) -> None:
    """Neither Python's stack nor the longest path that a system takes saves what is nested."""
    scratch = Scratch([str(folder)])
    nest(folder, depth)
    assert scratch.overflows() == (depth > 2000)
    scratch.empty()
    assert not list(folder.iterdir())


def test_a_closed_folder_is_opened_to_be_removed(folder: Path) -> None:
    """Folders without any permission, names that look like options or hold line breaks: all go."""
    scratch = Scratch([str(folder)])
    (folder / "closed" / "-rf\n").mkdir(parents=True)
    (folder / "closed").chmod(0)
    (folder / "-i").write_text("x", "utf-8")
    scratch.empty()
    assert not list(folder.iterdir())


def test_size_and_number_are_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More bytes, or more files, than one run may write overflow; what was there does not count."""
    (folder / "kept").mkdir()
    for number in range(50):
        (folder / "kept" / str(number)).touch()
    scratch = Scratch([str(folder)])
    with (folder / "large").open("wb") as file:
        file.truncate(DISK)
        assert not scratch.overflows()
        file.truncate(DISK + 1)
    assert scratch.overflows()
    (folder / "large").unlink()
    monkeypatch.setattr(module, "ENTRIES", 20)
    for number in range(20):
        (folder / str(number)).touch()
    assert not scratch.overflows()
    (folder / "one more").touch()
    assert scratch.overflows()
