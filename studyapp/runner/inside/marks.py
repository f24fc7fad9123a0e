"""Cheap marks of values, so that a change in place is seen without keeping the value alive.

Nothing here holds a reference to what it marks: a snippet about reference counts must see its
own ones only.
"""

from __future__ import annotations

import types
from itertools import islice
from typing import Any, Mapping, NamedTuple, Tuple  # noqa: UP035  Python 3.9 evaluates the alias below

from . import tensors

Mark = Tuple[int, Any]  # noqa: UP006  as above
"""Identity, and what tells one state of the object from another."""

_ITEMS = 32
_DEPTH = 2
_BYTES = 1 << 16
_CONTAINERS = (list, tuple, set, frozenset)
_FIXED = (type, types.ModuleType, types.FunctionType, types.BuiltinFunctionType)


def mark_all(namespace: Mapping[str, Any]) -> dict[str, Mark]:
    """A mark for each name that the snippet's reader would know."""
    return {name: mark(value) for name, value in namespace.items() if not name.startswith("__")}


def mark(value: Any, depth: int = _DEPTH) -> Mark:
    """The mark of one value; foreign objects that resist are marked by identity alone."""
    try:
        return id(value), _state(value, depth)
    except Exception:  # noqa: BLE001  a snippet's own class may answer with anything
        return id(value), None


def changes(old: Mark | None, new: Mark) -> dict[str, Any]:
    """What two marks of one name tell of it, if the object is the same.

    `version` for a tensor that was written to: torch's counters before and after. `accumulated`
    if its gradient was added to one that was there.
    """
    if old is None or old == new or old[0] != new[0]:
        return {}
    facts: dict[str, Any] = {"changed": True}
    if isinstance(old[1], _TensorState) and isinstance(new[1], _TensorState):
        if old[1].version != new[1].version:
            facts["version"] = [old[1].version, new[1].version]
        elif new[1].grad is None or old[1].grad is None:
            facts["grad_changed"] = True
        else:
            facts["accumulated"] = True
    return facts


def words(facts: Mapping[str, Any]) -> str:
    """The changes in words; empty where there are none, or the value itself shows them."""
    if "version" in facts:
        return "changed in place, version {} → {}".format(*facts["version"])
    if "accumulated" in facts:
        return "grad accumulated"
    return "" if "grad_changed" in facts or "changed" not in facts else "changed in place"


class _TensorState(NamedTuple):
    """torch's own counters of changes in place."""

    version: int
    grad: tuple[int, int] | None
    """The gradient's identity and version."""


def _state(value: Any, depth: int) -> Any:
    if tensors.is_tensor(value):
        return _tensor_state(value)
    if tensors.is_module(value):
        return [_tensor_state(parameter) for parameter in value.parameters()]
    if tensors.is_array(value):
        return value.tobytes() if value.nbytes <= _BYTES else None
    return None if depth == 0 or isinstance(value, _FIXED) else _contents(value, depth - 1)


def _contents(value: Any, depth: int) -> Any:
    if isinstance(value, _CONTAINERS):
        return len(value), [mark(item, depth) for item in islice(value, _ITEMS)]
    if isinstance(value, dict):
        pairs = islice(value.items(), _ITEMS)
        return len(value), [(mark(key, 0), mark(item, depth)) for key, item in pairs]
    attributes = getattr(value, "__dict__", None)
    return None if attributes is None else _contents(dict(attributes), depth)


def _tensor_state(tensor: Any) -> _TensorState:
    grad = tensor.grad if tensor.is_leaf else None
    return _TensorState(
        tensor._version,  # noqa: SLF001  it has no other name
        None if grad is None else (id(grad), grad._version),  # noqa: SLF001  as above
    )
