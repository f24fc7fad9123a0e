"""A demo drawn as lines: code with the note's numbers, and beneath each line what it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from studyapp.notes.visible import one_line
from studyapp.runner.events import SCRATCH, Claim, Value
from studyapp.tui.widgets.beneath import beneath
from studyapp.tui.widgets.code import code_line
from studyapp.tui.widgets.highlight import styled, token_lines
from studyapp.tui.widgets.look import DIFFERS, HOLDS, INDENT, PROMPT
from studyapp.tui.widgets.pairs import signed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from studyapp.runner.events import Event
    from studyapp.tui.widgets.ink import Ink
    from studyapp.tui.widgets.look import Look
    from studyapp.tui.widgets.snippet import Snippet
    from studyapp.tui.widgets.trace import Trace
    from studyapp.tui.widgets.wrap import Line, Run

_NAME = 12
"""Cells that names are aligned within; a longer one pushes its own value to the right."""


def draw(
    snippet: Snippet, trace: Trace, look: Look, *, silent: bool = True
) -> Iterator[tuple[Line, bool]]:
    """Every line of the snippet, each followed by what it did; and whether it is such a result.

    What the scratch lines did stands at the end. Without `silent` lines, code that did nothing
    to be shown is left out.
    """
    found = trace.by_line(snippet)
    digits = len(str(snippet.numbers[-1]))
    shown = (event for events in found.values() for event in events)
    names = (cell_len(one_line(event.name)) for event in shown if isinstance(event, Value))
    breadth = min(_NAME, max(names, default=0))
    for number, runs in numbered(snippet, look.ink):
        events = found.get(number, [])
        if silent or events:
            yield from _told(_code(number, digits, runs, mark(events, look.ink), look))
        told = beneath(events, digits + 2 + INDENT, breadth, look, trace.unprinted)
        yield from _told(told, result=True)
    for line in trace.scratch:
        asked = signed(PROMPT, line, look.ink["name"], indent=0, width=look.width)
        yield from _told(asked, result=True)
    tried = beneath(found.get(SCRATCH, []), INDENT, breadth, look, trace.unprinted)
    yield from _told(tried, result=True)
    loose = beneath(found.get(None, []), 0, breadth, look, trace.unprinted)
    yield from _told(loose, result=True)


def _told(lines: Iterable[Line], *, result: bool = False) -> Iterator[tuple[Line, bool]]:
    return ((line, result) for line in lines)


def numbered(snippet: Snippet, ink: Ink) -> Iterator[tuple[int, Sequence[Run]]]:
    """The note's line number and the highlighted text of each line."""
    tokens = token_lines(snippet.code.removesuffix("\n"), snippet.language)
    return ((number, styled(line, ink)) for number, line in enumerate(tokens, snippet.first_line))


def mark(events: Iterable[Event], ink: Ink) -> Segment | None:
    """What stands at the right end of a line whose claim was judged."""
    verdicts = [e.holds for e in events if isinstance(e, Claim) and e.holds is not None]
    if not verdicts:
        return None
    return Segment(HOLDS, ink["holds"]) if all(verdicts) else Segment(DIFFERS, ink["differs"])


def _code(
    number: int, digits: int, runs: Sequence[Run], sign: Segment | None, look: Look
) -> list[Line]:
    room = look.width - digits - 2
    pieces = code_line(runs, room - 2 if sign else room, look.ink)
    lines: list[Line] = []
    for index, piece in enumerate(pieces):
        label = str(number) if not index else ""
        lines.append([Segment(f"{label:>{digits}}  ", look.ink["line-number"]), *piece])
    if sign:
        used = sum(segment.cell_length for segment in lines[0])
        lines[0] += [Segment(" " * (look.width - used - 1)), sign]
    return lines
