"""Notes from the disk."""

from __future__ import annotations

import os
import re
import stat
from typing import TYPE_CHECKING

from studyapp import notes
from studyapp.notes import SYNTAX, Note, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from studyapp.library.snapshot import Snapshot
    from studyapp.notes import Syntax

LARGEST = 16_000_000
"""Bytes of a file that is read at all: its text takes ten times as much memory."""


def read_note(root: Path, path: str, syntax: Syntax = SYNTAX) -> Note | Problem:
    """The note at `path` below `root`, or why it can't be read."""
    raw = read_raw(root, path)
    return raw if isinstance(raw, Problem) else parsed(raw, path, syntax)


def parsed(raw: bytes, path: str, syntax: Syntax) -> Note:
    """The note in `raw`; who never parses one does not import the parser, which takes 0.1 s."""
    return notes.parse(raw, path, syntax)


def parsed_all(files: Iterable[tuple[bytes, str]], syntax: Syntax) -> list[Note]:
    """The notes in several files, bytes and path of each; see `parsed`."""
    return notes.parse_all(files, syntax)


def read_raw(root: Path, path: str) -> bytes | Problem:
    """The bytes of the file at `path` below `root`, or why they can't be read."""
    file = f"{root}/{path}"  # ten thousand times at the first start, and Path is slow
    try:
        status = os.stat(file)  # noqa: PTH116  as above
        if not stat.S_ISREG(status.st_mode):
            return Problem(path, 0, "it is not a regular file", "only files are read as notes")
        if status.st_size > LARGEST:
            message = f"the file is over {LARGEST // 1_000_000} MB, and is not read"
            return Problem(path, 0, message, "split the note into smaller ones")
        with open(file, "rb", buffering=0) as stream:  # noqa: PTH123  as above
            return stream.read()
    except OSError as error:
        return unreadable(root / path, path, error)


def unreadable(file: Path, path: str, error: OSError) -> Problem:
    """Say why the file of the note at `path` can't be read."""
    hint = "the link leads nowhere" if file.is_symlink() else "check that it exists, its rights"
    return Problem(path, 0, f"it can't be read: {error.strerror}", hint)


def read_whole(snapshot: Snapshot, path: str) -> tuple[Note, str]:
    """The note at `path`, which may be none of the library's, and its text without front matter.

    Raises:
        OSError: the file can't be read.
    """
    note = snapshot.notes[path] if path in snapshot.notes else read_note(snapshot.root, path)
    if isinstance(note, Problem):
        raise OSError(0, note.message, path)
    return note, read_body(snapshot.root, note)


def read_body(root: Path, note: Note) -> str:
    """The text of a note without its front matter.

    Raises:
        OSError: the file can't be read.
    """
    text = (root / note.path).read_bytes().decode("utf-8-sig", "replace")
    lines = re.split(r"\r\n|\n|\r", text)
    return "\n".join(lines[note.body_line - 1 :])
