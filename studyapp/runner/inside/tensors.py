"""Tensors, arrays and modules in words; imports torch only where a snippet has."""

from __future__ import annotations

import math
import sys
from typing import Any, Mapping  # noqa: UP035  Python 3.9

_ITEMS = 6
_LONGEST = 72
_SMALL, _LARGE, _RATIO = 1e-4, 1e8, 1e3


def is_tensor(value: Any) -> bool:
    """Whether `value` is a torch tensor."""
    return "torch" in sys.modules and isinstance(value, sys.modules["torch"].Tensor)


def is_array(value: Any) -> bool:
    """Whether `value` is a numpy array."""
    return "numpy" in sys.modules and isinstance(value, sys.modules["numpy"].ndarray)


def is_module(value: Any) -> bool:
    """Whether `value` is an instance of a torch module."""
    return "torch.nn" in sys.modules and isinstance(value, sys.modules["torch.nn"].Module)


def has_cuda() -> bool:
    """Whether torch can use CUDA here."""
    return "torch" in sys.modules and bool(sys.modules["torch"].cuda.is_available())


def describe(tensor: Any, name: str, namespace: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Summary and details of a tensor bound to `name`: `float32 (2,)  [2., 4.]  Mul`."""
    details: dict[str, Any] = {
        "kind": "tensor",
        "shape": list(tensor.shape),
        "dtype": dtype(tensor),
        "device": str(tensor.device),
        "values": first_values(tensor),
        "requires_grad": tensor.requires_grad,
    }
    if tensor.grad_fn is not None:
        details["grad_fn"] = operation(tensor.grad_fn)
    elif tensor.requires_grad:
        details["leaf"] = True
    if tensor.is_leaf and tensor.grad is not None:
        details["grad"] = first_values(tensor.grad)
    if is_strided(tensor) and not tensor.is_contiguous():
        details["stride"] = list(tensor.stride())
    if shares := sharing(tensor, name, namespace):
        details["shares"] = shares
    return _summary(details), details


def describe_array(array: Any) -> tuple[str, dict[str, Any]]:
    """Summary and details of a numpy array."""
    values = _render(_corner(array), array.shape)
    details = {"kind": "array", "shape": list(array.shape), "dtype": str(array.dtype)}
    return f"{array.dtype} {tuple(array.shape)}  {values}", {**details, "values": values}


def literal(tensor: Any) -> str:
    """As torch would print it, shortened, without the autograd part: `tensor([2., 4.])`."""
    return f"tensor({first_values(tensor)})"


def dtype(tensor: Any) -> str:
    """`float32`, without the package's name."""
    return str(tensor.dtype).rpartition(".")[2]


def operation(grad_fn: Any) -> str:
    """`Mul` of `MulBackward0`."""
    return type(grad_fn).__name__.partition("Backward")[0]


def is_strided(tensor: Any) -> bool:
    """Whether it has strides and a storage: neither sparse nor one of torch's wrappers."""
    return str(tensor.layout) == "torch.strided"


def first_values(tensor: Any) -> str:
    """The corner of a tensor, as torch prints numbers; empty where there are none to read."""
    if not is_strided(tensor) or tensor.is_meta or tensor.is_quantized:
        return ""
    return _render(_corner(tensor.detach()), tuple(tensor.shape))


def sharing(tensor: Any, name: str, namespace: Mapping[str, Any]) -> list[str]:
    """The other names whose tensors lie in the same storage, in the order of their binding."""
    place = _storage(tensor)
    return [
        other
        for other, value in namespace.items()
        if place and other != name and is_tensor(value) and _storage(value) == place
    ]


def _storage(tensor: Any) -> int:
    return tensor.untyped_storage().data_ptr() if is_strided(tensor) else 0


def _corner(tensor: Any) -> Any:
    """Nested lists of the first few items along each axis."""
    return tensor[tuple(slice(_ITEMS) for _ in tensor.shape)].tolist()


def _render(corner: Any, shape: tuple[int, ...]) -> str:
    numbers = list(_flatten(corner))
    text = _nest(corner, shape, _style(numbers))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _nest(corner: Any, shape: tuple[int, ...], style: str) -> str:
    if not shape:
        return _number(corner, style)
    items = [_nest(item, shape[1:], style) for item in corner]
    if shape[0] > _ITEMS:
        items.append("…")
    return f"[{', '.join(items)}]"


def _flatten(corner: Any) -> Any:
    if isinstance(corner, list):
        for item in corner:
            yield from _flatten(item)
    else:
        yield corner


def _style(numbers: list[Any]) -> str:
    """How torch would print these floats: whole, with four decimals, or with an exponent."""
    sizes = [abs(x) for x in numbers if isinstance(x, float) and math.isfinite(x) and x]
    if not sizes:
        return "whole"
    low, high = min(sizes), max(sizes)
    whole = all(size == int(size) for size in sizes)
    if high > _LARGE or high / low > _RATIO or (low < _SMALL and not whole):
        return ".4e"
    return "whole" if whole else ".4f"


def _number(value: Any, style: str) -> str:
    if not isinstance(value, float) or not math.isfinite(value):
        return str(value)
    return f"{value:.0f}." if style == "whole" else format(value, style)


def _summary(details: Mapping[str, Any]) -> str:
    parts = [f"{details['dtype']} {_tuple(details['shape'])}", details["values"]]
    parts.append(details.get("grad_fn") or ("leaf" if details.get("leaf") else ""))
    if details["device"] != "cpu":
        parts.append(details["device"])
    if "stride" in details:
        parts.append(f"strides {_tuple(details['stride'])}")
    if "grad" in details:
        parts.append(f"grad {details['grad']}")
    if "shares" in details:
        parts.append(f"shares {', '.join(details['shares'])}")
    return "  ".join(part for part in parts if part)


def _tuple(numbers: list[int]) -> str:
    return str(tuple(numbers))
