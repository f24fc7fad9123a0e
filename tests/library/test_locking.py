"""The lock on a library's journals."""

import errno
import sys
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from studyapp.library.locking import Lock


def test_who_comes_second_waits_and_gives_up(tmp_path: Path) -> None:
    """A held lock is another's until it is let go, however deep its holder nests it."""
    first, second = Lock(tmp_path / "lock", 0), Lock(tmp_path / "lock", 0)
    with first.held():
        with first.held():
            pass
        with pytest.raises(TimeoutError, match="another process holds it"), second.held():
            pass
    with second.held():
        pass


def test_it_is_the_lock_of_filelock(tmp_path: Path) -> None:
    """A program that takes the same lock through filelock is kept out, and keeps us out."""
    ours, theirs = Lock(tmp_path / "lock", 0), FileLock(tmp_path / "lock", timeout=0)
    with ours.held(), pytest.raises(Timeout):
        theirs.acquire()
    with theirs, pytest.raises(TimeoutError), ours.held():
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="it has no flock")
def test_a_folder_that_cannot_lock_is_left_to_filelock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system refuses such locks, filelock finds another way."""

    def refuse(*_: object) -> None:
        raise OSError(errno.ENOSYS, "not here")

    monkeypatch.setattr("fcntl.flock", refuse)
    with Lock(tmp_path / "lock", 0).held():  # noqa: SIM117
        with pytest.raises(TimeoutError), Lock(tmp_path / "lock", 0).held():
            pass
    with Lock(tmp_path / "lock", 0).held():
        pass
