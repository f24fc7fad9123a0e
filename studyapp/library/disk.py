"""The steps by which files are written, one method each, so that a test can break any of them."""

from __future__ import annotations

import errno
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BINARY = getattr(os, "O_BINARY", 0)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
_LOG = os.O_RDWR | os.O_CREAT | os.O_APPEND | _BINARY


class Disk:
    """The real disk; every method raises OSError where that refuses."""

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it, unless it is there."""
        path.mkdir(parents=True, exist_ok=True)

    def create(self, path: Path, mode: int = 0o600) -> int:
        """Make a file, which must not exist, with the mode bits that umask leaves; its handle."""
        return os.open(path, _NEW, mode)

    def extend(self, path: Path) -> int:
        """Open a file, made if need be, to read it and to write at its end; its handle."""
        return os.open(path, _LOG, 0o644)

    def reserve(self, folder: Path) -> int:
        """Make a file without a name, gone once it is closed, on the disk of `folder`; its handle.

        Only Linux has such files, and not on every disk.
        """
        if sys.platform != "linux":
            raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))
        return os.open(folder, os.O_TMPFILE | os.O_WRONLY, 0o600)

    def name(self, handle: int, path: Path) -> None:
        """Give a file that was reserved its first name, under which nothing may lie."""
        # Only with a folder's handle, here one that counts for nothing, os.link follows the link.
        os.link(f"/proc/self/fd/{handle}", path, src_dir_fd=handle)

    def write(self, handle: int, data: bytes | memoryview) -> int:
        """Write, and answer how many bytes were taken."""
        return os.write(handle, data)

    def fill(self, handle: int, data: bytes) -> None:
        """Write all of `data`, however many bytes are taken at once."""
        left = memoryview(data)
        while left:
            left = left[self.write(handle, left) :]

    def set_mode(self, handle: int, mode: int) -> None:
        """Set the mode bits of a file, where the system has them."""
        if os.name != "nt":
            os.fchmod(handle, mode)

    def sync(self, handle: int) -> None:
        """Make what was written durable."""
        os.fsync(handle)

    def truncate(self, handle: int, size: int) -> None:
        """Cut a file off."""
        os.ftruncate(handle, size)

    def rename(self, old: Path, new: Path) -> None:
        """Put one file in the place of another, in one step."""
        os.replace(old, new)  # noqa: PTH105  a path for the answer takes longer than the step

    def link(self, old: Path, new: Path) -> None:
        """Give a file a second name, under which nothing may lie."""
        os.link(old, new)

    def remove(self, path: Path) -> None:
        """Delete a file; it may be gone."""
        path.unlink(missing_ok=True)

    def sync_folder(self, folder: Path) -> None:
        """Make a rename or a new file in `folder` durable, where the system has a way to."""
        if os.name == "nt":
            return
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


DISK = Disk()
"""The disk that everything is written to, unless told otherwise."""
