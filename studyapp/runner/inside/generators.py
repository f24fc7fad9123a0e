"""The generators of random numbers: their seeds, their states, and what seeds them."""

from __future__ import annotations

import ast
import random
import sys
from typing import Any

_SEEDS = {
    "torch.manual_seed": "torch",
    "torch.random.manual_seed": "torch",
    "manual_seed": "torch",
    "random.seed": "random",
    "np.random.seed": "numpy",
    "numpy.random.seed": "numpy",
}
_SEED_ALL = {"set_seed", "seed_everything", "seed_all", "set_random_seed"}
"""Functions that seed them all, in many a note."""


def seed(number: int) -> None:
    """Seed every generator that is loaded; each fork would repeat the same numbers anyway."""
    random.seed(number)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(number % (1 << 32))
    if "torch" in sys.modules:
        # The CPU's generator alone: `torch.manual_seed` goes through every backend.
        sys.modules["torch"].default_generator.manual_seed(number)


def states() -> dict[str, Any]:
    """What tells whether numbers were drawn, for each generator that is loaded."""
    states: dict[str, Any] = {"random": random.getstate()}
    if "numpy" in sys.modules:
        _, keys, position, *_ = sys.modules["numpy"].random.get_state()
        states["numpy"] = (keys.tobytes(), position)
    if "torch" in sys.modules:
        states["torch"] = sys.modules["torch"].default_generator.get_state().numpy().tobytes()
    return states


def seeded_by(call: ast.Call) -> tuple[str, ...]:
    """The generators that a call seeds."""
    name = dotted(call.func)
    if name.rpartition(".")[2] in _SEED_ALL:
        return ("torch", "numpy", "random")
    return (_SEEDS[name],) if name in _SEEDS else ()


def dotted(function: ast.expr) -> str:
    """`torch.random.manual_seed`; of what is no plain path, its last part."""
    if isinstance(function, ast.Attribute):
        before = dotted(function.value)
        return f"{before}.{function.attr}" if before else f"?.{function.attr}"
    return function.id if isinstance(function, ast.Name) else ""
