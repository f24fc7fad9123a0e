"""Values and literals as nested lists and dicts of bare scalars, so that they compare."""

from __future__ import annotations

import math
from typing import Any

from . import layout, tensors
from .literals import Number, set_of

MOST = 10_000
"""Items beyond which a value is not read."""

_SCALARS = (bool, int, float, complex, str, bytes, type(None))


def of_value(value: Any) -> Any:
    """A value's plain form; None for what has none."""
    if tensors.is_array(value) or tensors.is_tensor(value):
        return of_tensor(value)
    if isinstance(value, (list, tuple)) or type(value).__name__ == "deque":
        return [of_value(item) for item in list(value)[:MOST]]
    if isinstance(value, dict):
        return {key: of_value(item) for key, item in list(value.items())[:MOST]}
    if isinstance(value, (set, frozenset)):
        return set_of(list(value)[:MOST])
    if type(value) in _SCALARS:
        return value
    number = getattr(value, "item", None)  # numpy's scalars
    return number() if type(value).__module__ == "numpy" and number else None


def of_tensor(tensor: Any) -> Any:
    """The numbers of a tensor or an array; None where there are none to read, or too many."""
    if tensors.is_array(tensor):
        return tensor.tolist() if tensor.size <= MOST else None
    if math.prod(tensor.shape) > MOST or not layout.is_strided(tensor) or tensor.is_meta:
        return None
    return (tensor.dequantize() if tensor.is_quantized else tensor).tolist()


def of_literal(data: Any) -> Any:
    """A literal's data with bare numbers."""
    if isinstance(data, list):
        return [of_literal(item) for item in data]
    if isinstance(data, dict):
        return {key: of_literal(item) for key, item in data.items()}
    return data.value if isinstance(data, Number) else data


def sort(data: Any) -> str:
    """What may be compared with what: numbers with numbers, truth with truth."""
    number = isinstance(data, (int, float, complex)) and not isinstance(data, bool)
    return "number" if number or isinstance(data, Number) else type(data).__name__


def shape(data: Any) -> list[int]:
    """The shape that nested lists have."""
    return [len(data), *(shape(data[0]) if data else [])] if isinstance(data, list) else []
