"""The name of a file for a question."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST = 200
"""Bytes of a name: systems allow 255, and those that encrypt names far fewer characters."""
_SUFFIX = ".md"
# What Windows forbids is replaced by what looks like it, so that the name still asks.
_LOOKALIKES = str.maketrans(
    {":": "：", "?": "？", "<": "＜", ">": "＞", "|": "｜", '"': "'", "*": "", "/": "_", "\\": "_"}
)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|claude|agents)(?:\..*)?", re.IGNORECASE)
"""Names of devices, and of files that tell tools what to do."""


def file_name(question: str, taken: Iterable[str] = ()) -> str:
    """A name for the note of `question` that every system can have, and none in `taken`.

    Spaces become `_`, as links in markdown want it; it has at most `LONGEST` bytes.
    """
    plain = unicodedata.normalize("NFC", question).replace("**", "").translate(_LOOKALIKES)
    seen = "".join(char for char in plain if unicodedata.category(char)[0] != "C" or char.isspace())
    stem = "_".join(seen.split()).strip("._ ")
    if not stem or _RESERVED.fullmatch(stem):
        stem = f"note_{stem}".rstrip("_")
    used = {_folded(name) for name in taken}
    number, name = 1, _fitted(stem, _SUFFIX)
    while _folded(name) in used:
        number += 1
        name = _fitted(stem, f"_{number}{_SUFFIX}")
    return name


def _fitted(stem: str, ending: str) -> str:
    room = LONGEST - len(ending.encode())
    kept = stem.encode()[:room].decode("utf-8", "ignore")
    # A letter is not parted from its accent.
    while len(kept) < len(stem) and unicodedata.combining(stem[len(kept)]):
        kept = kept[:-1]
    return kept.rstrip("._ ") + ending


def _folded(name: str) -> str:
    """A name as systems compare it that know no case and store accents in parts."""
    return unicodedata.normalize("NFC", name).casefold()
