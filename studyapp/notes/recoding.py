"""A fence's code replaced in a note's bytes, and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.notes.edits import Waits
from studyapp.notes.lines import BOM, NEWLINE
from studyapp.notes.parsing import parse
from studyapp.notes.splices import Spliced

if TYPE_CHECKING:
    from studyapp.notes.snippets import Snippet

_FENCE = re.compile("```|~~~")
_GONE = Waits("the note's code is no longer what was changed", 0, "look at it in the note")
_BREAKS = "with this code the note would be read otherwise"


def recode(raw: bytes, snippet: Snippet, code: str) -> Spliced | Waits:
    """The note in `raw` with `code` in the place of the code of `snippet`.

    The fence is looked for by its code, the nearest to where it stood. What would be read
    otherwise than meant, such as code that ends its own fence, is refused.
    """
    before = parse(raw, "").snippets
    same = [at for at, one in enumerate(before) if _same(one, snippet)]
    if not same:
        return _GONE
    at = min(same, key=lambda one: abs(before[one].line - snippet.line))
    data = _replaced(raw, before[at], code)
    if data is None:
        return _GONE
    after = parse(data, "").snippets
    if [_plain(one) for one in after] != [
        _plain(replace(one, code=code) if index == at else one) for index, one in enumerate(before)
    ]:
        return Waits(_BREAKS, before[at].line, "a line of it ends the fence, or leaves its list")
    return Spliced(data, {}, {})


def _same(one: Snippet, other: Snippet) -> bool:
    return (one.language, one.code) == (other.language, other.code)


def _plain(snippet: Snippet) -> tuple[str, str]:
    return snippet.language, snippet.code


def _replaced(raw: bytes, snippet: Snippet, code: str) -> bytes | None:
    """The bytes with other code lines; None where the old ones do not stand there as read."""
    text = raw.decode()
    bom = BOM if text.startswith(BOM) else ""
    lines = _lines(text.removeprefix(bom))
    start = snippet.code_line - 1
    old = snippet.code.removesuffix("\n").split("\n") if snippet.code else []
    taken = lines[start : start + len(old)]
    margins = [_margin(line, stated) for line, stated in zip(taken, old, strict=False)]
    if len(taken) < len(old) or None in margins:
        return None
    opening, newline = lines[snippet.line - 1]
    told = (margin for margin, stated in zip(margins, old, strict=True) if stated)
    margin = next(told, None) or _indent(opening)
    new = code.removesuffix("\n").split("\n") if code else []
    fresh = [(f"{margin}{line}" if line else margin.rstrip(), newline or "\n") for line in new]
    parts = [*lines[:start], *fresh, *lines[start + len(old) :]]
    return (bom + "".join(line + end for line, end in parts)).encode()


def _lines(text: str) -> list[tuple[str, str]]:
    """Each line and what ends it."""
    found: list[tuple[str, str]] = []
    at = 0
    for end in NEWLINE.finditer(text):
        found.append((text[at : end.start()], end[0]))
        at = end.end()
    return [*found, (text[at:], "")]


def _margin(line: tuple[str, str], code: str) -> str | None:
    """What stands before the code on its line; None where the code is not there."""
    text = line[0]
    return text[: len(text) - len(code)] if text.endswith(code) else None


def _indent(opening: str) -> str:
    """The margin that the opening fence has; a list's mark before it becomes blanks."""
    before = _FENCE.split(opening, maxsplit=1)[0]
    return "".join(mark if mark in " \t>" else " " for mark in before)
