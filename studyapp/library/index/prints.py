"""What tells whether a file is still the one that was read."""

from __future__ import annotations

import os
import time
from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

RACY = 2_000_000_000
"""Nanoseconds for which a file's times may stand still though it is written to: FAT counts in
two seconds, others in milliseconds."""


class Print(NamedTuple):
    """What tells without reading whether a file has changed: bytes, and times in nanoseconds.

    `read` is when it was read.
    """

    size: int
    mtime: int
    ctime: int
    read: int

    def fits(self, now: Print) -> bool:
        """Whether a file that looks like `now` is certainly the one that left this print."""
        return self[:3] == now[:3] and max(self.mtime, self.ctime) + RACY < self.read


def look(file: str | Path) -> Print:
    """The print of a file as it is now.

    Raises:
        OSError: it can't be looked at.
    """
    status = os.stat(file)  # noqa: PTH116  ten thousand times at each start
    return Print(status.st_size, status.st_mtime_ns, status.st_ctime_ns, time.time_ns())


def digest_of(raw: bytes) -> bytes:
    """What tells one content from another."""
    return blake2b(raw, digest_size=16).digest()
