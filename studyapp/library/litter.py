"""What processes have left that were killed while they wrote."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from studyapp.library.disk import DISK
from studyapp.library.files import is_temporary

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from studyapp.library.disk import Disk


def unfinished(folder: Path) -> list[Path]:
    """The writes of ours that were cut off in a folder, or are under way."""
    try:
        return [one for one in folder.iterdir() if is_temporary(one.name)]
    except OSError:
        return []  # nothing was written here yet, or nobody may look


def sweep(litter: Iterable[Path], disk: Disk = DISK) -> None:
    """Remove what was left; under the lock that writers hold, or a write under way fails."""
    for path in litter:
        with suppress(OSError):  # it may lie where nobody can sweep
            disk.remove(path)
