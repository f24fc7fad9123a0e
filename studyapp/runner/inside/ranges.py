"""How much was taken from ranges and the like, which nothing needs to count as it goes."""

from __future__ import annotations

import operator
import sys
from typing import Any, Iterator, List, Tuple  # noqa: UP035  Python 3.9

RANGE = type(iter(range(0)))
"""The iterator over a range: it can tell how much of it is left."""

_Given = List[Tuple[Iterator[Any], int]]  # noqa: UP006  Python 3.9 evaluates the alias
_MANY = 64


class Ranges:
    """Iterators that know their length, given to loops, each with its length at that moment."""

    def __init__(self) -> None:
        self._given: _Given = []
        self._done = 0
        self._most = _MANY

    def add(self, items: Iterator[Any]) -> Iterator[Any]:
        """The same iterator, which is looked at again when all is over."""
        if len(self._given) >= self._most:
            self._settle()
        self._given.append((items, operator.length_hint(items)))
        return items

    def passed(self) -> int:
        """How much was taken in all."""
        return self._done + sum(length - operator.length_hint(one) for one, length in self._given)

    def _settle(self) -> None:
        """Count and let go those that no loop holds any more."""
        counts = zip(self._given, _references(self._given))  # noqa: B905  Python 3.9
        running = [given for given, count in counts if count > _UNUSED]
        passed = self.passed()
        self._given = running
        self._done += passed - self.passed()
        self._most = max(_MANY, 2 * len(running))


def _references(given: _Given) -> list[int]:
    return [sys.getrefcount(items) for items, _ in given]


_UNUSED = _references([(iter(range(0)), 0)])[0]
"""The references to an iterator that only such a list holds."""
