"""Git's conflict markers in front matter, where they stand around review values alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.lines import NEWLINE
from studyapp.notes.metadata import KEYS

if TYPE_CHECKING:
    from collections.abc import Iterator

CONFLICT = re.compile(r"(?:^|(?<=\n)|(?<=\r))(?:<{7}|>{7})[ \t]")
_MARK = re.compile(r"(<{7}|\|{7}|>{7})(?:[ \t].*)?|(={7})[ \t]*")
_OURS = re.compile(rf"[\"']?(?:{'|'.join(KEYS)})[\"']?[ \t]*:.*|[ \t]*")


def one_side(inside: str) -> str | None:
    """The lines of a block with the first side of each conflict.

    None if a conflict touches another key than the four that studyapp writes, or does not end.
    """
    kept: list[str] = []
    side = ""  # the mark behind which the line stands, "" outside of conflicts
    for line in _lines(inside):
        mark = _MARK.fullmatch(line.rstrip("\r\n"))
        if mark:
            following = mark[1] or mark[2]
            if following[0] not in _NEXT[side[:1]]:
                return None
            side = "" if following[0] == ">" else following
        elif side and not _OURS.fullmatch(line.rstrip("\r\n")):
            return None
        elif side[:1] in ("", "<"):
            kept.append(line)
    return None if side else "".join(kept)


_NEXT = {"": "<", "<": "|=", "|": "=", "=": ">"}
"""Which marks may follow the one before."""


def _lines(text: str) -> Iterator[str]:
    at = 0
    for newline in NEWLINE.finditer(text):
        yield text[at : newline.end()]
        at = newline.end()
    yield text[at:]
