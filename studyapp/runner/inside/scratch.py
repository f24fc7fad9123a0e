"""The folders that a run may write in: measured meanwhile, emptied afterwards."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import subprocess
from pathlib import Path
from typing import Iterable, Sequence  # noqa: UP035  Python 3.9

from .limits import MIB

DISK = 128 * MIB
"""Bytes that a run may write, where the folder is no file system of its own size."""

ENTRIES = 4000
"""Files and folders that a run may make."""


class Scratch:
    """Folders in which whatever they hold at first stays, and nothing else."""

    def __init__(self, folders: Iterable[str]) -> None:
        self._kept = {folder: set(os.listdir(folder)) for folder in folders}  # noqa: PTH208  names

    def overflows(self) -> bool:
        """Whether more lies in them than one run may write."""
        size = 0
        waiting = self._left()
        for path in waiting:  # it grows meanwhile
            try:
                if os.path.isdir(path) and not os.path.islink(path):  # noqa: PTH112,PTH114  speed
                    waiting += [os.path.join(path, name) for name in os.listdir(path)]  # noqa: PTH118,PTH208  speed
                else:
                    size += os.lstat(path).st_size  # noqa: PTH116,RUF100  speed
            except OSError as error:
                if error.errno == errno.ENAMETOOLONG:
                    return True
            if size > DISK or len(waiting) > ENTRIES:
                return True
        return False

    def empty(self) -> None:
        """Remove what a run left behind."""
        remove(self._left())

    def _left(self) -> list[str]:
        return [
            os.path.join(folder, name)  # noqa: PTH118  speed
            for folder, kept in self._kept.items()
            for name in os.listdir(folder)  # noqa: PTH208  names
            if name not in kept
        ]


def remove(entries: Sequence[str]) -> None:
    """Remove files and folders, whatever their depth and their modes."""
    for entry in map(Path, entries):
        with contextlib.suppress(OSError, RecursionError):
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.unlink()
    _insist(entries)


def _insist(entries: Sequence[str]) -> None:
    """Python's own way ends at folders nested deeper than its stack, and at closed ones."""
    for program in ("rm", "-rf"), ("chmod", "-R", "u+rwx"), ("rm", "-rf"):
        if left := [entry for entry in entries if os.path.lexists(entry)]:
            with contextlib.suppress(OSError):
                subprocess.run([*program, "--", *left], check=False, stderr=subprocess.DEVNULL)
