"""One order for the events of several devices."""

from collections.abc import Mapping, Sequence

from studyapp.schedule.events import Event


def merge(by_device: Mapping[str, Sequence[Event]]) -> list[Event]:
    """Put events in order: their place within a device; across devices by time, then name."""
    raise NotImplementedError
