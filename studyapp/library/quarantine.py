"""Damaged lines of the journals, set apart in a file of their own beside each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from studyapp.library.files import put

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.library.disk import Disk
    from studyapp.library.journal import Journal

SUFFIX = ".damaged"


def is_damaged(line: bytes) -> bool:
    """Whether a line is no JSON object, as one that was cut off, or git's conflict marker.

    An event that is merely unknown is none: a newer version may have written it.
    """
    try:
        return not isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return bool(line.strip())


def set_apart(journal: Journal, disk: Disk) -> dict[str, int]:
    """Move damaged lines out of every device's journal; how many, by the files they went to.

    They are safe in their new place before they leave the old one. Raises OSError.
    """
    moved = {}
    with journal.held():
        for device in journal.sizes():
            path = journal.folder / f"{device}.jsonl"
            lines = path.read_bytes().split(b"\n")
            damaged = [line for line in lines if is_damaged(line)]
            if damaged:
                apart = path.with_suffix(SUFFIX)
                put(apart, _read(apart) + b"".join(line + b"\n" for line in damaged), disk)
                sound = [line for line in lines if line.strip() and not is_damaged(line)]
                put(path, b"".join(line + b"\n" for line in sound), disk)
                moved[apart.name] = len(damaged)
    return moved


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""
