"""A definition that was called with example inputs: the call, the shapes on the way, the result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from studyapp.notes.visible import one_line
from studyapp.tui.widgets.demo_words import reason
from studyapp.tui.widgets.look import CALLED, INDENT, RESULT
from studyapp.tui.widgets.pairs import pair, signed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.runner.events import Showcase
    from studyapp.tui.widgets.look import Look
    from studyapp.tui.widgets.wrap import Line

_BROADEST = 16


def called(showcase: Showcase, indent: int, look: Look) -> Iterator[Line]:
    """The lines of a showcase; its inputs are said to be the app's, not the note's."""
    inner = indent + INDENT
    if showcase.call:
        yield from _said(CALLED, one_line(showcase.call), "name", indent, look)
    if showcase.guessed:
        text = look.words["guessed"].format(inputs=one_line(showcase.guessed))
        yield from _said("·", text, "faint", inner, look)
    names = [one_line(step.name) for step in showcase.steps]
    breadth = min(_BROADEST, max(map(cell_len, names), default=0))
    for name, step in zip(names, showcase.steps, strict=True):
        head = [(name, look.ink["builtin"])]
        style = look.ink["value"]
        yield from pair(
            head, step.summary, style, indent=inner + INDENT, breadth=breadth, width=look.width
        )
    if showcase.result:
        yield from _said(RESULT, showcase.result, "value", inner, look)
    if showcase.remark:
        yield from _said("·", reason(showcase.remark, look.words), "differs", inner, look)


def _said(sign: str, text: str, role: str, indent: int, look: Look) -> Iterator[Line]:
    return signed(sign, text, look.ink[role], indent=indent, width=look.width)
