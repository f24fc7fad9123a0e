"""What goes on in a module while it is called: the shapes through each submodule."""

from __future__ import annotations

import contextlib
from typing import Any, Dict, Iterator, List, Tuple  # noqa: UP035  Python 3.9

from . import tensors

MOST_STEPS = 12

Steps = List[Tuple[str, str]]  # noqa: UP006  Python 3.9 evaluates the alias
"""Name and summary, such as `("fc", "Linear  (2, 8) → (2, 3)")`."""


class Witness:
    """Notes each submodule's first pass, outer before inner."""

    def __init__(self) -> None:
        self._seen: Dict[str, str] = {}  # noqa: UP006  as above

    @contextlib.contextmanager
    def watch(self, module: Any) -> Iterator[None]:
        """Hook into all submodules of `module` for a while."""
        handles = []
        for name, part in module.named_modules():
            if name:
                handles += [
                    part.register_forward_pre_hook(lambda *_, name=name: self._enter(name)),
                    part.register_forward_hook(
                        lambda part, given, came, name=name: self._leave(name, part, given, came)
                    ),
                ]
        try:
            yield
        finally:
            for handle in handles:
                handle.remove()

    def steps(self) -> Steps:
        """What was met; of many submodules only the outermost."""
        met = list(self._seen.items())
        if len(met) > MOST_STEPS:
            outer = [(name, summary) for name, summary in met if "." not in name]
            met = outer if len(outer) > 1 else met
        return met[:MOST_STEPS]

    def _enter(self, name: str) -> None:
        self._seen.setdefault(name, "")

    def _leave(self, name: str, part: Any, given: Any, came: Any) -> None:
        if not self._seen[name]:
            kind = type(part).__name__
            self._seen[name] = f"{kind}  {shapes(given)} → {shapes(came)}"


def shapes(value: Any) -> str:
    """The shapes in a value, by themselves."""
    if tensors.is_tensor(value):
        return str(tuple(value.shape))
    if isinstance(value, (tuple, list)):
        return ", ".join(map(shapes, value[:4])) + (", …" if len(value) > 4 else "")  # noqa: PLR2004  enough for an LSTM's
    return type(value).__name__


def emptiness(module: Any) -> str:
    """The containers among its attributes that hold nothing, such as `self.layers is empty`."""
    empty = [
        name
        for name, part in module.named_children()
        if hasattr(part, "__len__") and not len(part) and not list(part.parameters())
    ]
    verb = "is" if len(empty) == 1 else "are"
    return f"{' and '.join('self.' + name for name in empty)} {verb} empty" if empty else ""
