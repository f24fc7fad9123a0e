"""The rows of a list of cards as drawn, each when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, overload

from rich.cells import cell_len
from rich.segment import Segment

from studyapp.notes.visible import visible
from studyapp.tui.browsing import SIGNS, WIDTHS
from studyapp.tui.widgets.wrap import Line, clip

if TYPE_CHECKING:
    from studyapp.tui.browsing import Name, Row
    from studyapp.tui.widgets.ink import Ink

CHOSEN = "✓"
RIGHT = ("ease", "mastery", "lapses")
"""Columns of numbers."""


class Rows(Sequence[Line]):
    """The rows of a list, each drawn when it is asked for."""

    def __init__(self, number: int, draw: Callable[[int], Line]) -> None:
        self._number = number
        self._draw = draw

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> list[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | list[Line]:
        places = range(self._number)[place]
        return self._draw(places) if isinstance(places, int) else [*map(self._draw, places)]

    def __len__(self) -> int:
        return self._number


def drawn(row: Row | None, names: Sequence[Name], width: int, ink: Ink, *, chosen: bool) -> Line:
    """A row of so many cells with these columns; None is a card that is gone."""
    mark = Segment(f"{CHOSEN if chosen else ' '} ", ink["holds"])
    if row is None:
        return [mark, Segment(_cell("…", width - mark.cell_length), ink["faint"])]
    base = ink["faint"] if row.aside else ink["plain"]
    breadth = width - SIGNS - sum(WIDTHS[name] + 1 for name in names)
    line = [mark, Segment(_cell(row.signs, SIGNS - 2), ink["number"])]
    line.append(Segment(_cell(row.question, breadth), base))
    for name in names:
        text = _cell(visible(row.cells.get(name, "")), WIDTHS[name], right=name in RIGHT)
        style = ink["number"] if name == "due" and row.now and not row.aside else base
        line.append(Segment(f" {text}", style))
    return line


def _cell(text: str, width: int, *, right: bool = False) -> str:
    """`text` in so many cells."""
    short = clip(text, max(0, width))
    blank = " " * (width - cell_len(short))
    return blank + short if right else short + blank
