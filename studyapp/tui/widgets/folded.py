"""The most telling lines of a demo, one row each, for where there is little room."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from studyapp.notes.visible import one_line
from studyapp.runner.events import (
    SCRATCH,
    Claim,
    Failure,
    Figure,
    Output,
    Showcase,
    Value,
    Warned,
)
from studyapp.tui.widgets.demo_lines import mark, numbered
from studyapp.tui.widgets.demo_words import reason
from studyapp.tui.widgets.look import CALLED, DIFFERS, FAILED, PROMPT
from studyapp.tui.widgets.wrap import clip

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studyapp.runner.events import Event
    from studyapp.tui.widgets.look import Look
    from studyapp.tui.widgets.snippet import Snippet
    from studyapp.tui.widgets.trace import Trace
    from studyapp.tui.widgets.wrap import Line, Run

ROWS = 3
_SILENT = re.compile(r"\s*(#|//|import\b|from\b|$)")


def draw_folded(snippet: Snippet, trace: Trace, look: Look) -> list[Line]:
    """At most `ROWS` lines: what failed, what a claim came to, what was called, printed or bound.

    The last of them tells what the last scratch line gave, or why a run ended for a reason of
    its own.
    """
    found = trace.by_line(snippet)
    lines = dict(numbered(snippet, look.ink))
    last = _last(trace, found.get(SCRATCH, []), look.words)
    most = ROWS - 1 if last else ROWS
    chosen = sorted(
        sorted(lines, key=lambda number: _weight(lines[number], found.get(number, [])))[-most:]
    )
    digits = len(str(snippet.numbers[-1]))
    rows = [_row(number, digits, lines[number], found.get(number, []), look) for number in chosen]
    if last:
        rows.append([Segment(clip(one_line(last), look.width), look.ink["faint"])])
    return rows


def _last(trace: Trace, tried: Sequence[Event], words: Mapping[str, str]) -> str:
    if trace.scratch:
        return f"{PROMPT} {trace.scratch[-1]}  {_said(tried, words)}"
    ended = reason(trace.finished.reason, words) if trace.finished else ""
    return f"· {ended}" if ended else ""


def _weight(runs: Sequence[Run], events: Sequence[Event]) -> int:
    """How telling a line is; of equal ones the later wins, since it shows more of the result."""
    kinds = {type(event) for event in events}
    judged = [event.holds for event in events if isinstance(event, Claim)]
    for weight, telling in (
        (8, Failure in kinds),
        (7, False in judged),
        (6, Showcase in kinds),
        (5, True in judged),
        (4, Figure in kinds),
        (3, Output in kinds),
        (2, bool(kinds & {Value, Warned})),
        (1, not _SILENT.match("".join(text for text, _ in runs))),
    ):
        if telling:
            return weight
    return 0


def _row(
    number: int, digits: int, runs: Sequence[Run], events: Sequence[Event], look: Look
) -> Line:
    sign = mark(events, look.ink)
    room = look.width - digits - 2 - (2 if sign else 0)
    said = clip(one_line(_said(events, look.words)).strip(), room * 3 // 5)
    code = _cut(runs, room - cell_len(said) - (2 if said else 0))
    used = sum(segment.cell_length for segment in code)
    role = "failure" if any(isinstance(event, Failure) for event in events) else "value"
    return [
        Segment(f"{number:>{digits}}  ", look.ink["line-number"]),
        *code,
        Segment(" " * (room - used - cell_len(said))),
        Segment(said, look.ink[role]),
        *([Segment(" "), sign] if sign else []),
    ]


def _said(events: Sequence[Event], words: Mapping[str, str]) -> str:
    """The one thing about a line that is worth its place."""
    for kind in _TELLING:
        # The last of a kind: it shows more of the result.
        for event in reversed(events):
            if isinstance(event, kind) and (text := _word(event, words)):
                return text
    printed = "".join(event.text for event in events if isinstance(event, Output))
    return printed.rstrip().rpartition("\n")[2]


_TELLING = (Failure, Claim, Showcase, Figure, Value, Warned)


def _word(event: Event, words: Mapping[str, str]) -> str:
    text = ""
    match event:
        case Failure():
            text = f"{FAILED} {event.type}: {event.message}"
        case Claim() if event.holds is False:
            claim = words["claim"].format(stated=event.stated, actual=event.actual)
            text = f"{DIFFERS} {claim}"
        case Showcase():
            text = f"{CALLED} {reason(event.remark, words) or event.result}"
        case Figure():
            text = words["figure"].format(width=event.width, height=event.height)
        case Value():
            text = event.summary
        case Warned():
            text = f"! {event.message}"
    return text


def _cut(runs: Sequence[Run], width: int) -> Line:
    """As much of a line of code as fits, with a sign where something is left out."""
    line: Line = []
    left = width
    for place, (text, style) in enumerate(runs, 1):
        rest = any(more.strip() for more, _ in runs[place:])
        if cell_len(text) + rest > left:
            return [*line, Segment(clip(f"{text}…", left), style)]
        line.append(Segment(text, style))
        left -= cell_len(text)
    return line
