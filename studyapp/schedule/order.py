"""One order for the events of several devices."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from studyapp.schedule.events import Event


def merge(by_device: Mapping[str, Sequence[Event]]) -> list[Event]:
    """Put events in order: their place within a device; across devices by time, then name.

    A clock that was set back must not tear a device's own events apart, so an event's time is
    the latest that its device had reached. An id that occurs twice counts once, where it is first.
    """
    ranked = sorted(
        (
            (reached, device, place, event)
            for device, events in by_device.items()
            for place, (reached, event) in enumerate(_with_time_reached(events))
        ),
        key=lambda row: row[:3],
    )
    once: dict[str, Event] = {}
    for *_, event in ranked:
        once.setdefault(event.id, event)
    return list(once.values())


def _with_time_reached(events: Sequence[Event]) -> Iterator[tuple[datetime, Event]]:
    reached: datetime | None = None
    for event in events:
        reached = event.at if reached is None else max(reached, event.at)
        yield reached, event
