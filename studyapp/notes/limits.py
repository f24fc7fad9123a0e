"""What is not given to the markdown parser, whose recursion ends the process on deep nesting."""

from __future__ import annotations

import re

LARGEST = 2_000_000  # bytes of a note; the largest real one seen has 60 KB
DEEPEST = 100  # containers (quotes, list items) that one line opens
DENSEST = 10_000  # delimiters in one paragraph; nested emphasis crashed comrak from 40,000 on

_CONTAINERS = re.compile(
    rb"\n(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){%d}" % (DEEPEST + 1)
)
_OPENING = re.compile(rb"\n[ \t>+*0-9.)-]{%d}" % (DEEPEST + 1))  # what that many take at least
_BLANK = re.compile(rb"\n[ \t]*\n")
_HINT = "split the note into smaller ones"
_DELIMITERS = b"*_~=["


def refuse(raw: bytes) -> tuple[int, str, str] | None:
    """Why the markdown `raw` is not parsed: the 1-based line in it (0: all of it), what, a hint."""
    if len(raw) > LARGEST:
        return 0, f"the note is over {LARGEST // 1_000_000} MB", _HINT
    lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n") if b"\r" in raw else raw
    opened = b"\n" + lines
    if _OPENING.search(opened) and (deep := _CONTAINERS.search(opened)):
        line = 1 + lines.count(b"\n", 0, deep.start())
        return line, f"this line opens over {DEEPEST} quotes or lists", _HINT
    if _may_be_dense(lines) and _marks(lines) > DENSEST and (line := _dense_line(lines)):
        return line, f"this paragraph has over {DENSEST} emphasis marks", _HINT
    return None


def _may_be_dense(lines: bytes) -> bool:
    """Whether there is so much text without an empty line; a quick look, which may err."""
    start = 0
    while len(lines) - start > DENSEST:
        blank = lines.rfind(b"\n\n", start, start + DENSEST)
        if blank <= start:
            return True
        start = blank
    return False


def _dense_line(lines: bytes) -> int:
    start = 0
    ends = ((blank.start(), blank.end()) for blank in _BLANK.finditer(lines))
    for end, following in (*ends, (len(lines), 0)):
        if _marks(lines[start:end]) > DENSEST:
            return 1 + lines.count(b"\n", 0, start)
        start = following
    return 0


def _marks(lines: bytes) -> int:
    return len(lines) - len(lines.translate(None, _DELIMITERS))
