"""Files replaced whole or not at all.

FileError
├── Changed    the file is no longer what was read
└── Refused    the file must not be written, and why
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager, suppress
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.library.disk import DISK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.library.disk import Disk
    from studyapp.library.spare import Spare

_NO_LINKS = ("EPERM", "EACCES", "EOPNOTSUPP", "ENOTSUP", "ENOSYS", "EINVAL")
_UNLINKABLE = {getattr(errno, name) for name in _NO_LINKS}
"""How disks without hard links refuse one: FAT, network shares, Android's."""
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)  # not for pipes
TEMP_PREFIX = ".studyapp-"
TEMP_SUFFIX = ".tmp"


class FileError(Exception):
    """A file that was not written; `path` names it, the message says why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(reason)
        self.path = path
        self.reason = reason


class Changed(FileError):
    """The file on disk is no longer what was read."""


class Refused(FileError):
    """Writing this file would touch something that is not the library's own."""


def owned(root: Path, path: str) -> Path:
    """Where the note at `path` below `root` lies, links followed, if it may be written.

    Raises:
        Refused: it lies outside `root`, is no regular file, or has several hard links.
    """
    file = target = root / path
    status = file.lstat()
    if stat.S_ISLNK(status.st_mode) or _is_winding(root, path):
        target = Path(os.path.realpath(file))
        if not target.is_relative_to(root.resolve()):
            raise Refused(file, f"it is a link to {target}, outside the library")
        status = target.lstat()
    if stat.S_ISLNK(status.st_mode):
        raise Refused(file, "it is a link that leads nowhere")
    if not stat.S_ISREG(status.st_mode):
        raise Refused(file, "it is not a regular file")
    if status.st_nlink > 1:
        raise Refused(file, f"{status.st_nlink} hard links share it; replacing one would part them")
    # Asked before, since replacing a file needs no right to write to it.
    if not os.access(target, os.W_OK):
        raise Refused(file, "it is read-only")
    return target


def _is_winding(root: Path, path: str) -> bool:
    """Whether a folder between `root` and a file may be a link, so that it must be resolved."""
    if os.name == "nt" or ".." in path:  # whose junctions are links by another name
        return True
    folders = accumulate(path.split("/")[:-1], "{}/{}".format)
    return any(os.path.islink(f"{root}/{folder}") for folder in folders)  # noqa: PTH114  so often


def holds(path: Path | str, expected: bytes) -> bool:
    """Whether a file is `expected`, byte by byte.

    Raises:
        OSError: it can't be read.
    """
    handle = os.open(path, _READ)
    try:
        return os.read(handle, len(expected) + 1) == expected
    finally:
        os.close(handle)


def replace(
    path: Path, expected: bytes, data: bytes, disk: Disk = DISK, spare: Spare | None = None
) -> None:
    """Put `data` in the place of `expected` in one step; a `spare` file takes less time.

    The mode bits stay. After a power cut the file may be the old one, never a torn one: what it
    should hold is in the journal. Raises:
        Changed: the file holds something else than `expected`.
        OSError: the disk refused; the old file is whole.
    """
    with _written(path, data, stat.S_IMODE(path.stat().st_mode), disk, spare) as temporary:
        if not holds(path, expected):
            raise Changed(path, "it was changed by another program in the meantime")
        disk.rename(temporary, path)


def make(path: Path, data: bytes, disk: Disk = DISK) -> None:
    """Put a new file where nothing may lie, whole or not at all; its folder is there.

    It is durable when this returns. Raises:
        FileExistsError: something lies there.
        OSError: the disk refused; nothing lies there.
    """
    with _written(path, data, None, disk) as temporary:
        _name(temporary, path, disk)
        try:
            disk.sync_folder(path.parent)
        except OSError:
            disk.remove(path)
            raise
        with suppress(OSError):  # litter, which the next start sweeps
            disk.remove(temporary)


def _name(temporary: Path, path: Path, disk: Disk) -> None:
    """Give a file the name that it is to have, unless something has it."""
    try:
        disk.link(temporary, path)
    except OSError as error:
        if error.errno not in _UNLINKABLE:
            raise
        path.open("xb").close()  # the name is ours from here on, for a moment with nothing in it
        try:
            disk.rename(temporary, path)
        except OSError:
            disk.remove(path)
            raise


def put(path: Path, data: bytes, disk: Disk = DISK) -> None:
    """Put a file in place in one step, its folders too, durable when this returns.

    A link is followed; the mode bits stay. Raises:
        OSError: the disk refused; an old file is whole.
    """
    target = Path(os.path.realpath(path))
    disk.make_folder(target.parent)
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o644
    with _written(target, data, mode, disk) as temporary:
        disk.rename(temporary, target)
    disk.sync_folder(target.parent)


@contextmanager
def _written(
    beside: Path, data: bytes, mode: int | None, disk: Disk, spare: Spare | None = None
) -> Iterator[Path]:
    """A temporary file with `data`, to be named inside; it is gone if that fails.

    Without `mode` it has the mode bits of any new file.
    """
    # A name that nobody guesses, tried once: tempfile would take as long as the write itself.
    temporary = beside.with_name(f"{TEMP_PREFIX}{os.urandom(8).hex()}{TEMP_SUFFIX}")
    if not (spare and spare.becomes(temporary, data, mode)):
        _fill(temporary, data, mode, disk)
    try:
        yield temporary
    except BaseException:
        disk.remove(temporary)
        raise


def _fill(temporary: Path, data: bytes, mode: int | None, disk: Disk) -> None:
    handle = disk.create(temporary) if mode is not None else disk.create(temporary, 0o666)
    try:
        try:
            disk.fill(handle, data)
            if mode is not None:
                disk.set_mode(handle, mode)
            disk.sync(handle)
        finally:
            os.close(handle)
    except BaseException:
        disk.remove(temporary)
        raise


def is_temporary(name: str) -> bool:
    """Whether a file name is one of ours, left by a process that was killed while it wrote."""
    return name.startswith(TEMP_PREFIX) and name.endswith(TEMP_SUFFIX)
