"""Files that lie ready without a name: what they become, and that nobody finds them before."""

import stat
import sys
from pathlib import Path

import pytest

from studyapp.library.disk import Disk
from studyapp.library.files import replace
from studyapp.library.spare import spared

OLD, LIKELY = b"as it was", b"as it is likely to be"


class Counting(Disk):
    """A disk that counts the files it makes in plain sight."""

    created = 0

    def create(self, path: Path, mode: int = 0o600) -> int:
        self.created += 1
        return super().create(path, mode)


class Unable(Counting):
    """A disk that has no files without a name, or gives them none later."""

    def __init__(self, step: str) -> None:
        self._step = step

    def reserve(self, folder: Path) -> int:
        self._refuse("reserve")
        return super().reserve(folder)

    def name(self, handle: int, path: Path) -> None:
        self._refuse("name")
        super().name(handle, path)

    def _refuse(self, step: str) -> None:
        if step == self._step:
            raise OSError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "note.md"
    file.write_bytes(OLD)
    file.chmod(0o640)
    return file


def whole(file: Path, data: bytes) -> None:
    """The file holds `data`, has its rights as before, and lies alone."""
    assert file.read_bytes() == data
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert [*file.parent.iterdir()] == [file]


@pytest.mark.skipif(sys.platform != "linux", reason="no file is without a name there")
@pytest.mark.parametrize("data", [LIKELY, b"as it is", b"as it is, though nobody thought so"])
def test_a_spare_becomes_the_file(file: Path, data: bytes) -> None:
    """It takes the place of a file with other data, too; once, and then no byte of it changes."""
    disk = Counting()
    spare = spared(file.parent, file.name, LIKELY, disk)
    assert spare
    whole(file, OLD)
    replace(file, OLD, data, disk, spare)
    assert disk.created == 0
    whole(file, data)
    with file.open("rb") as named:
        replace(file, data, OLD, disk, spare)
        assert disk.created == 1
        whole(file, OLD)
        assert named.read() == data


@pytest.mark.parametrize("step", ["reserve", "name"])
def test_a_disk_without_spares_takes_the_usual_way(file: Path, step: str) -> None:
    """Where a file can't lie ready, or can't be named, one is made when it is needed."""
    disk = Unable(step)
    replace(file, OLD, LIKELY, disk, spared(file.parent, file.name, LIKELY, disk))
    assert disk.created == 1
    whole(file, LIKELY)


def test_other_rights_are_not_overlooked(file: Path) -> None:
    """A file whose rights were changed since its spare was made keeps the new ones."""
    file.chmod(0o600)
    spare = spared(file.parent, file.name, LIKELY)
    file.chmod(0o640)
    replace(file, OLD, LIKELY, spare=spare)
    whole(file, LIKELY)


@pytest.mark.skipif(sys.platform != "linux", reason="no file is without a name there")
def test_a_spare_is_let_go(file: Path) -> None:
    """What nobody needs any more holds neither a descriptor nor room on the disk."""
    before = descriptors()
    spare = spared(file.parent, file.name, LIKELY)
    assert spare
    assert descriptors() == before + 1
    del spare
    assert descriptors() == before
    whole(file, OLD)


def descriptors() -> int:
    return len([*Path("/proc/self/fd").iterdir()])


def test_a_file_that_must_not_be_written_has_no_spare(file: Path) -> None:
    """Nothing lies ready for a file that has several names."""
    (file.parent / "same.md").hardlink_to(file)
    assert spared(file.parent, file.name, LIKELY) is None
