"""Whether a snippet's values may differ from run to run, so that no claim can be wrong."""

from __future__ import annotations

import ast
import random
import sys
from typing import Any, Iterable  # noqa: UP035  Python 3.9

_SEEDING = {"manual_seed", "manual_seed_all", "seed", "seed_everything", "set_seed"}
_UNSURE = {
    "data_ptr",
    "default_rng",
    "empty",
    "empty_like",
    "empty_strided",
    "hash",
    "id",
    "max_memory_allocated",
    "memory_allocated",
    "monotonic",
    "new_empty",
    "now",
    "perf_counter",
    "RandomState",
    "time",
    "urandom",
    "uuid4",
}


class Chance:
    """Knows the random state at the start; asked when a claim seems not to hold."""

    def __init__(self, trees: Iterable[ast.AST]) -> None:
        called = {
            _name(n.func) for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Call)
        }
        self._seeded = bool(called & _SEEDING)
        self._unsure = bool(called & _UNSURE)
        self._start = _state()

    def played(self) -> bool:
        """Whether unseeded numbers were drawn, or something is called that is never the same."""
        return self._unsure or (not self._seeded and _state() != self._start)


def seed(number: int) -> None:
    """Seed every generator that is loaded; each fork would repeat the same numbers anyway."""
    random.seed(number)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(number % (1 << 32))
    if "torch" in sys.modules:
        # The CPU's generator alone: `torch.manual_seed` goes through every backend.
        sys.modules["torch"].default_generator.manual_seed(number)


def _state() -> tuple[Any, ...]:
    state: tuple[Any, ...] = (random.getstate(),)
    if "numpy" in sys.modules:
        _, keys, position, *_ = sys.modules["numpy"].random.get_state()
        state += (keys.tobytes(), position)
    if "torch" in sys.modules:
        state += (sys.modules["torch"].default_generator.get_state().numpy().tobytes(),)
    return state


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
