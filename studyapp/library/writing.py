"""One note's values on disk: read, spliced, replaced, and again if an editor was faster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.library.disk import DISK
from studyapp.library.files import Changed, Refused, owned, replace
from studyapp.notes import Waits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studyapp.library.disk import Disk
    from studyapp.notes import Spliced

ATTEMPTS = 3


def write(
    root: Path, path: str, change: Callable[[bytes], Spliced | Waits], disk: Disk = DISK
) -> Spliced | Waits:
    """Let `change` rework the note's bytes and put them in place; a note already right stays.

    The answer says what was spliced, or why the note waits: nothing is raised, since the grade
    that led here is already safe in the journal.
    """
    file = root / path
    try:
        for _ in range(ATTEMPTS):
            target = owned(file, root.resolve())
            raw = target.read_bytes()
            result = change(raw)
            if isinstance(result, Waits) or result.data == raw:
                return result
            try:
                replace(target, raw, result.data, disk)
            except Changed:
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
