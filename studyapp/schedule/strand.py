"""A sequence that grows at its end while its shorter selves stay as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar, overload

T = TypeVar("T")


class Strand(Sequence[T]):
    """`base` and what was put behind it; a longer one is made at the cost of the new end alone."""

    __slots__ = ("_length", "_tail", "base")

    def __init__(self, base: Sequence[T] = ()) -> None:
        self.base = base
        self._tail: list[T] = []  # shared with those that are longer
        self._length = 0

    def plus(self, more: Iterable[T]) -> Strand[T]:
        """This one with `more` at its end."""
        grown = Strand(self.base)
        ours = len(self._tail) == self._length
        grown._tail = self._tail if ours else self._tail[: self._length]
        grown._tail.extend(more)
        grown._length = len(grown._tail)
        return grown

    def ending(self, last: T) -> Strand[T]:
        """This one with another last element."""
        if not self._length:
            return Strand(self.base[:-1]).plus([last])
        other = Strand(self.base)
        other._tail = self.tail
        other._tail[-1] = last
        other._length = self._length
        return other

    @property
    def tail(self) -> list[T]:
        """What was put behind `base`."""
        return self._tail[: self._length]

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(len(self))[place])
        place = range(len(self))[place]
        before = len(self.base)
        return self.base[place] if place < before else self._tail[place - before]

    def __len__(self) -> int:
        return len(self.base) + self._length

    def __iter__(self) -> Iterator[T]:
        yield from self.base
        yield from islice(self._tail, self._length)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and [*self] == [*other]

    __hash__ = None  # type: ignore[assignment]  # told by what it holds, as a list
