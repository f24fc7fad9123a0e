"""Names that a note's code reads and leaves out, lent to it where their meaning is plain."""

from __future__ import annotations

import re
import sys
from typing import Any, Callable, Mapping, TypeVar  # noqa: UP035  Python 3.9

from . import prelude
from .sizes import Sizes
from .stand_ins import StandIns, role

T = TypeVar("T")

_FUNCTIONS: Mapping[str, str] = {
    "softmax": "torch.nn.functional:softmax",
    "relu": "torch.nn.functional:relu",
    "gelu": "torch.nn.functional:gelu",
    "silu": "torch.nn.functional:silu",
    "sigmoid": "torch:sigmoid",
    "tanh": "torch:tanh",
    "exp": "torch:exp",
    "matmul": "torch:matmul",
    "sqrt": "math:sqrt",
    "log": "torch:log",
    "scaled_dot_product_attention": "torch.nn.functional:scaled_dot_product_attention",
    "dropout": "torch.nn.functional:dropout",
}
_ARRAYS: Mapping[str, str] = {
    "exp": "numpy:exp",
    "sqrt": "numpy:sqrt",
    "tanh": "numpy:tanh",
    "log": "numpy:log",
}


class Lender:
    """Runs code, and again with one more name each time that one is missing."""

    def __init__(self, namespace: dict[str, Any], kind: str) -> None:
        self._namespace = namespace
        self._kind = kind
        self._sizes = Sizes()
        self.told: list[str] = []
        """Such as `d_k = 8`."""

    def lending(self, action: Callable[[], T]) -> T:
        """The action's answer; a name that nobody can guess raises as it does for Python."""
        lent: list[str] = []
        try:
            while True:
                try:
                    return action()
                except NameError as error:
                    name = _name(error)
                    found = self._guess(name)
                    if not found or name in self._namespace:
                        raise
                    self._namespace[name] = found[0]
                    self.told.append(f"{name} = {found[1]}")
                    lent.append(name)
        finally:
            for name in lent:
                del self._namespace[name]

    def _guess(self, name: str) -> tuple[Any, str] | None:
        """The value and its text."""
        functions = _ARRAYS if self._kind == "numpy" else _FUNCTIONS
        if name in functions:
            return prelude.resolve(functions[name]), functions[name].replace(":", ".")
        part = role(name)
        if part in {"criterion", "device"} and "torch" in sys.modules:
            value = StandIns(self._sizes).make(part)
            return value, repr(value)
        size = self._sizes.of(name) if len(name) > 1 else None
        return None if size is None else (size, str(size))


def _name(error: NameError) -> str:
    """The unknown name; before Python 3.10 only the message has it."""
    found = re.search(r"name '(\w+)' is not defined", str(error))
    return found.group(1) if found else ""
