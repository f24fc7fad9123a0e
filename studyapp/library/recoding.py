"""Changed code put into its note, at the person's wish."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.library.disk import DISK
from studyapp.library.writing import write
from studyapp.notes import Waits

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.library.disk import Disk
    from studyapp.notes import Snippet

_HINT = "the changed code is kept while the sitting lasts"


def store_code(
    root: Path, path: str, snippet: Snippet, code: str, disk: Disk = DISK
) -> Waits | None:
    """Put `code` in the place of that of `snippet` in the note at `path`; None if that is done.

    Nothing is raised: what can't be written is told, and the note stays as it is.
    """
    from studyapp.notes.recoding import recode  # noqa: PLC0415  it brings the parser, 0.1 s

    result = write(root, path, lambda raw: recode(raw, snippet, code), disk)
    if not isinstance(result, Waits):
        return None
    return result if result.line else replace(result, hint=_HINT)
