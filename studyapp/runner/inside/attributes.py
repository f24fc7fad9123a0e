"""What a comment's label names: a path from a name of the snippet, or an attribute of a value."""

from __future__ import annotations

import re
from typing import Any, Mapping  # noqa: UP035  Python 3.9

from . import tensors

MISSING: Any = type("Missing", (), {"__repr__": lambda _: "nothing"})()
"""In place of a value that is not there."""

_STEP = re.compile(r"\.(\w+)(\(\))?|\[(-?\d+)\]")
_CALLED = {"dim", "is_contiguous", "item", "numel", "size", "stride", "storage_offset", "tolist"}
"""The methods that are called; they change nothing."""


def resolve(path: str, names: Mapping[str, Any]) -> Any:
    """The value at a path such as `x.grad` or `xs[0].shape`, or `MISSING`."""
    name = re.match(r"\w+", path)
    value = names.get(name.group(), MISSING) if name else MISSING
    for step in _STEP.finditer(path):
        if value is MISSING:
            break
        value = _take(value, *step.groups())
    return value


def attribute(value: Any, name: str) -> Any:
    """The attribute of a tensor, an array or a container that notes call `name`, or `MISSING`."""
    if name == "len" and isinstance(value, (list, tuple, dict, str, set)):
        return len(value)
    if not (tensors.is_tensor(value) or tensors.is_array(value)):
        return MISSING
    if name in ("shape", "dtype", "ndim"):
        found = getattr(value, name)
        return tuple(found) if name == "shape" else found
    if name == "numel":
        return value.size if tensors.is_array(value) else value.numel()
    if name == "stride" and tensors.is_tensor(value):
        return value.stride()
    return len(value) if name == "len" and value.ndim else MISSING


def _take(value: Any, name: str | None, call: str | None, index: str | None) -> Any:
    try:
        if index is not None:
            return value[int(index)]
        found = getattr(value, name or "", MISSING)
        if call:
            return found() if name in _CALLED else MISSING
    except Exception:  # noqa: BLE001  a snippet's own class may answer with anything
        return MISSING
    return found
