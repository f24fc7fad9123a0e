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

    None if the sides of a conflict differ in another key than the four that studyapp writes, or
    if one does not end. What stands between those keys, as `difficulty` does, is often in it.
    """
    kept: list[str] = []
    others: dict[str, list[str]] = {}
    side = ""  # the mark behind which the line stands, "" outside of conflicts
    for line in _lines(inside):
        mark = _MARK.fullmatch(line.rstrip("\r\n"))
        if mark:
            following = (mark[1] or mark[2])[0]
            if following not in _NEXT[side]:
                return None
            if following == ">" and others["<"] != others["="]:
                return None
            side = following.replace(">", "")
            others[side] = []
            continue
        if side and not _OURS.fullmatch(line.rstrip("\r\n")):
            others[side].append(line)
        if side in {"", "<"}:
            kept.append(line)
    return None if side else "".join(kept)


def first_of_all(text: str) -> tuple[int, str | None] | None:
    """Where the conflict ends with which a note begins, and the front matter to put in its place.

    As when one side has taken all values back, and the block with them. The first side that has
    one stays; none if anything else stands in the conflict too. None where a note begins
    otherwise, or no side with a front matter.
    """
    if not text.startswith("<<<<<<< "):
        return None
    sides: dict[str, list[str]] = {}
    side, at = "", 0
    for line in _lines(text):
        at += len(line)
        mark = _MARK.fullmatch(line.rstrip("\r\n"))
        if mark:
            side = (mark[1] or mark[2])[0]
            if side == ">":
                break
            sides[side] = []
        else:
            sides[side].append(line)
    told = ["".join(sides.get(one, ())) for one in "<="]
    if side != ">" or not any(one.startswith("---") for one in told):
        return None
    usable = all(_is_front(sides.get(one, [])) for one in "<=")
    return at, next(filter(None, told)) if usable else None


def _is_front(lines: list[str]) -> bool:
    """Whether lines are a front matter of review values alone, or none at all."""
    bare = [line.rstrip() for line in lines if line.strip()]
    if not bare:
        return True
    inside = bare[1:-1]
    return bare[0] == bare[-1] == "---" and all(map(_OURS.fullmatch, inside))


_NEXT = {"": "<", "<": "|=", "|": "=", "=": ">"}
"""Which marks may follow the one before."""


def _lines(text: str) -> Iterator[str]:
    at = 0
    for newline in NEWLINE.finditer(text):
        yield text[at : newline.end()]
        at = newline.end()
    yield text[at:]
