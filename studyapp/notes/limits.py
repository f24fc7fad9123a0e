"""What is not given to the markdown parser, whose recursion ends the process on deep nesting."""

from __future__ import annotations

import re

LARGEST = 2_000_000  # bytes of a note; the largest real one seen has 60 KB
DEEPEST = 100  # containers (quotes, list items) that one line opens
DENSEST = 10_000  # delimiters in one paragraph; nested emphasis crashed comrak from 40,000 on

_CONTAINERS = re.compile(
    rb"^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){%d}" % (DEEPEST + 1), re.MULTILINE
)
_BLANK = re.compile(rb"\n[ \t\r]*\n")
_DELIMITERS = b"*_~=["


def refuse(raw: bytes) -> tuple[int, str] | None:
    """Why the markdown `raw` is not parsed, with the 1-based line in it (0: all of it)."""
    if len(raw) > LARGEST:
        return 0, f"the note is over {LARGEST // 1_000_000} MB"
    if deep := _CONTAINERS.search(raw):
        return _line(raw, deep.start()), f"this line opens over {DEEPEST} quotes or lists"
    start = 0
    for blank in _BLANK.finditer(raw):
        if _is_dense(raw, start, blank.start()):
            return _line(raw, start), f"this paragraph has over {DENSEST} emphasis marks"
        start = blank.end()
    if _is_dense(raw, start, len(raw)):
        return _line(raw, start), f"this paragraph has over {DENSEST} emphasis marks"
    return None


def _is_dense(raw: bytes, start: int, end: int) -> bool:
    if end - start <= DENSEST:
        return False
    return sum(raw.count(mark, start, end) for mark in _DELIMITERS) > DENSEST


def _line(raw: bytes, offset: int) -> int:
    return 1 + len(re.findall(rb"\r\n|\n|\r", raw[:offset]))
