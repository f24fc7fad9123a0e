"""Bytes to a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyapp.notes.note import Note


def parse(raw: bytes, path: str) -> Note:
    """The note in `raw`, whatever the bytes; `path` is relative to the library, with slashes."""
    raise NotImplementedError
