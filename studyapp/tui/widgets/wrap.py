"""Styled text folded into lines, Latin by words and Chinese by characters.

A line may end between any two wide characters, except before a closing mark or after an opening
one; a Latin word stays whole unless it alone is wider than the line; a grapheme is never cut.
Widths are rich's: one cell or two, as terminals draw them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len, get_character_cell_size, split_graphemes
from rich.segment import Segment
from rich.style import Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Run: TypeAlias = tuple[str, Style]
"""Text in one style; `\\n` inside breaks the line."""

Line: TypeAlias = list[Segment]
"""One line as drawn."""

NARROWEST = 2
"""The least width that holds any character."""

_SPACE = " \t\u3000"
_SHUT = "，。、；：？！）」』】》〉〕］｝〗％"
_CLOSE = rf"{_SHUT}”’…,.;:!?)\]}}%"
_OPEN_WIDE = "（「『【《〈〔［｛〖"
_OPEN = rf"{_OPEN_WIDE}“‘(\[{{"
_WIDE = (
    "\u1100-\u115f\u2e80-\u2fff\u3001-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd"
)
_ATOM = (
    rf"[{_SPACE}]+(?![{_SHUT}{_SPACE}])"
    rf"|(?:[{_OPEN}][{_SPACE}]*)*"
    rf"(?:[^{_SPACE}{_WIDE}]+(?<![{_OPEN}])"
    rf"|(?![{_OPEN_WIDE}{_SHUT}])[^{_SPACE}](?:\u200d.|[\u0300-\u036f\ufe00-\ufe0f])*)?"
    rf"(?:[{_CLOSE}]|[{_SPACE}]+[{_SHUT}])*"
)
"""Blanks, or what no line may end within: a word or a wide character with the marks around it."""

_FLAG_HALVES = range(0x1F1E6, 0x1F200)


def wrap(runs: Sequence[Run], width: int) -> list[Line]:
    """The lines of `runs`, each at most `width` cells; at least one line, which may be empty."""
    return list(_slice(runs, fold("".join(text for text, _ in runs), width)))


def fold(text: str, width: int) -> list[tuple[int, int]]:
    """Where each line of `text` starts and ends; the blanks at a fold belong to neither line."""
    spans: list[tuple[int, int]] = []
    left = 0
    for line in text.split("\n"):
        right = left + len(line)
        if cell_len(line) <= width:
            spans.append((left, right))
        else:
            spans += _fold_line(text, left, right, max(width, NARROWEST))
        left = right + 1
    return spans


def _fold_line(text: str, left: int, right: int, width: int) -> Iterator[tuple[int, int]]:
    start = end = left
    used = gap = 0
    for a, b in _atoms(text, left, right):
        atom = text[a:b]
        if not atom.strip(_SPACE):
            gap = cell_len(atom)
            continue
        size = cell_len(atom)
        if end > start and used + gap + size > width:
            yield start, end
            start, used, gap = a, 0, 0
        used, gap, end = used + gap + size, 0, b
        if used > width:
            for cut in _cuts(text, start, end, width):
                yield start, cut
                start = cut
            used = cell_len(text[start:end])
    yield start, end


@cache
def _atom() -> re.Pattern[str]:
    """The pattern of atoms: so many wide characters take it 2 ms, and many a card folds no line."""
    return re.compile(_ATOM)


def _atoms(text: str, left: int, right: int) -> Iterator[tuple[int, int]]:
    start = left
    for match in _atom().finditer(text, left, right):
        at = match.start()
        joined = at < right and (text[at - 1] == "\u200d" or not get_character_cell_size(text[at]))
        if at > start and not joined:
            yield start, at
            start = at
    if right > start:
        yield start, right


def _cuts(text: str, start: int, end: int, width: int) -> Iterator[int]:
    """Where to cut a piece that no blank divides, so that each part fits."""
    used = 0
    for a, _, cells in graphemes(text[start:end]):
        if used + cells > width and used:
            yield start + a
            used = 0
        used += cells


def graphemes(text: str) -> Iterator[tuple[int, int, int]]:
    """What a reader sees as one character: start, end, cells; the two halves of a flag are one."""
    flag: tuple[int, int, int] | None = None
    for start, end, cells in split_graphemes(text)[0]:
        half = ord(text[start]) in _FLAG_HALVES
        if flag and half:
            yield flag[0], end, flag[2] + cells
            flag = None
            continue
        if flag:
            yield flag
        flag = (start, end, cells) if half else None
        if not half:
            yield start, end, cells
    if flag:
        yield flag


def _slice(runs: Sequence[Run], spans: Sequence[tuple[int, int]]) -> Iterator[Line]:
    pieces = iter(runs)
    text, style = next(pieces, ("", Style.null()))
    offset = 0
    for start, end in spans:
        line: Line = []
        while True:
            left, right = max(start - offset, 0), min(end - offset, len(text))
            if right > left:
                line.append(Segment(text[left:right], style))
            if offset + len(text) >= end:
                break
            offset += len(text)
            text, style = next(pieces)
        yield line


def clip(text: str, width: int) -> str:
    """`text` in one line of at most `width` cells; what is cut off is marked `…`."""
    if cell_len(text) <= width:
        return text
    used = 0
    for start, _, cells in graphemes(text):
        if used + cells > width - 1:
            return text[:start] + "…" if width > 0 else ""
        used += cells
    return text
