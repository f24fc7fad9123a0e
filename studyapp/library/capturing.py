"""A question caught in passing: into a note that is named, or into the inbox."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.library.creating import Created, looks_of
from studyapp.notes import Waits

if TYPE_CHECKING:
    from datetime import datetime

    from studyapp.library.library import Library
    from studyapp.notes.fresh import Looks

_CHINESE = re.compile(r"[\u3400-\u9fff]")
INBOX = "inbox.md"
"""The note of what has no place yet."""


def capture(
    library: Library, path: str, question: str, answer: str, now: datetime
) -> Created | Waits:
    """Add a card to the note at `path`; the inbox is made if it is not there. Raises OSError."""
    if path == INBOX and not (library.root / INBOX).exists():
        return library.new_note("", question, answer, now, looks=_inbox(question), name=INBOX)
    line = library.add_card(path, question, answer, now)
    return line if isinstance(line, Waits) else Created(path, line)


def capture_apart(
    library: Library, folder: str, question: str, answer: str, now: datetime
) -> Created | Waits:
    """Make a note of its own for a question, in a folder. Raises OSError."""
    looks = looks_of(library.snapshot, folder)
    return library.new_note(folder, question, answer, now, looks=looks)


def _inbox(question: str) -> Looks:
    from studyapp.notes.fresh import Looks  # noqa: PLC0415  it brings the parser, 0.1 s

    return Looks(title="收件箱" if _CHINESE.search(question) else "Inbox")
