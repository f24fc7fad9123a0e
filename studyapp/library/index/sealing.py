"""What the index keeps, as bytes of which it shows whether they are still whole."""

from __future__ import annotations

import marshal
from typing import Any
from zlib import crc32

_SUM = 4  # bytes of the checksum in front


def sealed(told: Any) -> bytes:
    """What is told, behind a checksum."""
    data = marshal.dumps(told)
    return crc32(data).to_bytes(_SUM) + data


def unsealed(blob: bytes) -> Any:
    """What was sealed; None if it was torn since."""
    data = memoryview(blob)[_SUM:]
    if crc32(data).to_bytes(_SUM) != blob[:_SUM]:
        return None
    return marshal.loads(data)  # noqa: S302  our own, as its checksum says, and it runs nothing
