"""Events as JSON-ready mappings, and back.

Errors: `EventError` is a `ValueError` that carries the field and the reason.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date, datetime
from types import NoneType
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


def _version(value: object) -> int:
    version = _whole(value)
    if not 1 <= version <= VERSION:
        raise ValueError(f"version {version} is not known here")
    return version


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"expected text, found {value!r}")
    return value


def _whole(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"expected a whole number, found {value!r}")
    return value


def _knows(value: object) -> int:
    known = _whole(value)
    if known not in (1, 2, 3):
        raise ValueError(f"expected 1, 2 or 3, found {known}")
    return known


def _number(value: object) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError(f"expected a number, found {value!r}")
    return float(value)


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"expected true or false, found {value!r}")
    return value


def _day(value: object) -> date:
    return date.fromisoformat(_text(value))


def _moment(value: object) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError(f"{value!r} has no UTC offset")
    return moment


def _grade(value: object) -> Grade:
    return Grade(_whole(value))


def _line(value: object) -> int | None:
    return None if value is None else _whole(value)


def _ids(value: object) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        raise TypeError(f"expected a list, found {value!r}")
    return tuple(_text(item) for item in value)


def _texts(value: object) -> dict[str, str | None]:
    if not isinstance(value, Mapping):
        raise TypeError(f"expected an object, found {value!r}")
    return {_text(key): None if text is None else _text(text) for key, text in value.items()}


# A field means the same in every event that has it, so its name tells how to read it.
_READERS: Mapping[str, Callable[[object], object]] = (
    {"v": _version, "at": _moment, "grade": _grade, "seconds": _number, "line": _line}
    | {"knows": _knows}
    | dict.fromkeys(("day", "due", "until"), _day)
    | dict.fromkeys(("on", "block", "here"), _switch)
    | dict.fromkeys(("values", "canonical", "before", "after"), _texts)
    | {"cards": _ids}
)

_PLAIN = frozenset({str, float, int, bool, dict, NoneType})

_CLASSES: dict[str, type[Event]] = {
    cls.event: cls
    for cls in vars(events).values()
    if isinstance(cls, type) and issubclass(cls, Event) and cls is not Event
}

_FIELDS: dict[str, tuple[tuple[str, Callable[[object], object], bool], ...]] = {
    name: tuple(
        (field.name, _READERS.get(field.name, _text), field.default is MISSING)
        for field in fields(cls)
    )
    for name, cls in _CLASSES.items()
}


def encode(event: Event) -> dict[str, Any]:
    """Turn an event into a mapping that JSON can hold, common fields first."""
    at, day, name = event.at.isoformat(), event.day.isoformat(), event.event
    record = {"v": event.v, "id": event.id, "at": at, "day": day, "event": name}
    for field, _, _ in _FIELDS[name]:
        if field not in record:
            value = getattr(event, field)
            record[field] = value if type(value) in _PLAIN else _plain(value)
    return record


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Grade):
        return int(value)
    if isinstance(value, tuple):
        return list(value)
    return dict(value) if isinstance(value, Mapping) else value


def decode(record: Mapping[str, Any]) -> Event:
    """Read an event; fields that it does not have are ignored.

    Raises:
        EventError: A field is missing or unreadable, or the event's name is unknown.
    """
    name = record.get("event")
    if not isinstance(name, str) or name not in _CLASSES:
        raise EventError("event", f"unknown event {name!r}")
    found: dict[str, Any] = {}
    for field, read, required in _FIELDS[name]:
        if field in record:
            found[field] = _read(field, read, record[field])
        elif required:
            raise EventError(field, "is missing")
    return _CLASSES[name](**found)


def _read(field: str, read: Callable[[object], object], value: object) -> object:
    try:
        return read(value)
    except (TypeError, ValueError) as error:
        raise EventError(field, str(error)) from error
