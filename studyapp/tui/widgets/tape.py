"""The events of a run as they come in, as many as are worth drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.runner.events import Failure, Finished, Graph, Output, Showcase
from studyapp.tui.widgets.beneath import MOST_LINES
from studyapp.tui.widgets.trace import Trace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.runner.events import Event

MOST = 2000
"""Events of one run that are kept; a flood of values tells nobody more than its beginning."""
_LONGEST = 10_000
"""Characters of one statement's output."""
_ALWAYS = (Failure, Finished, Graph, Showcase)


class Tape:
    """One run's events. Output is gathered by line, and only the beginning of much is kept."""

    def __init__(self, events: Iterable[Event] = (), scratch: tuple[str, ...] = ()) -> None:
        self._events: list[Event] = []
        self._printed: dict[int | None, _Printed] = {}
        self._scratch = scratch
        for event in events:
            self.add(event)

    def __bool__(self) -> bool:
        return bool(self._events or self._printed)

    def add(self, event: Event) -> None:
        """Take the next event."""
        if isinstance(event, Output):
            self._printed.setdefault(event.line, _Printed()).add(event.text)
        elif len(self._events) < MOST or isinstance(event, _ALWAYS):
            self._events.append(event)

    def trace(self) -> Trace:
        """All that is known now; output first, since that has a place of its own."""
        printed = [Output(line, one.text) for line, one in self._printed.items()]
        unprinted = {line: one.left for line, one in self._printed.items()}
        return Trace((*printed, *self._events), self._scratch, unprinted)


class _Printed:
    """What one statement printed: its first lines, and how many more there were."""

    def __init__(self) -> None:
        self.text = ""
        self.left = 0
        self._lines = 0

    def add(self, text: str) -> None:
        lines = text.count("\n")
        if self._lines < MOST_LINES and len(self.text) < _LONGEST:
            kept, cut = _first_lines(text, MOST_LINES - self._lines)
            self.text += kept[:_LONGEST]
            self.left += cut
        else:
            self.left += lines
        self._lines += lines


def _first_lines(text: str, most: int) -> tuple[str, int]:
    """At most so many lines of `text`, and how many are left out."""
    lines = text.split("\n", most)
    if len(lines) <= most:
        return text, 0
    rest = lines.pop()
    return "\n".join(lines) + "\n", rest.count("\n")
