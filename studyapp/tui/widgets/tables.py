"""A table's columns, fitted to a width."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from studyapp.tui.widgets.inline import NOWHERE, inline
from studyapp.tui.widgets.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.notes.markdown import Node
    from studyapp.tui.widgets.ink import Ink
    from studyapp.tui.widgets.inline import Places
    from studyapp.tui.widgets.wrap import Line, Run

_GAP = " │ "
_CROSS = "─┼─"
_LEAST = 6
"""Cells below which a column is unreadable: three Chinese characters."""


def table(node: Node, width: int, ink: Ink, places: Places = NOWHERE) -> list[Line]:
    """The table in columns; where they find no room, each row as a list of its named cells."""
    rows = [
        [inline(cell, ink, ink["header"] if row.value else None, places) for cell in row.children]
        for row in node.children
    ]
    columns = list(zip_longest(*rows, fillvalue=[]))
    room = width - len(_GAP) * (len(columns) - 1)
    widths = fit([max(map(_breadth, column)) for column in columns], room)
    if any(
        cells < min(_LEAST, max(map(_breadth, column)))
        for cells, column in zip(widths, columns, strict=True)
    ):
        return _records(rows, width, ink)
    aligns = [str(align) for align in node.value.alignments]
    blocks = [_row(row, widths, aligns, ink) for row in zip(*columns, strict=True)]
    rule = [Segment(_CROSS.join("─" * cells for cells in widths), ink["border"])]
    airy = any(len(block) > 1 for block in blocks[1:])
    lines = blocks[0]
    for index, block in enumerate(blocks[1:]):
        lines += [rule, *block] if airy or not index else block
    return lines


def fit(wanted: Sequence[int], room: int) -> list[int]:
    """Widths of at most `room` together: narrow columns get what they want, wide ones share."""
    widths = [0] * len(wanted)
    for place, index in enumerate(sorted(range(len(wanted)), key=wanted.__getitem__)):
        widths[index] = max(1, min(wanted[index], room // (len(wanted) - place)))
        room -= widths[index]
    return widths


def _breadth(cell: Sequence[Run]) -> int:
    return max(map(cell_len, "".join(text for text, _ in cell).split("\n")))


def _row(
    cells: Sequence[Sequence[Run]], widths: list[int], aligns: list[str], ink: Ink
) -> list[Line]:
    wrapped = [wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
    lines: list[Line] = []
    for pieces in zip_longest(*wrapped, fillvalue=[]):
        line: Line = []
        for index, (piece, width) in enumerate(zip(pieces, widths, strict=True)):
            if index:
                line.append(Segment(_GAP, ink["border"]))
            line += _aligned(piece, width, aligns[index])
        lines.append(line)
    return lines


def _aligned(piece: Line, width: int, align: str) -> Line:
    spare = width - sum(segment.cell_length for segment in piece)
    left = 0
    if align.endswith("Right"):
        left = spare
    elif align.endswith("Center"):
        left = spare // 2
    return [Segment(" " * left, Style.null()), *piece, Segment(" " * (spare - left), Style.null())]


def _records(rows: Sequence[Sequence[Sequence[Run]]], width: int, ink: Ink) -> list[Line]:
    header, *body = rows
    if not body:
        return [line for cell in header for line in wrap(cell, width)]
    lines: list[Line] = []
    for row in body:
        if lines:
            lines.append([])
        for name, cell in zip(header, row, strict=False):
            lines += wrap([*name, (": ", ink["border"]), *cell], width)
    return lines
