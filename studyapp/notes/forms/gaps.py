"""Passages with gaps: one question for each gap, the hidden words its answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_APART = re.compile(
    r"`[^`\n]{1,500}`|\$[^$\n]{1,500}\$|!?\[\[[^\]\n]{0,300}\]\]|!?\[[^\[\]\n]{0,300}\]\([^()\n]{0,500}\)"
    r"|\\[\[\]=]|\[[ xX]\]|<!--[^\n]{0,500}?-->"
)
BRACKETS = re.compile(r"\[([^\[\]]{1,500})\]")
"""`[hidden]`, as hashcards marks a gap."""
HIGHLIGHTS = re.compile(r"==(?=[^\s=])([^=\n]{1,500}?)(?<=[^\s=])==")
"""`==hidden==`, as Obsidian's spaced repetition does."""

_MOST = 50  # gaps of a passage; one with more is no passage, and each card repeats it


def masked(text: str) -> str:
    """`text` with code, formulas, links and escapes blanked; every character keeps its place."""
    return _APART.sub(lambda found: "\0" * len(found[0]), text)


def gaps(text: str, mark: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Each question that the `mark`ed words of `text` ask, with its answer.

    The gap is shown as `[…]`; the other marked words stand there without their marks.
    """
    found = list(mark.finditer(masked(text)))
    if len(found) > _MOST:
        return
    for hidden in found:
        parts: list[str] = []
        at = 0
        for one in found:
            parts += (text[at : one.start()], "[…]" if one is hidden else text[slice(*one.span(1))])
            at = one.end()
        yield "".join(parts) + text[at:], text[slice(*hidden.span(1))]
