"""A snippet and what its run said so far, gathered by line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING

from studyapp.runner.events import (
    SCRATCH,
    Claim,
    Failure,
    Figure,
    Finished,
    Graph,
    Output,
    Showcase,
    Value,
    Warned,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from studyapp.runner.events import Event
    from studyapp.tui.widgets.snippet import Snippet

RESULT = "→"
"""What stands for the name of a bare expression's value."""
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Trace:
    """The events of one run, in order."""

    events: tuple[Event, ...] = ()
    scratch: tuple[str, ...] = ()
    """The lines that were tried in the state that the snippet left."""
    unprinted: Mapping[int | None, int] = field(default_factory=dict)
    """By line, how many lines of output were not kept."""
    aside: frozenset[Claim] = frozenset()
    """Claims that do not hold, and whose marks the person has set aside: none is drawn."""

    @property
    def finished(self) -> Finished | None:
        """How the run ended, if it has."""
        last = self.events[-1] if self.events else None
        return last if isinstance(last, Finished) else None

    @property
    def graph(self) -> Graph | None:
        """The autograd graph that was asked for, if there is one."""
        return next((event for event in self.events if isinstance(event, Graph)), None)

    @property
    def claims(self) -> list[Claim]:
        """The claims that could be judged, less those set aside."""
        judged = (event for event in self.events if isinstance(event, Claim))
        return [one for one in judged if one.holds is not None and one not in self.aside]

    @property
    def differing(self) -> list[Claim]:
        """The claims that do not hold, set aside or not."""
        claims = (event for event in self.events if isinstance(event, Claim))
        return [claim for claim in claims if claim.holds is False]

    def by_line(self, snippet: Snippet) -> dict[int | None, list[Event]]:
        """What to show beneath which line; None gathers what belongs to no line of the snippet.

        What a statement did stands beneath its last line, a failure beneath its own; what the
        scratch lines did has the line `SCRATCH`. A bare expression's value has no name, and none
        is shown where the line's comment says it truly; that a definition defines is not told.
        """
        ends, sources = snippet.statement_ends(), snippet.expressions()
        defined = snippet.definitions()
        told = (event for event in self.events if not self._is_left_out(event, defined))
        found: dict[int | None, list[Event]] = {}
        for line, group in groupby(told, key=lambda event: _place(event, ends)):
            place = line if line == SCRATCH or line in snippet.numbers else None
            found.setdefault(place, []).extend(group)
        return {
            line: events
            if line is None or line not in sources
            else [*_spared(events, sources[line])]
            for line, events in found.items()
        }

    def _is_left_out(self, event: Event, defined: Mapping[int, str]) -> bool:
        return event in self.aside if isinstance(event, Claim) else _defines(event, defined)


def _defines(event: Event, defined: Mapping[int, str]) -> bool:
    return isinstance(event, Value) and defined.get(event.line) == event.name


def _spared(events: list[Event], source: str) -> Iterator[Event]:
    confirmed = any(isinstance(event, Claim) and event.holds for event in events)
    for event in events:
        if not isinstance(event, Value) or not _names(event.name, source):
            yield event
        elif not confirmed:
            yield replace(event, name=RESULT)


def _names(name: str, source: str) -> bool:
    """Whether `name`, cut where it is long, is the source of an expression."""
    return name == source or (name.endswith(_CUT) and source.startswith(name.removesuffix(_CUT)))


def _place(event: Event, ends: Mapping[int, int]) -> int | None:
    match event:
        case Failure():
            return event.line
        case Value() if "pass" in event.details:
            return event.line
        case Value() | Claim() | Showcase():
            return ends.get(event.line, event.line)
        case Output() | Figure() | Warned() if event.line is not None:
            return ends.get(event.line, event.line)
        case _:
            return None
