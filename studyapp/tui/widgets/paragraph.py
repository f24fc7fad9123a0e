"""A paragraph: its words folded, and formulas on lines of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from studyapp.notes.visible import one_line
from studyapp.tui.widgets.inline import NOWHERE, inline
from studyapp.tui.widgets.maths import MATH, is_formula
from studyapp.tui.widgets.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.notes.markdown import Node
    from studyapp.tui.widgets.ink import Ink
    from studyapp.tui.widgets.inline import Places
    from studyapp.tui.widgets.wrap import Line

_INDENT = 2


def paragraph(node: Node, width: int, ink: Ink, places: Places = NOWHERE) -> list[Line]:
    """The lines of a paragraph; without words there are none."""
    lines: list[Line] = []
    for part in _parts(node):
        if part.kind in MATH:
            lines += display(part.value.literal, width, ink)
        elif runs := inline(part, ink, places=places):
            lines += wrap(runs, width)
    return lines


def display(latex: str, width: int, ink: Ink) -> list[Line]:
    """A formula with its rows; where they find no room, on one line that is folded."""
    from studyapp.tui.widgets.formula import formula  # noqa: PLC0415  its tables take 5 ms

    rows = [one_line(row) for row in formula(latex, display=True)]
    if max(map(cell_len, rows)) + _INDENT > width:
        return wrap([(one_line(formula(latex)[0]), ink["math"])], width)
    style = ink["math"] + Style(italic=False)  # a slanted bracket leans away from its next row
    return [[Segment(" " * _INDENT + row, style)] for row in rows]


def _parts(node: Node) -> Iterable[Node]:
    """The words and the formulas on lines of their own, in their order."""
    inside = node.children
    if not any(map(_displayed, inside)):
        return [node]
    parts: list[Node] = []
    words: list[Node] = []
    for before, one, after in zip([None, *inside], inside, [*inside[1:], None], strict=False):
        if _displayed(one) and _breaks(before) and _breaks(after):
            parts += [replace(node, children=_trimmed(words)), one]
            words = []
        else:
            words.append(one)
    return [*parts, replace(node, children=_trimmed(words))]


def _displayed(node: Node) -> bool:
    return node.kind in MATH and bool(node.value.display_math) and is_formula(node)


def _breaks(node: Node | None) -> bool:
    return node is None or node.kind in ("SoftBreak", "LineBreak")


def _trimmed(nodes: list[Node]) -> list[Node]:
    """The nodes without the breaks at both ends."""
    start, stop = 0, len(nodes)
    while start < stop and _breaks(nodes[start]):
        start += 1
    while stop > start and _breaks(nodes[stop - 1]):
        stop -= 1
    return nodes[start:stop]
