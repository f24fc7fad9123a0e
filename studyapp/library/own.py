"""The file of the person's own settings, which several processes may be setting at once."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from studyapp.library.disk import DISK
from studyapp.library.litter import sweep, unfinished
from studyapp.library.locking import Lock
from studyapp.library.settings import read_own, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

    from studyapp.library.disk import Disk
    from studyapp.library.settings import Settings

LOCK_SECONDS = 2
"""How long one waits for another process that sets something."""


def write_own(path: Path, key: str, value: object, disk: Disk = DISK) -> None:
    """Set one key of the person's own settings, or drop it for None.

    Raises:
        OSError: as `write`, or another process held on to the file.
    """
    change_own(path, key, lambda _: value, disk)


def change_own(
    path: Path, key: str, change: Callable[[Settings], object], disk: Disk = DISK
) -> None:
    """Set one key to what `change` makes of the settings that are in the file by then.

    Whoever adds to a list or a table so takes back nothing that was changed since it was read.
    Raises OSError as `write_own`.
    """
    disk.make_folder(path.parent)
    with _held(path):
        write(path, key, change(read_own(path)[0]), disk)


def tidy(path: Path, disk: Disk = DISK) -> None:
    """Sweep away what killed writes of the settings have left, where the folder allows it."""
    if litter := unfinished(path.resolve().parent):
        with suppress(OSError), _held(path):
            sweep(litter, disk)


def _held(path: Path) -> AbstractContextManager[None]:
    return Lock(path.with_suffix(".lock"), LOCK_SECONDS).held()
