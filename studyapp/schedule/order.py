"""One order for the events of several devices."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from studyapp.schedule.events import Event


class Rank(NamedTuple):
    """An event's place among all: the time its device had reached, the device, its place there."""

    reached: datetime
    device: str
    place: int


def merge(by_device: Mapping[str, Sequence[Event]]) -> list[Event]:
    """Put events in order: their place within a device; across devices by time, then name.

    A clock that was set back must not tear a device's own events apart, so an event's time is
    the latest that its device had reached. An id that occurs twice counts once, where it is first.
    """
    return once(event for _, event in ranked(by_device, {}))


def ranked(
    by_device: Mapping[str, Sequence[Event]], last: Mapping[str, Rank]
) -> list[tuple[Rank, Event]]:
    """Put events in order, where each device had come to its `last` rank before."""
    return sorted(
        (
            row
            for device, events in by_device.items()
            for row in _ranks(device, events, last.get(device))
        ),
        key=lambda row: row[0],
    )


def once(events: Iterable[Event]) -> list[Event]:
    """Leave out events whose id came before."""
    found: dict[str, Event] = {}
    for event in events:
        found.setdefault(event.id, event)
    return list(found.values())


def _ranks(device: str, events: Sequence[Event], last: Rank | None) -> Iterator[tuple[Rank, Event]]:
    for event in events:
        reached = max(event.at, last.reached) if last else event.at
        last = Rank(reached, device, last.place + 1 if last else 0)
        yield last, event
