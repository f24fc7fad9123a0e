"""Patience with the blocks before a target that only defines things.

What it defines may never need them, so that their failures are theirs alone, and so is their time.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, ContextManager  # noqa: UP035  Python 3.9

from . import names
from .attempt import Clock, Late

if TYPE_CHECKING:
    import ast

    from .block import Block

_SECONDS = 2.0
"""For all of them together."""


class Lenience:
    """Forgives, and remembers the first that it forgave."""

    def __init__(self, target: Block) -> None:
        self._active = target.only_defines
        self._clock = Clock(_SECONDS, lambda: None)
        self.forgiven: BaseException | None = None
        self.block = target
        """The one that failed, if any did."""

    def limit(self, statement: ast.stmt) -> ContextManager[None]:
        """The time for one statement; definitions take none."""
        free = not self._active or names.defines(statement)
        return contextlib.nullcontext() if free else self._clock.limit(_SECONDS)

    def forgives(self, error: BaseException, block: Block) -> bool:
        """Whether the run may go on after `error`."""
        if self._active and isinstance(error, (Exception, Late)) and not self.forgiven:
            self.forgiven, self.block = error, block
        return self._active
