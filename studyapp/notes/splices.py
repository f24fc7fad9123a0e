"""New values into a note's front matter, and not one other byte."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.notes.block import Block, Broken, find_block
from studyapp.notes.edits import ORDER, Edit, Waits, edit, new_block, replace
from studyapp.notes.lines import BOM, NEWLINE
from studyapp.notes.metadata import KEYS
from studyapp.notes.spelling import spelled
from studyapp.notes.toml import find_toml
from studyapp.notes.values import is_usual

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Spliced:
    """The new bytes of a note, and the raw text of each given key before and after.

    `before` has None for a key that was missing.
    """

    data: bytes
    before: Mapping[str, str | None]
    after: Mapping[str, str | None]


def splice(raw: bytes, values: Mapping[str, date | float | None]) -> Spliced | Waits:
    """The note `raw` with `values` in its front matter, each in the style its value had.

    A value that already says the same is left as it is spelled. A missing key becomes a line, a
    missing front matter a block of the given keys.
    """
    opened = _open(raw)
    if isinstance(opened, Waits):
        return opened
    mark, text, block = opened
    texts = {key: spelled(text, block, key, value) for key, value in values.items()}
    return _apply(mark, text, block, texts)


def restore(raw: bytes, texts: Mapping[str, str | None], *, block: bool) -> Spliced | Waits:
    """The note `raw` with the raw `texts` back in place; None removes the key's line.

    With `block` false the block goes too, if nothing but the given keys is in it.
    """
    opened = _open(raw)
    if isinstance(opened, Waits):
        return opened
    mark, text, found = opened
    if not block and found and _holds_only(text, found, texts):
        before = {key: found.raw(text, key) for key in texts}
        return Spliced((mark + text[found.body :]).encode(), before, dict.fromkeys(texts))
    return _apply(mark, text, found, texts)


def mend(raw: bytes) -> Spliced | Waits:
    """The note `raw` without a conflict of git's that touches nothing but review values.

    Of such values the first side's stay, to be written anew from the journal.
    """
    opened = _open(raw)
    if not isinstance(opened, Waits):
        return Spliced(raw, {}, {})
    decoded = _decoded(raw)
    if isinstance(decoded, Waits):
        return decoded
    mark, text = decoded
    found = find_block(text)
    if not isinstance(found, Broken) or found.mended is None:
        return opened
    new = replace(text, [found.mended])
    if not isinstance(find_block(new), Block):
        return Waits(found.reason, found.line, "keep one side and remove the markers")
    return Spliced((mark + new).encode(), {}, {})


def _decoded(raw: bytes) -> tuple[str, str] | Waits:
    """The byte-order mark, if there is one, and the text behind it."""
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Waits("the file is not UTF-8 text", line, "convert it to UTF-8")
    return (BOM, text[1:]) if text.startswith(BOM) else ("", text)


def _open(raw: bytes) -> tuple[str, str, Block | None] | Waits:
    decoded = _decoded(raw)
    if isinstance(decoded, Waits):
        return decoded
    mark, text = decoded
    block = find_block(text)
    if isinstance(block, Broken):
        return Waits(block.reason, block.line, block.hint)
    if block is None and find_toml(text):
        hint = "its reviews are kept in the journal alone"
        return Waits("its front matter is TOML, which must stay first", 1, hint)
    return mark, text, block


def _apply(
    mark: str, text: str, block: Block | None, texts: Mapping[str, str | None]
) -> Spliced | Waits:
    """Put the raw `texts` into `text`, then read the result back before trusting it.

    Not where one usual scalar takes another's place: the marks around it are right, since they
    hold one, and what stands before and behind it reads as before.
    """
    if block is None:
        new = new_block(text, texts) + text
        before: dict[str, str | None] = dict.fromkeys(texts)
    else:
        before = {key: block.raw(text, key) for key in texts}
        edits: list[Edit] = []
        for key in sorted(texts, key=ORDER.index):
            if texts[key] == before[key]:
                continue
            change = edit(text, block, key, texts[key])
            if isinstance(change, Waits):
                return change
            edits.append(change)
        new = replace(text, edits)
        if all(is_usual(text[start:end]) and is_usual(put) for start, end, put in edits):
            return Spliced((mark + new).encode(), before, dict(texts))
    if not _reads_as(new, text, block, texts):
        return Waits("the change could not be verified", 1, "simplify the front matter")
    return Spliced((mark + new).encode(), before, dict(texts))


def _reads_as(new: str, old: str, block: Block | None, texts: Mapping[str, str | None]) -> bool:
    """Whether `new` holds `texts`, and every other entry and the body as `old` did."""
    found = find_block(new)
    if not isinstance(found, Block):
        return found is None and new == old
    if any(found.raw(new, key) != wanted for key, wanted in texts.items()):
        return False
    body = block.body if block else 0
    return new[found.body :] == old[body:] and _others(new, found, texts) == (
        _others(old, block, texts) if block else []
    )


def _others(text: str, block: Block, texts: Mapping[str, str | None]) -> list[tuple[str, str]]:
    return [
        (entry.key, text[entry.start : entry.end])
        for entry in block.entries
        if entry.key not in texts
    ]


def _holds_only(text: str, block: Block, texts: Mapping[str, str | None]) -> bool:
    keys = {entry.key for entry in block.entries}
    lines = NEWLINE.split(text[block.start : block.end].strip("\r\n"))
    return keys <= set(texts) & set(KEYS) and len(lines) == len(block.entries)
