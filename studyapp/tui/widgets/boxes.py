"""Rows of text set beside and upon each other: matrices, cases, tall brackets."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias

from rich.cells import cell_len

if TYPE_CHECKING:
    from collections.abc import Sequence

Box: TypeAlias = tuple[str, ...]
"""Rows of equal breadth; its neighbours stand at the height of its middle row."""

_TALL = {
    # bracket: its top, its middle, its bottom, what fills between them
    "(": "⎛⎜⎝⎜",
    ")": "⎞⎟⎠⎟",
    "[": "⎡⎢⎣⎢",
    "]": "⎤⎥⎦⎥",
    "{": "⎧⎨⎩⎪",
    "}": "⎫⎬⎭⎪",
    "|": "││││",
    "‖": "‖‖‖‖",
    "⌊": "⎢⎢⎣⎢",
    "⌋": "⎥⎥⎦⎥",
    "⌈": "⎡⎢⎢⎢",
    "⌉": "⎤⎥⎥⎥",
}
_PAIR = 2
"""A bracket of two rows has no middle."""


def beside(boxes: Sequence[Box]) -> Box:
    """The boxes in a row, their middles at one height."""
    above = max((_middle(box) for box in boxes), default=0)
    below = max((len(box) - _middle(box) for box in boxes), default=1)
    columns = []
    for box in boxes:
        blank = " " * cell_len(box[0])
        top = above - _middle(box)
        columns.append([blank] * top + [*box] + [blank] * (above + below - top - len(box)))
    return tuple("".join(row) for row in zip(*columns, strict=True)) if columns else ("",)


def bracketed(box: Box, left: str, right: str) -> Box:
    """The box between brackets as tall as it is; an empty bracket is none."""
    return beside([one for one in (_tall(left, len(box)), box, _tall(right, len(box))) if one])


def grid(rows: Sequence[Sequence[str]], gap: str, aligns: str) -> Box:
    """Cells in columns; `aligns` has l or r for each column, and begins again at its end."""
    columns = [*zip_longest(*rows, fillvalue="")]
    widths = [max(map(cell_len, column)) for column in columns]
    return tuple(
        gap.join(
            _padded(cell, width, aligns[at % len(aligns)])
            for at, (cell, width) in enumerate(zip_longest(row, widths, fillvalue=""))
            if isinstance(width, int)
        )
        for row in zip(*columns, strict=True)
    ) or ("",)


def _padded(cell: str, width: int, align: str) -> str:
    blank = " " * (width - cell_len(cell))
    return blank + cell if align == "r" else cell + blank


def _tall(bracket: str, height: int) -> Box:
    if not bracket or height == 1:
        return (bracket,) if bracket else ()
    top, middle, bottom, fill = tuple(_TALL.get(bracket, (bracket,) * 4))
    if height == _PAIR:
        return top, bottom
    half = height // 2
    return (top, *[fill] * (half - 1), middle, *[fill] * (height - half - 2), bottom)


def _middle(box: Box) -> int:
    return (len(box) - 1) // 2
