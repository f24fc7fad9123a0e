"""Events as JSON-ready mappings, and back.

Errors: `EventError` is a `ValueError` that carries the field and the reason.
"""

from collections.abc import Callable, Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any

from studyapp.schedule import events
from studyapp.schedule.events import VERSION, Event
from studyapp.schedule.grades import Grade


class EventError(ValueError):
    """A record is no event that this version can read."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason


def encode(event: Event) -> dict[str, Any]:
    """Turn an event into a mapping that JSON can hold, common fields first."""
    raise NotImplementedError


def decode(record: Mapping[str, Any]) -> Event:
    """Read an event; fields that it does not have are ignored.

    Raises:
        EventError: A field is missing or unreadable, or the event's name is unknown.
    """
    raise NotImplementedError
