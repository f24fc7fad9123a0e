"""The places of a snippet that are probed: bodies of loops and functions, names in them."""

from __future__ import annotations

import builtins
import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ast

    from .claims import Verdict
    from .telling import Told

installed = vars(builtins)
"""Where rewritten statements find what they call, under names that no snippet can write."""


def clear() -> None:
    """Take away what was put there."""
    for name in [name for name in installed if name.startswith("<")]:
        del installed[name]


class Scope:
    """A loop's or a function's body: how often it was begun, and whether its probes still work.

    Its names in `builtins`: `enter` begins a pass and answers whether it is one with probes,
    `tick` counts one without. A `for` asks `probing` instead, and its items count themselves
    by `counter` as they come.
    """

    def __init__(self, index: int, *, items: bool) -> None:
        self.counter, self.probing = f"<counter {index}>", f"<probing {index}>"
        self.enter, self.tick = f"<enter {index}>", f"<tick {index}>"
        self.probed = 0
        """Passes with probes."""
        self._items = items
        self._counts = itertools.count(1)
        installed[self.counter] = self._counts
        installed[self.tick] = self._counts.__next__
        installed[self.probing] = True

    def begin(self, *, enough: bool) -> bool:
        """Whether a pass that begins has probes; `enough`: no more than a first one should."""
        if not self._items:
            next(self._counts)
        if enough and self.probed:
            self._stop()
        if enough and self.probed and not self._items:
            return False
        self.probed += 1
        return True

    def unprobed(self) -> int:
        """How many passes there were without probes."""
        total = int(repr(self._counts)[len("count(") : -1]) - 1
        return total - self.probed

    def _stop(self) -> None:
        """Let later passes do without probes, and be counted by what is quick."""
        installed[self.probing] = False
        installed[self.enter] = itertools.compress(itertools.repeat(0), self._counts).__next__


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
