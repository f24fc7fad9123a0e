"""Fences of code as lines of a width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from studyapp.tui.widgets.highlight import styled, token_lines
from studyapp.tui.widgets.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.tui.widgets.ink import Ink
    from studyapp.tui.widgets.wrap import Line, Run

_CONTINUED = "↪ "


def fence(code: str, info: str, width: int, ink: Ink) -> list[Line]:
    """Highlighted code on a ground of its own, as wide as the page."""
    lines: list[Line] = []
    for tokens in token_lines(code.removesuffix("\n"), language(info)):
        for line in code_line(styled(tokens, ink), width - 2, ink):
            spare = width - 1 - sum(segment.cell_length for segment in line)
            padded = [Segment(" "), *line, Segment(" " * spare)]
            lines.append(list(Segment.apply_style(padded, ink["fence"])))
    return lines


def code_line(runs: Sequence[Run], width: int, ink: Ink) -> list[Line]:
    """One line of code; what doesn't fit goes on beneath, marked as continued."""
    if sum(cell_len(text) for text, _ in runs) <= width:
        return [[Segment(text, style) for text, style in runs]]
    mark = Segment(_CONTINUED, ink["faint"])
    lines = wrap(runs, width - mark.cell_length)
    return [[mark, *line] if index else line for index, line in enumerate(lines)]


def language(info: str) -> str:
    """The language that a fence's info string names, in lower case."""
    return info.strip().split(maxsplit=1)[0].lower() if info.strip() else ""
