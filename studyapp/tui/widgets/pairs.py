"""A short head and its text beside it: a name and its value, a sign and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from studyapp.notes.visible import visible
from studyapp.tui.widgets.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.style import Style

    from studyapp.tui.widgets.wrap import Line, Run

GAP = 2
"""Cells between a name and its value."""


def pair(
    head: Sequence[Run], text: str, style: Style, *, indent: int, breadth: int, width: int
) -> Iterator[Line]:
    """`head` in a column of `breadth` cells, and `text` beside it with a hanging indent.

    Where the column would leave less than half of `width`, the text goes on beneath it.
    """
    return _beside(head, text, style, (indent, breadth, GAP), width)


def signed(sign: str, text: str, style: Style, *, indent: int, width: int) -> Iterator[Line]:
    """`text` behind a sign that says what it is."""
    return _beside([(sign, style)], text, style, (indent, 1, 1), width)


def _beside(
    head: Sequence[Run], text: str, style: Style, room: tuple[int, int, int], width: int
) -> Iterator[Line]:
    indent, breadth, gap = room
    taken = sum(cell_len(part) for part, _ in head)
    hang = indent + max(breadth, taken) + gap
    if hang > width // 2:
        runs = [(" " * indent, style), *head, (" " * gap, style), (visible(text), style)]
        yield from wrap(runs, width)
        return
    for index, line in enumerate(wrap([(visible(text), style)], width - hang)):
        if index:
            yield [Segment(" " * hang), *line]
        else:
            spare = Segment(" " * (hang - indent - taken))
            yield [Segment(" " * indent), *(Segment(*run) for run in head), spare, *line]
