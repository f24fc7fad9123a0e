"""The journals' events as the index keeps them: each is made when it is asked for."""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Protocol, TypeVar, overload

from studyapp.library.index.forms import form
from studyapp.schedule import events
from studyapp.schedule.events import Event

T = TypeVar("T")
R = TypeVar("R")
D = TypeVar("D")

_FORMS = {
    kind.event: form(kind)
    for kind in vars(events).values()
    if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event
}


def packed(event: Event) -> bytes:
    """An event as bytes."""
    return marshal.dumps((event.event, _FORMS[event.event].flat(event)))


def unpacked(data: bytes) -> Event:
    """The event that was packed."""
    name, values = marshal.loads(data)  # noqa: S302  from our own index, and it runs nothing
    event: Event = _FORMS[name].whole(values)
    return event


class Source(Protocol):
    """Where packed events lie."""

    def ids(self) -> Sequence[str]:
        """The ids of all."""

    def row(self, place: int) -> bytes:
        """The event at a place, packed."""

    def rows(self) -> Sequence[bytes]:
        """All events, packed."""


class PackedEvents(Sequence[Event]):
    """So many events, each brought from its source when it is asked for."""

    def __init__(self, number: int, source: Source) -> None:
        self._number = number
        self.source = source

    @cached_property
    def _all(self) -> list[Event]:
        return [*map(unpacked, self.source.rows())]

    @overload
    def __getitem__(self, place: int) -> Event: ...
    @overload
    def __getitem__(self, place: slice) -> list[Event]: ...
    def __getitem__(self, place: int | slice) -> Event | list[Event]:
        places = range(self._number)[place]
        if isinstance(places, int):
            return unpacked(self.source.row(places))
        return [self[one] for one in places]

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[Event]:
        return iter(self._all)


class Picked(Sequence[T]):
    """Those elements of a sequence that stand at some places."""

    __slots__ = ("_all", "places")

    def __init__(self, all_: Sequence[T], places: Sequence[int]) -> None:
        self._all = all_
        self.places = places

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple(self._all[one] for one in self.places[place])
        return self._all[self.places[place]]

    def __len__(self) -> int:
        return len(self.places)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and (*self,) == (*other,)

    __hash__ = None  # type: ignore[assignment]  # told by what it holds, as a list


class Unfolding(Mapping[str, T]):
    """Values by key that are made of their `rows` when they are asked for, each once."""

    def __init__(self, rows: Mapping[str, R], read: Callable[[R], T]) -> None:
        self.rows = rows
        self._read = read
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._made:
            self._made[key] = self._read(self.rows[key])
        return self._made[key]

    def get(self, key: str, default: D | None = None) -> T | D | None:  # type: ignore[override]  # its overloads say this
        """The value of a key, or the default; no error is raised and caught on the way."""
        return self[key] if key in self.rows else default

    def __contains__(self, key: object) -> bool:
        return key in self.rows

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)
