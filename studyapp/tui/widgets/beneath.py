"""What stands beneath a line of a demo: what it printed, bound, claimed, called, drew, raised."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.segment import Segment

from studyapp.notes.visible import one_line, visible
from studyapp.runner.events import Claim, Failure, Figure, Finished, Output, Showcase, Value, Warned
from studyapp.tui.widgets.called import called
from studyapp.tui.widgets.demo_words import reason
from studyapp.tui.widgets.look import DIFFERS, FAILED, INDENT
from studyapp.tui.widgets.pairs import pair, signed
from studyapp.tui.widgets.parts import parts
from studyapp.tui.widgets.picture import picture
from studyapp.tui.widgets.wrap import clip, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studyapp.runner.events import Event
    from studyapp.tui.widgets.look import Look
    from studyapp.tui.widgets.wrap import Line

MOST_LINES = 100
"""Lines that one statement's output is drawn on."""
_MOST_CLAIM = 60


def beneath(
    events: Sequence[Event],
    indent: int,
    breadth: int,
    look: Look,
    unprinted: Mapping[int | None, int],
) -> Iterator[Line]:
    """The lines for what one line of code did; `unprinted` counts output that was not kept.

    Names stand in a column of `breadth` cells.
    """
    printed = [event for event in events if isinstance(event, Output)]
    if printed:
        text = "".join(event.text for event in printed)
        left = sum(unprinted.get(line, 0) for line in {event.line for event in printed})
        yield from _output(text, left, indent, look)
    for event in _by_name(events):
        match event:
            case Value():
                yield from _value(event, indent, breadth, look)
            case Claim() if event.holds is False:
                text = look.words["claim"].format(
                    stated=clip(one_line(event.stated), _MOST_CLAIM),
                    actual=clip(one_line(event.actual), _MOST_CLAIM),
                )
                yield from _note(DIFFERS, text, "differs", indent, look)
            case Showcase():
                yield from called(event, indent, look)
            case Warned():
                yield from _note("!", event.message, "faint", indent, look)
            case Figure():
                yield from _figure(event, indent, look)
            case Failure():
                yield from _failure(event, indent, look)
            case Finished() if event.reason:
                yield from _note("·", reason(event.reason, look.words), "faint", indent, look)
            case _:
                pass


def _by_name(events: Sequence[Event]) -> Iterator[Event]:
    """What a loop's passes bound, each name's passes together; all else in its order."""
    for looped, group in groupby(
        events, key=lambda e: isinstance(e, Value) and "pass" in e.details
    ):
        if not looped:
            yield from group
            continue
        passes: dict[str, list[Event]] = {}
        for event in group:
            if isinstance(event, Value):
                passes.setdefault(event.name, []).append(event)
        for same in passes.values():
            yield from same


def _in_loop(event: Event) -> bool:
    return isinstance(event, Value) and "pass" in event.details


def _told(value: Value, words: Mapping[str, str]) -> str:
    """A value's summary; within a loop also which time this was."""
    at, of = value.details.get("pass"), value.details.get("passes")
    if not isinstance(at, int) or of == 1:
        return value.summary
    when = words["pass_of"].format(at=at, of=of) if of else words["pass"].format(at=at)
    return f"{when}  {value.summary}"


def _value(value: Value, indent: int, breadth: int, look: Look) -> Iterator[Line]:
    first = value.details.get("pass", 1) == 1
    name = [(one_line(value.name) if first else "", look.ink["name"])]
    text = _told(value, look.words)
    yield from pair(name, text, look.ink["value"], indent=indent, breadth=breadth, width=look.width)
    yield from parts(value.details.get("children"), indent + INDENT, look)


def _output(text: str, unprinted: int, indent: int, look: Look) -> Iterator[Line]:
    bar = Segment(" " * indent + "▏", look.ink["faint"])
    lines = visible(text).removesuffix("\n").split("\n")
    for line in lines[:MOST_LINES]:
        for piece in wrap([(line, look.ink["output"])], look.width - bar.cell_length):
            yield [bar, *piece]
    if unseen := len(lines[MOST_LINES:]) + unprinted:
        more = look.words["more"].format(count=f"{unseen:,}")
        yield [bar, Segment(clip(more, look.width - bar.cell_length), look.ink["faint"])]


def _figure(figure: Figure, indent: int, look: Look) -> Iterator[Line]:
    text = look.words["figure"].format(width=figure.width, height=figure.height)
    for line in picture(figure.png, look.width - indent):
        yield [Segment(" " * indent), *line]
    yield [Segment(clip(" " * indent + text, look.width), look.ink["faint"])]


def _failure(failure: Failure, indent: int, look: Look) -> Iterator[Line]:
    text = ": ".join(part for part in (failure.type, failure.message) if part)
    if not indent and failure.line is not None:
        text = look.words["at_line"].format(line=failure.line, failure=text)
    yield from _note(FAILED, text, "failure", indent, look)


def _note(sign: str, text: str, role: str, indent: int, look: Look) -> Iterator[Line]:
    return signed(sign, text, look.ink[role], indent=indent, width=look.width)
