"""Blocks and lines, which must fill their cells: a font's own leave gaps between the rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Box = tuple[float, float, float, float]
"""Left, top, right, bottom, as parts of a cell."""

_LOWER = {chr(0x2580 + n): (0.0, 1 - n / 8, 1.0, 1.0) for n in range(1, 9)}
_LEFT = {chr(0x2590 - n): (0.0, 0.0, n / 8, 1.0) for n in range(1, 8)}
_HALVES = {"▀": (0.0, 0.0, 1.0, 0.5), "▐": (0.5, 0.0, 1.0, 1.0), "▔": (0.0, 0.0, 1.0, 0.125)}
_QUARTERS = ((0.0, 0.5, 0.5, 1.0), (0.5, 0.5, 1.0, 1.0), (0.0, 0.0, 0.5, 0.5), (0.5, 0.0, 1.0, 0.5))
_FILLED = dict(zip("▖▗▘▙▚▛▜▝▞▟", (1, 2, 4, 7, 6, 13, 14, 8, 9, 11), strict=True))
"""Which quarters a block fills, as bits: lower left, lower right, upper left, upper right."""
_BLOCKS: Mapping[str, Box] = {**_LOWER, **_LEFT, **_HALVES}

_ARMS: Mapping[str, str] = {
    "─": "lr", "│": "ud", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "urd", "┤": "uld",
    "┬": "lrd", "┴": "lru", "┼": "lrud", "╭": "rd", "╮": "ld", "╰": "ru", "╯": "lu",
}  # fmt: skip
"""To which sides a line goes from the middle of its cell."""
_THIN = 0.06
_ENDS: Mapping[str, Box] = {
    "l": (0.0, 0.5 - _THIN / 2, 0.5 + _THIN, 0.5 + _THIN / 2),
    "r": (0.5 - _THIN, 0.5 - _THIN / 2, 1.0, 0.5 + _THIN / 2),
    "u": (0.5 - _THIN, 0.0, 0.5 + _THIN, 0.5),
    "d": (0.5 - _THIN, 0.5, 0.5 + _THIN, 1.0),
}


def shape(char: str) -> Iterator[Box]:
    """The parts of its cell that a character fills; nothing where a font is to draw it."""
    if block := _BLOCKS.get(char):
        yield block
    for bit, quarter in enumerate(_QUARTERS):
        if _FILLED.get(char, 0) >> bit & 1:
            yield quarter
    for arm in _ARMS.get(char, ""):
        yield _ENDS[arm]
