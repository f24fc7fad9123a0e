"""Empties the folders that a run may write in."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Iterable  # noqa: UP035  Python 3.9


class Scratch:
    """Folders to be emptied of all that was not in them at first."""

    def __init__(self, folders: Iterable[str]) -> None:
        self._kept = {Path(name): set(os.listdir(name)) for name in folders}  # noqa: PTH208  names

    def empty(self) -> None:
        """Remove what a run left behind, whatever its depth and its modes."""
        for folder, kept in self._kept.items():
            left = [folder / name for name in os.listdir(folder) if name not in kept]  # noqa: PTH208
            for entry in left:
                _remove(entry)
            if stubborn := [str(entry) for entry in left if os.path.lexists(entry)]:
                _insist(stubborn)


def _remove(entry: Path) -> None:
    with contextlib.suppress(OSError, RecursionError):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry, ignore_errors=True)
        else:
            entry.unlink()


def _insist(entries: list[str]) -> None:
    """Python's own way ends at closed folders, and at those nested deeper than its stack."""
    for program in ("chmod", "-R", "u+rwx"), ("rm", "-rf"):
        with contextlib.suppress(OSError):
            subprocess.run([*program, "--", *entries], check=False, stderr=subprocess.DEVNULL)
