"""How a value is written so that it says what is wanted in the style that stands there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from studyapp.notes.metadata import READERS
from studyapp.notes.values import canonical

if TYPE_CHECKING:
    from studyapp.notes.block import Block
    from studyapp.notes.entries import Entry


def spelled(text: str, block: Block | None, key: str, value: date | float | None) -> str:
    """The raw text of `value` for a key of the `block` in `text`.

    What says the same already stays. Null and empty values take `created`'s style.
    """
    wanted = canonical(value)
    entry = block.find(key) if block else None
    raw = text[entry.start : entry.end] if entry else None
    if entry and raw is not None and _says(key, entry, wanted):
        return raw
    if wanted is None:
        return "null"
    quote = entry.style if entry and entry.style is not None else ""
    if isinstance(value, date) and (entry is None or entry.value in (None, "")):
        created = block.find("created") if block else None
        dated = created and created.style is not None and created.value not in (None, "")
        quote = created.style or "" if created and dated else "'"
    return f"{quote}{wanted}{quote}"


def _says(key: str, entry: Entry, wanted: str | None) -> bool:
    try:
        read = READERS[key](entry.value)
    except (ValueError, OverflowError):
        return False
    # Nothing reads as 0, but where a number is wanted one is written.
    return (entry.value not in (None, "") and canonical(read) == wanted) or (
        wanted is None and entry.value is None
    )
