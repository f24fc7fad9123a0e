"""Which events in a journal are one act, and which of them can be taken back."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from studyapp.schedule.events import Adopt, CardSeen, Event, Wrote

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from studyapp.library.acts import Stamp

PART = "+"
"""What stands in an event's id between its act's own id and its number."""


def part(stamp: Stamp, number: int) -> Stamp:
    """A stamp for one of several events that are one act: they are undone together."""
    return replace(stamp, id=f"{stamp.id}{PART}{number}")


def last(live: Sequence[Event]) -> list[Event]:
    """The events of the last act among `live` ones, in order; none if there was none."""
    ending = takewhile(lambda event: _act(event) == _act(live[-1]), reversed(live))
    return [*ending][::-1]


def _act(event: Event) -> str:
    return event.id.partition(PART)[0]


def undoable(events: Iterable[Event], undone: Collection[str]) -> dict[str, Event]:
    """The live events that may be taken back, by id.

    Not what is merely noted down beside an act: a card's text, a note's first adoption.
    """
    found: dict[str, Event] = {}
    adopted: set[str] = set()
    for event in events:
        first = isinstance(event, Adopt) and event.note not in adopted
        if isinstance(event, Adopt):
            adopted.add(event.note)
        if event.id not in undone and not first and not isinstance(event, CardSeen | Wrote):
            found[event.id] = event
    return found
