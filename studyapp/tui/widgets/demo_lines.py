"""A demo drawn as lines: code with the note's numbers, and beneath each line what it did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment

from studyapp.notes.visible import visible
from studyapp.runner.events import Claim, Failure, Finished, Output, Value
from studyapp.tui.widgets.code import code_line
from studyapp.tui.widgets.demo_words import reason
from studyapp.tui.widgets.highlight import styled, token_lines
from studyapp.tui.widgets.inline import one_line
from studyapp.tui.widgets.wrap import clip, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from studyapp.runner.events import Event
    from studyapp.tui.widgets.ink import Ink
    from studyapp.tui.widgets.trace import Snippet, Trace
    from studyapp.tui.widgets.wrap import Line, Run

HOLDS, DIFFERS, FAILED = "✓", "≠", "✗"
_INDENT = 2
_NAME = 12
"""Cells that names are aligned within; a longer one pushes its own value to the right."""
_MOST_OUTPUT = 100
_MOST_CLAIM = 60


@dataclass(frozen=True, slots=True)
class Look:
    """How a demo is drawn: cells across, the theme's styles, the language's words."""

    width: int
    ink: Ink
    words: Mapping[str, str]


def draw(snippet: Snippet, trace: Trace, look: Look) -> list[Line]:
    """Every line of the snippet, each followed by what it bound, printed, claimed or raised."""
    found = trace.by_line(snippet)
    digits = len(str(snippet.numbers[-1]))
    shown = (event for events in found.values() for event in events)
    names = (cell_len(one_line(event.name)) for event in shown if isinstance(event, Value))
    breadth = min(_NAME, max(names, default=0))
    lines: list[Line] = []
    for number, runs in numbered(snippet, look.ink):
        events = found.get(number, [])
        lines += _code(number, digits, runs, mark(events, look.ink), look)
        lines += _beneath(events, digits + 2 + _INDENT, breadth, look)
    lines += _beneath(found.get(None, []), 0, breadth, look)
    return lines


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


def _beneath(events: Sequence[Event], indent: int, breadth: int, look: Look) -> Iterator[Line]:
    printed = "".join(event.text for event in events if isinstance(event, Output))
    if printed:
        yield from _output(printed, indent, look)
    for event in events:
        match event:
            case Value():
                name = [(one_line(event.name), look.ink["name"])]
                yield from _pair(name, breadth, (event.summary, "value"), indent, look)
            case Claim() if event.holds is False:
                text = look.words["claim"].format(
                    stated=clip(one_line(event.stated), _MOST_CLAIM),
                    actual=clip(one_line(event.actual), _MOST_CLAIM),
                )
                yield from _note(DIFFERS, text, "differs", indent, look)
            case Failure():
                yield from _failure(event, indent, look)
            case Finished() if event.reason:
                yield from _note("·", reason(event.reason, look.words), "faint", indent, look)
            case _:
                pass


def _output(text: str, indent: int, look: Look) -> Iterator[Line]:
    bar = Segment(" " * indent + "▏", look.ink["faint"])
    lines = visible(text).removesuffix("\n").split("\n")
    for line in lines[:_MOST_OUTPUT]:
        for piece in wrap([(line, look.ink["output"])], look.width - bar.cell_length):
            yield [bar, *piece]
    if len(lines) > _MOST_OUTPUT:
        more = look.words["more"].format(count=f"{len(lines) - _MOST_OUTPUT:,}")
        yield [bar, Segment(clip(more, look.width - bar.cell_length), look.ink["faint"])]


def _failure(failure: Failure, indent: int, look: Look) -> Iterator[Line]:
    text = ": ".join(part for part in (failure.type, failure.message) if part)
    if not indent and failure.line is not None:
        text = look.words["at_line"].format(line=failure.line, failure=text)
    yield from _note(FAILED, text, "failure", indent, look)


def _note(sign: str, text: str, role: str, indent: int, look: Look) -> Iterator[Line]:
    return _pair([(sign, look.ink[role])], 1, (text, role), indent, look, gap=1)


def _pair(
    head: Sequence[Run],
    breadth: int,
    body: tuple[str, str],
    indent: int,
    look: Look,
    *,
    gap: int = 2,
) -> Iterator[Line]:
    """A short head, and its text beside it with a hanging indent."""
    text, role = body
    used = max(breadth, sum(cell_len(part) for part, _ in head))
    hang = indent + used + gap
    if hang > look.width // 2:
        yield from wrap(
            [
                (" " * indent, look.ink[role]),
                *head,
                (" " * gap, look.ink[role]),
                (visible(text), look.ink[role]),
            ],
            look.width,
        )
        return
    for index, line in enumerate(wrap([(visible(text), look.ink[role])], look.width - hang)):
        if index:
            yield [Segment(" " * hang), *line]
        else:
            spare = used + gap - sum(cell_len(part) for part, _ in head)
            yield [
                Segment(" " * indent),
                *(Segment(*run) for run in head),
                Segment(" " * spare),
                *line,
            ]
