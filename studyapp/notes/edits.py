"""Single edits of a front-matter block's text: a value replaced, a line added or removed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from studyapp.notes.lines import NEWLINE, line_of, newline_of
from studyapp.notes.metadata import READERS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.notes.block import Block
    from studyapp.notes.entries import Entry

ORDER = tuple(READERS)
"""The keys in the order of a fresh note."""

Edit: TypeAlias = tuple[int, int, str]
"""The characters from one offset to another become a text."""


@dataclass(frozen=True, slots=True)
class Waits:
    """Why a note can't be written now: the reason, its 1-based line in the file, what to do."""

    reason: str
    line: int
    hint: str


def replace(text: str, edits: list[Edit]) -> str:
    """`text` with all `edits` done; edits at one place keep their order."""
    parts: list[str] = []
    at = 0
    for start, end, replacement in sorted(edits, key=lambda change: change[:2]):
        parts += (text[at:start], replacement)
        at = end
    return "".join(parts) + text[at:]


def edit(text: str, block: Block, key: str, wanted: str | None) -> Edit | Waits:
    """What brings the raw text `wanted` to `key`; None removes its line."""
    entries = [entry for entry in block.entries if entry.key == key]
    if not entries:
        return _insertion(text, block, key, wanted or "")
    entry = entries[-1]
    line = line_of(text, entry.key_start)
    if len(entries) > 1:
        return Waits(f"`{key}` stands there twice", line, "remove one of the two lines")
    if entry.style is None:
        return Waits(f"the value of `{key}` is no plain or quoted value", line, "write it plainly")
    if wanted is None:
        return _removal(text, entry)
    # An empty value stands right behind its colon: a space comes and goes with its text.
    if entry.start == entry.end:
        return entry.start, entry.end, f" {wanted}"
    gap = not wanted and text[entry.start - 1] == " "
    return entry.start - gap, entry.end, wanted


def _removal(text: str, entry: Entry) -> Edit:
    starts = [newline.end() for newline in NEWLINE.finditer(text, 0, entry.key_start)]
    end = NEWLINE.search(text, entry.end)
    return starts[-1], end.end() if end else len(text), ""


def _insertion(text: str, block: Block, key: str, wanted: str) -> Edit | Waits:
    """One line for `key`, placed as in a fresh note."""
    if not block.insertable:
        return Waits(
            f"there is no line to put `{key}` on",
            line_of(text, block.start),
            "write the front matter as one key a line, from the first column",
        )
    rank = ORDER.index(key)
    earlier = [found for name in reversed(ORDER[:rank]) if (found := block.find(name))]
    later = [found for name in ORDER[rank + 1 :] if (found := block.find(name))]
    place = block.end
    if earlier and earlier[0].style is not None:
        newline = NEWLINE.search(text, earlier[0].end)
        place = newline.end() if newline else block.end
    elif later:
        place = later[0].key_start
    return place, place, f"{key}: {wanted}".rstrip() + newline_of(text)


def new_block(text: str, texts: Mapping[str, str | None]) -> str:
    """A block of the given keys, in the newline style of `text`."""
    newline = newline_of(text)
    lines = [f"{key}: {texts[key]}" for key in ORDER if texts.get(key) is not None]
    return newline.join(["---", *lines, "---", ""]) if lines else ""
