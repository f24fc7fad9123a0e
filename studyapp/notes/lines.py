"""The lines of a note's text: they end at LF, CRLF or CR, and nowhere else."""

from __future__ import annotations

import re

BOM = "\ufeff"
NEWLINE = re.compile(r"\r\n|\n|\r")  # never str.splitlines, which also splits at U+2028


def line_of(text: str, offset: int) -> int:
    """The 1-based line of the character at `offset`."""
    breaks = text.count("\n", 0, offset) + text.count("\r", 0, offset)
    return 1 + breaks - text.count("\r\n", 0, offset)


def newline_of(text: str) -> str:
    """The newline that `text` uses first; a line feed if it has none."""
    found = NEWLINE.search(text)
    return found[0] if found else "\n"
