"""A new card put into a note, at the person's wish."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.library.disk import DISK
from studyapp.library.writing import write
from studyapp.notes import Waits

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.library.disk import Disk
    from studyapp.notes import Spliced, Syntax

_HINT = "nothing was written"


def store_card(
    root: Path, path: str, question: str, answer: str, syntax: Syntax, *, disk: Disk = DISK
) -> int | Waits:
    """Add a card to the note at `path`; the line where its answer ends, or will, or why not.

    Nothing is raised: what can't be written is told, and the note stays as it is.
    """
    from studyapp.notes import Spliced, append_card  # noqa: PLC0415  it brings the parser, 0.1 s

    lines: list[int] = []
    refused: list[Waits] = []

    def change(raw: bytes) -> Spliced | Waits:
        done = append_card(raw, path, question, answer, syntax)
        if isinstance(done, Waits):
            refused.append(done)
            return done
        lines.append(done.line)
        return Spliced(done.data, {}, {})

    result = write(root, path, change, disk)
    if not isinstance(result, Waits):
        return lines[-1]
    return result if result in refused else replace(result, hint=_HINT)
