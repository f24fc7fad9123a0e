"""A lock on a file, which keeps other processes out."""

from __future__ import annotations

import errno
import os
import sys
from threading import RLock
from time import monotonic, sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

_PAUSE = 0.02  # seconds between attempts
_UNLOCKABLE = {errno.ENOSYS, errno.ENOLCK, errno.EOPNOTSUPP}  # as some network folders answer


class Lock:
    """The lock on the file at `path`, which is made for it; the thread that has it may nest it."""

    def __init__(self, path: Path, patience: float) -> None:
        self._path = path
        self._patience = patience
        self._guard = RLock()
        self._depth = 0
        self._release: Callable[[], None] | None = None

    @property
    def is_held(self) -> bool:
        """Whether some thread of this process has it."""
        return self._depth > 0

    def held(self) -> AbstractContextManager[None]:
        """Have the lock meanwhile.

        Raises:
            TimeoutError: another process had it for `patience` seconds. OSError: no file can be
                made there.
        """
        return self

    def __enter__(self) -> None:
        self._guard.acquire()
        try:
            if not self._depth:
                self._release = self._taken()
        except BaseException:
            self._guard.release()
            raise
        self._depth += 1

    def __exit__(self, *_: object) -> None:
        self._depth -= 1
        try:
            if self._release and not self._depth:
                self._release()
        finally:
            self._guard.release()

    def _taken(self) -> Callable[[], None]:
        """Take the lock; what gives it back."""
        if sys.platform != "win32":
            try:
                handle = self._flocked()
            except OSError as error:
                if error.errno not in _UNLOCKABLE:
                    raise
            else:
                return lambda: os.close(handle)
        return self._portable()

    def _flocked(self) -> int:
        """A descriptor that has the lock; filelock takes the same one, in fifty times the time."""
        import fcntl  # noqa: PLC0415  not on every system

        handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        until = monotonic() + self._patience
        try:
            while True:
                try:
                    fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    if monotonic() >= until:
                        raise TimeoutError(
                            errno.ETIMEDOUT, "another process holds it", str(self._path)
                        ) from None
                    sleep(_PAUSE)
                else:
                    return handle
        except BaseException:
            os.close(handle)
            raise

    def _portable(self) -> Callable[[], None]:
        from filelock import FileLock, SoftFileLock  # noqa: PLC0415  seldom needed

        if sys.platform == "win32":
            lock = FileLock(self._path, timeout=self._patience)
        else:  # whose file is the lock, and may not exist before
            lock = SoftFileLock(self._path.with_suffix(".soft.lock"), timeout=self._patience)
        lock.acquire()
        return lock.release
