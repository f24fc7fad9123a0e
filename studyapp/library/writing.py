"""One note's values on disk: read, spliced, replaced, and again if an editor was faster."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from studyapp.library.disk import DISK
from studyapp.library.files import Changed, Refused, owned, replace
from studyapp.notes import Waits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studyapp.library.disk import Disk
    from studyapp.library.spare import Spare


class Reworked(Protocol):
    """What is to stand in a note, and whatever else is known of it."""

    @property
    def data(self) -> bytes:
        """The bytes."""


T = TypeVar("T", bound=Reworked)
ATTEMPTS = 3


def write(
    root: Path,
    path: str,
    change: Callable[[bytes], T | Waits],
    disk: Disk = DISK,
    *,
    raw: bytes | None = None,
    spare: Spare | None = None,
) -> T | Waits:
    """Let `change` rework the note's bytes and put them in place; a note already right stays.

    `raw` is what the note was just seen to hold, which saves a look, `spare` a file that lies
    ready for it. The answer is what was put there, or why the note waits: nothing is raised,
    since the grade that led here is already safe in the journal.
    """
    try:
        for _ in range(ATTEMPTS):
            target = owned(root, path)
            found = target.read_bytes() if raw is None else raw
            result = change(found)
            if isinstance(result, Waits) or result.data == found:
                return result
            try:
                replace(target, found, result.data, disk, spare)
            except Changed:
                raw = None
                continue
            return result
    except Refused as error:
        return Waits(error.reason, 0, "the grade is in the journal; the note stays as it is")
    except FileNotFoundError:
        return Waits("the file is gone", 0, "the grade is in the journal")
    except OSError as error:
        return unwritable(error)
    return Waits("another program keeps changing it", 0, "it is written at the next start")


def unwritable(error: OSError) -> Waits:
    """Why a note waits whose disk refused."""
    return Waits(f"it can't be written: {error.strerror}", 0, "check the disk and its rights")
