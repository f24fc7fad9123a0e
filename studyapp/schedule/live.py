"""What a person did and has not taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, overload

from studyapp.schedule.events import (
    Bury,
    Claim,
    Cram,
    Event,
    Flag,
    Known,
    Reschedule,
    Reset,
    Review,
    Suspend,
)
from studyapp.schedule.strand import Strand

if TYPE_CHECKING:
    from datetime import date

_ACTS = (Review, Cram, Suspend, Flag, Bury, Known, Reset, Claim)


class Live(Sequence[Event]):
    """The person's own live acts among `events`, in order: the last is the first to undo.

    They are looked for when they are asked for, from the end if that is enough.
    """

    def __init__(self, events: Sequence[Event] = (), undone: frozenset[str] = frozenset()) -> None:
        self._events = events if isinstance(events, Strand) else Strand(events)
        self._undone = undone

    def plus(self, events: Iterable[Event]) -> Live:
        """These, and what is live of further `events`."""
        return Live(self._events.plus(events), self._undone)

    def ending(self, event: Event) -> Live:
        """These with another event in the place of the last of all."""
        return Live(self._events.ending(event), self._undone)

    @cached_property
    def _all(self) -> list[Event]:
        return [event for event in self._events if self._counts(event)]

    def _counts(self, event: Event) -> bool:
        moved = isinstance(event, Reschedule) and event.here
        return (moved or isinstance(event, _ACTS)) and event.id not in self._undone

    @overload
    def __getitem__(self, place: int) -> Event: ...
    @overload
    def __getitem__(self, place: slice) -> list[Event]: ...
    def __getitem__(self, place: int | slice) -> Event | list[Event]:
        if place == -1 and (last := next(reversed(self), None)):
            return last
        return self._all[place]

    def __len__(self) -> int:
        return len(self._all)

    def __bool__(self) -> bool:
        return next(reversed(self), None) is not None

    def __iter__(self) -> Iterator[Event]:
        return iter(self._all)

    def __reversed__(self) -> Iterator[Event]:
        return filter(self._counts, reversed(self._events))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all == [*other]

    __hash__ = None  # type: ignore[assignment]  # told by what it holds, as a list


def answers(events: Iterable[Event], before: Mapping[date, int] | None = None) -> dict[date, int]:
    """How many grades were given on each study day, those outside the schedule too."""
    found = dict(before or {})
    for event in events:
        if isinstance(event, Review | Cram):
            found[event.day] = found.get(event.day, 0) + 1
    return found
