"""Whether a value is what a literal states: in structure, and to the digits that it states."""

from __future__ import annotations

import math
from typing import Any

from . import tensors
from .literals import Literal, Number

_MOST = 10_000
_SLACK = 1.02
"""Half a unit of the last stated digit, and a little for float32."""

_SCALARS = (bool, int, float, str, type(None))


def match(literal: Literal, value: Any) -> bool | None:
    """Whether the value is what was stated; None where the two are of different kinds."""
    if tensors.is_tensor(value) or tensors.is_array(value):
        return _match_tensor(literal, value)
    if literal.kind == "text":
        return _match_text(literal.data, value)
    plain = _plain(value)
    if plain is None and value is not None:
        return None
    if literal.kind == "tensor" or isinstance(plain, list) != isinstance(literal.data, list):
        return True if equal(literal.data, plain) else None
    if not isinstance(plain, list) and _sort(literal.data) != _sort(plain):
        return None
    return equal(literal.data, plain)


def _match_tensor(literal: Literal, tensor: Any) -> bool | None:
    shape = list(tensor.shape)
    if literal.kind == "text" or math.prod(shape) > _MOST:
        return None
    if literal.kind == "size":
        return equal(literal.data, shape)
    values = tensor.tolist()
    if literal.kind == "tensor":
        kind = not literal.dtype or literal.dtype == str(tensor.dtype).rpartition(".")[2]
        return kind and equal(literal.data, values)
    if literal.kind == "scalar":
        alone = _first(values) if math.prod(shape) == 1 else values
        return None if _sort(alone) != _sort(literal.data) else equal(literal.data, alone)
    if equal(literal.data, values) or equal(literal.data, shape):
        return True
    # Neither its values nor its shape: wrong only if it was meant as one of the two.
    return False if _shape(literal.data) in (shape, [len(shape)]) else None


def _match_text(stated: str, value: Any) -> bool | None:
    text = repr(value)
    return text == stated if text.startswith("torch.") else None


def equal(stated: Any, actual: Any) -> bool:
    """Equal in structure, every number as near as its stated digits say."""
    if isinstance(stated, list):
        return (
            isinstance(actual, list)
            and len(stated) == len(actual)
            and all(map(equal, stated, actual))
        )
    if isinstance(stated, Number):
        if isinstance(actual, bool) or not isinstance(actual, (int, float)):
            return False
        return _near(stated, actual)
    return type(stated) is type(actual) and bool(stated == actual)


def _near(stated: Number, actual: float) -> bool:
    if not math.isfinite(stated.value) or not math.isfinite(actual):
        return stated.value == actual or (math.isnan(stated.value) and math.isnan(actual))
    if isinstance(actual, int):
        return stated.value == actual
    return abs(stated.value - actual) <= stated.unit / 2 * _SLACK


def _plain(value: Any) -> Any:
    """Nested lists of plain scalars; None for what has no such form."""
    if tensors.is_tensor(value) or tensors.is_array(value):
        return value.tolist() if math.prod(value.shape) <= _MOST else None
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value[:_MOST]]
    if type(value) in _SCALARS:
        return value
    number = getattr(value, "item", None)  # numpy's scalars
    return number() if type(value).__module__ == "numpy" and number else None


def plain_literal(data: Any) -> Any:
    """A literal's data with bare numbers."""
    if isinstance(data, list):
        return [plain_literal(item) for item in data]
    return data.value if isinstance(data, Number) else data


def _sort(data: Any) -> str:
    """What may be compared with what: numbers with numbers, truth with truth."""
    if isinstance(data, Number) or (isinstance(data, (int, float)) and not isinstance(data, bool)):
        return "number"
    return type(data).__name__


def _shape(data: Any) -> list[int]:
    return [len(data), *(_shape(data[0]) if data else [])] if isinstance(data, list) else []


def _first(values: Any) -> Any:
    return _first(values[0]) if isinstance(values, list) else values
