"""A file that lies ready, without a name, to take the place of another."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING
from weakref import finalize

from studyapp.library.disk import DISK
from studyapp.library.files import Refused, owned

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.library.disk import Disk


class Spare:
    """A file with the handle `handle` that holds `data` and has the mode bits `mode`, durable.

    Nobody finds it before it is named. It is gone with the last reference to it, and with the
    process, however that ends.
    """

    def __init__(self, handle: int, data: bytes, mode: int, disk: Disk) -> None:
        self._handle = handle
        self._data = data
        self._mode = mode
        self._disk = disk
        self._close = finalize(self, os.close, handle)

    def becomes(self, path: Path, data: bytes, mode: int | None) -> bool:
        """Be the file at `path`, where nothing may lie, durable; whether that was done.

        If it already holds `data`, all that is left is to name it. It serves once, whatever the
        answer, so that nothing is ever written to a file that has a name.
        """
        if mode != self._mode or not self._close.alive:
            return False
        try:
            if data != self._data:
                self._rewrite(data)
            self._disk.name(self._handle, path)
        except OSError:
            return False
        finally:
            self._close()
        return True

    def _rewrite(self, data: bytes) -> None:
        """Hold other `data`, durable; in the blocks that are there, which spares the disk most."""
        os.lseek(self._handle, 0, os.SEEK_SET)
        self._disk.fill(self._handle, data)
        if len(data) < len(self._data):
            self._disk.truncate(self._handle, len(data))
        self._disk.sync(self._handle)


def spared(root: Path, path: str, data: bytes, disk: Disk = DISK) -> Spare | None:
    """A spare that holds `data`, for the note at `path` below `root`.

    None where the note must not be written, or the disk has no such files or no room for one.
    """
    try:
        target = owned(root, path)
        mode = stat.S_IMODE(target.stat().st_mode)
        handle = disk.reserve(target.parent)
        spare = Spare(handle, data, mode, disk)
        disk.fill(handle, data)
        disk.set_mode(handle, mode)
        disk.sync(handle)
    except (OSError, Refused):
        return None
    return spare
