"""The places of a snippet that are probed: bodies of loops and functions, names in them."""

from __future__ import annotations

import builtins
import itertools
import operator
import sys
from threading import get_ident
from typing import TYPE_CHECKING, Any, Callable, Iterator  # noqa: UP035  Python 3.9

from .ranges import RANGE, Ranges

if TYPE_CHECKING:
    import ast

    from .claims import Verdict
    from .telling import Told

_EVER = sys.maxsize
"""More passes than any loop makes."""

installed = vars(builtins)
"""Where rewritten statements find what they call, under names that no snippet can write."""


def clear() -> None:
    """Take away what was put there."""
    for name in [name for name in installed if name.startswith("<")]:
        del installed[name]


class Scope:
    """A loop's or a function's body: how often it was begun, and whether its probes still work.

    Its names in `builtins`. A function asks `probing` and `enter` whether a call has probes. A
    loop stands there twice, and its second half goes on where probes stopped: a `for` takes its
    items from `head` and then from `rest`, a `while` asks `enter` before its test and then
    `left`, and says `passed`. A pass without probes takes one of `passes`, one of an `ever` that
    its loop has to itself and, when its test fails, one too many, so that it says `over`; where
    items come anyhow, it takes the next of `counter`.
    """

    def __init__(self, index: int, is_enough: Callable[[], bool]) -> None:
        self.probing, self.enter, self.passed = _named("probing", "enter", "passed", index=index)
        self.head, self.rest, self.left = _named("head", "rest", "left", index=index)
        self.passes, self.ever, self.over = _named("passes", "ever", "over", index=index)
        (self.counter,) = _named("counter", index=index)
        self.probed = 0
        """Passes with probes."""
        self._is_enough = is_enough
        self._unprobed = itertools.repeat((), _EVER)
        self._counts = itertools.count(1)
        self._over = 0
        self._ranges = Ranges()
        self._halves: dict[int, Iterator[Any]] = {}
        """By thread, what the second half of a loop that has just stopped goes on with."""
        installed["<iter>"] = iter
        installed[self.probing] = True
        installed[self.enter] = self._enter
        installed[self.head] = self._head
        installed[self.rest] = self._rest
        installed[self.left] = lambda: self._halves.pop(get_ident(), None) is not None
        installed[self.passed] = self._pass
        installed[self.passes] = self._unprobed
        installed[self.ever] = lambda: self._ranges.add(itertools.repeat((), _EVER))
        installed[self.over] = self._give_back
        installed[self.counter] = self._counts

    def unprobed(self) -> int:
        """How many passes there were without probes."""
        items = int(repr(self._counts)[len("count(") : -1]) - 1
        taken = _EVER - operator.length_hint(self._unprobed)
        return items + taken + self._ranges.passed() - self._over

    def _give_back(self) -> None:
        self._over += 1

    def _pass(self) -> None:
        self.probed += 1

    def _has_probes(self) -> bool:
        """Whether the pass to come has probes: a first one always does."""
        return not (self.probed and self._is_enough())

    def _enter(self) -> bool:
        if self._has_probes():
            return True
        installed[self.probing] = False
        self._halves[get_ident()] = iter(())
        return False

    def _head(self, items: Iterator[Any]) -> Iterator[Any]:
        """The items of the passes with probes; the others are kept for `rest`."""

        def goes_on() -> bool:
            if self._has_probes():
                return True
            self._halves[get_ident()] = items
            return False

        def taken(_: bool, item: Any) -> Any:  # noqa: FBT001  as map passes it
            self.probed += 1
            return item

        return map(taken, iter(goes_on, False), items)  # noqa: FBT003  the sentinel

    def _rest(self) -> Iterator[Any]:
        items = self._halves.pop(get_ident(), iter(()))
        if isinstance(items, RANGE):
            return self._ranges.add(items)
        return itertools.compress(items, self._counts)


def _named(*names: str, index: int) -> Iterator[str]:
    return (f"<{name} {index}>" for name in names)


class Site:
    """One probe: the name that it tells, at its line, and how often it did."""

    def __init__(
        self, statement: ast.stmt, name: str, line: int, scope: Scope | None, *, always: bool
    ) -> None:
        self.statement = statement
        self.name = name
        self.line = line
        self.hits = 0
        self.first = ""
        """The summary of the first value."""
        self.last: Told | None = None
        self.last_hit = 1
        self.verdicts: list[Verdict] = []
        self.scope = scope
        self._always = always

    def total(self) -> int | None:
        """How often its line was passed; None where only a part of that was seen."""
        unprobed = self.scope.unprobed() if self.scope else 0
        return self.hits + unprobed if self._always or not unprobed else None
