"""The notes that link to a note."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import normalize
from urllib.parse import quote

from studyapp.library.links import Links
from studyapp.library.reading import read_raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.library.snapshot import Snapshot

_WORD = re.compile(r"[^\W_]+")  # an underscore may stand behind a backslash


@dataclass(frozen=True, slots=True)
class Backlink:
    """A link in the note at `path`, on `line` of its file."""

    path: str
    title: str
    line: int
    text: str


def backlinks(snapshot: Snapshot, path: str) -> Iterator[Backlink]:
    """The links to the note at `path` from other notes, in walking order.

    Reads every file of the library, which is quicker than to unpack every note: only those that
    mention a word of its name are looked into.
    """
    links = Links(snapshot.root, snapshot.notes)
    marks = _marks(path)
    for other in snapshot.notes:
        raw = read_raw(snapshot.root, other) if other != path else b""
        if not isinstance(raw, bytes) or not any(mark in raw.lower() for mark in marks):
            continue
        note = snapshot.notes[other]
        for link in note.links:
            if links.place(link, other) == path:
                yield Backlink(other, note.title, link.line, link.text)


def _marks(path: str) -> frozenset[bytes]:
    """What the bytes of a file must hold, in lower case, to name the file at `path`."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    word = max(_WORD.findall(stem) or [stem], key=len)
    forms = {normalize(form, word) for form in ("NFC", "NFD")}
    return frozenset(
        one.encode(errors="replace").lower() for form in forms for one in (form, quote(form))
    )
