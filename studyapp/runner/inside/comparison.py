"""Whether a value is what a literal states: in structure, and to the digits that it states."""

from __future__ import annotations

import cmath
import math
from typing import Any

from . import plain, tensors
from .literals import DTYPE, Literal, Number

_SLACK = 1.02
"""Half a unit of the last stated digit, and a little for float32."""

_ALIASES = {"half": "float16", "float": "float32", "double": "float64", "cfloat": "complex64"}
_ALIASES.update(cdouble="complex128", short="int16", int="int32", long="int64")

_WHOLE = 1e-6
"""How near a float comes to the whole number that is stated."""


def match(literal: Literal, value: Any) -> bool | None:
    """Whether the value is what was stated; None where the two are of different kinds."""
    if tensors.is_tensor(value) or tensors.is_array(value):
        return _match_tensor(literal, value)
    if literal.kind == "text":
        return _match_text(literal.data, value)
    if _all_tensors(value) and isinstance(literal.data, list):
        return _match_tensors(literal, value)
    data = plain.of_value(value)
    if data is None and value is not None:
        return None
    if literal.kind == "tensor" or plain.sort(literal.data) != plain.sort(data):
        return True if equal(literal.data, data) else None
    return equal(literal.data, data)


def _match_tensor(literal: Literal, tensor: Any) -> bool | None:
    if literal.kind == "text":
        named = DTYPE.fullmatch(literal.data)
        return _dtype(literal.data) == _dtype(str(tensor.dtype)) if named else None
    if literal.kind == "size":
        return equal(literal.data, list(tensor.shape))
    return _match_numbers(literal, tensor)


def _match_numbers(literal: Literal, tensor: Any) -> bool | None:
    shape = list(tensor.shape)
    values = plain.of_value(tensor)
    if values is None:
        return True if equal(literal.data, shape) else None
    if literal.kind == "tensor":
        return _match_printed_tensor(literal, tensor, values)
    if literal.kind == "scalar":
        alone = _first(values) if math.prod(shape) == 1 else values
        return None if plain.sort(alone) != plain.sort(literal.data) else equal(literal.data, alone)
    if equal(literal.data, values) or equal(literal.data, shape):
        return True
    # Neither its values nor its shape: wrong only if it was meant as one of the two.
    return False if plain.shape(literal.data) in (shape, [len(shape)]) else None


def _match_printed_tensor(literal: Literal, tensor: Any, values: Any) -> bool:
    if literal.dtype and _dtype(literal.dtype) != _dtype(str(tensor.dtype)):
        return False
    if literal.grad and not getattr(tensor, "requires_grad", False):
        return False
    if literal.grad not in ("", "requires_grad") and tensor.grad_fn is not None:
        return _stem(literal.grad) == _stem(type(tensor.grad_fn).__name__) and equal(
            literal.data, values
        )
    return equal(literal.data, values)


def _match_tensors(literal: Literal, tensors_: Any) -> bool | None:
    """Several tensors beside as many literals, or one shape that all of them have."""
    if len(literal.data) == len(tensors_) and any(isinstance(d, list) for d in literal.data):
        each = [
            match(Literal("items" if isinstance(d, list) else "scalar", d), t)
            for d, t in zip(literal.data, tensors_)  # noqa: B905  as many of each
        ]
        return None if None in each else all(each)
    return True if all(equal(literal.data, list(t.shape)) for t in tensors_) else None


def _match_text(stated: str, value: Any) -> bool | None:
    text = repr(value)
    if text.startswith("torch."):
        return _dtype(text) == _dtype(stated)
    return text == stated if text[:6] == stated[:6] == "<class" else None


def equal(stated: Any, actual: Any) -> bool:
    """Equal in structure, every number as near as its stated digits say; `...` is any part."""
    if isinstance(stated, list):
        return isinstance(actual, list) and _equal_lists(stated, actual)
    if isinstance(stated, dict):
        return (
            isinstance(actual, dict)
            and stated.keys() == actual.keys()
            and all(equal(stated[key], actual[key]) for key in stated)
        )
    if isinstance(stated, Number):
        if isinstance(actual, bool) or not isinstance(actual, (int, float, complex)):
            return False
        return near(stated, actual)
    return type(stated) is type(actual) and bool(stated == actual)


def _equal_lists(stated: list[Any], actual: list[Any]) -> bool:
    if ... in stated:
        at = stated.index(...)
        after = stated[at + 1 :]
        if len(actual) < len(stated) - 1:
            return False
        tail = actual[len(actual) - len(after) :]
        return all(map(equal, stated[:at], actual)) and all(map(equal, after, tail))
    return len(stated) == len(actual) and all(map(equal, stated, actual))


def near(stated: Number, actual: complex) -> bool:
    """Whether a number is the stated one at the stated digits."""
    if not cmath.isfinite(stated.value) or not cmath.isfinite(actual):
        return stated.value == actual or (cmath.isnan(stated.value) and cmath.isnan(actual))
    if isinstance(actual, int) and isinstance(stated.value, int):
        return stated.value == actual
    room = stated.unit / 2 * _SLACK if stated.unit else _WHOLE * max(1.0, abs(stated.value))
    return abs(stated.value - actual) <= room


def _all_tensors(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and bool(value) and all(map(tensors.is_tensor, value))


def _first(values: Any) -> Any:
    return _first(values[0]) if isinstance(values, list) else values


def _dtype(text: str) -> str:
    """The name of a dtype without the package's; `long` is another one of `int64`."""
    name = text.rpartition(".")[2]
    return _ALIASES.get(name, name)


def _stem(operation: str) -> str:
    return operation.rstrip("0123456789")
