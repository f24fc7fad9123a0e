"""Tensors, arrays and modules in words; imports torch only where a snippet has."""

from __future__ import annotations

import sys
from typing import Any, Iterator, Mapping  # noqa: UP035  Python 3.9

from . import digits, layout

_ITEMS = digits.MOST_ITEMS


def is_tensor(value: Any) -> bool:
    """Whether `value` is a torch tensor."""
    return "torch" in sys.modules and isinstance(value, sys.modules["torch"].Tensor)


def is_array(value: Any) -> bool:
    """Whether `value` is a numpy array."""
    return "numpy" in sys.modules and isinstance(value, sys.modules["numpy"].ndarray)


def is_array_number(value: Any) -> bool:
    """Whether `value` is one of numpy's numbers."""
    return "numpy" in sys.modules and isinstance(value, sys.modules["numpy"].generic)


def is_module(value: Any) -> bool:
    """Whether `value` is an instance of a torch module."""
    return "torch.nn" in sys.modules and isinstance(value, sys.modules["torch.nn"].Module)


def has_cuda() -> bool:
    """Whether torch can use CUDA here."""
    return "torch" in sys.modules and bool(sys.modules["torch"].cuda.is_available())


def describe(tensor: Any, name: str, namespace: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """Summary and details of a tensor bound to `name`: `float32 (2,)  [2., 4.]  Mul`."""
    if tensor.is_nested:
        shapes = [list(part.shape) for part in tensor.unbind()[:_ITEMS]]
        text = f"nested {dtype(tensor)}  {', '.join(map(_tuple, shapes))}"
        return text, {"kind": "tensor", "dtype": dtype(tensor), "shapes": shapes}
    details: dict[str, Any] = {
        "kind": "tensor",
        "shape": list(tensor.shape),
        "dtype": dtype(tensor),
        "device": str(tensor.device),
        "values": first_values(tensor),
        "requires_grad": tensor.requires_grad,
    }
    details.update(_history(tensor))
    shared = list(layout.sharing(tensor, name, namespace, is_tensor))
    if layout.is_strided(tensor):
        details["stride"] = list(tensor.stride())
        details["contiguous"] = tensor.is_contiguous()
    if shared:
        details["shares"] = [each.name for each in shared]
    return _summary(details, shared, _form(tensor)), details


def _history(tensor: Any) -> Iterator[tuple[str, Any]]:
    """How it came about, and what was done to it."""
    if tensor.grad_fn is not None:
        yield "grad_fn", operation(tensor.grad_fn)
        yield "chain", chain(tensor.grad_fn)
    elif tensor.requires_grad:
        yield "leaf", True
    if (tensor.is_leaf or tensor.retains_grad) and tensor.grad is not None:
        yield "grad", first_values(tensor.grad)
    if not tensor.is_inference() and tensor._version:  # noqa: SLF001  torch's own counter
        yield "version", tensor._version  # noqa: SLF001  as above


def _form(tensor: Any) -> str:
    """What is told of a tensor that is stored in another form than as plain numbers."""
    if tensor.is_quantized and str(tensor.qscheme()) == "torch.per_tensor_affine":
        return f"scale {tensor.q_scale():.4g}  zero point {tensor.q_zero_point()}"
    kind = str(tensor.layout).rpartition(".")[2]
    return "" if kind == "strided" else f"{kind}  {tensor.values().numel()} stored"


def describe_array(array: Any) -> tuple[str, dict[str, Any]]:
    """Summary and details of a numpy array."""
    values = digits.render(array[tuple(slice(_ITEMS) for _ in array.shape)].tolist(), array.shape)
    details = {"kind": "array", "shape": list(array.shape), "dtype": str(array.dtype)}
    return f"{array.dtype} {tuple(array.shape)}  {values}", {**details, "values": values}


def literal(tensor: Any) -> str:
    """As torch would print it, shortened, without the autograd part: `tensor([2., 4.])`."""
    return f"tensor({first_values(tensor)})"


def brief(tensor: Any) -> str:
    """A tensor among others: its literal if it is small, else its type and shape."""
    small = layout.is_strided(tensor) and tensor.numel() <= _ITEMS and not tensor.is_meta
    if small:
        return literal(tensor)
    return f"{dtype(tensor)} {_tuple(list(tensor.shape)) if not tensor.is_nested else 'nested'}"


def dtype(tensor: Any) -> str:
    """`float32`, without the package's name."""
    return str(tensor.dtype).rpartition(".")[2]


def operation(grad_fn: Any) -> str:
    """`Mul` of `MulBackward0`."""
    return type(grad_fn).__name__.partition("Backward")[0]


def chain(grad_fn: Any) -> str:
    """The first operations behind it, such as `Sum ← Mul ← Add`."""
    names: list[str] = []
    while grad_fn is not None and len(names) < _ITEMS:
        names.append(operation(grad_fn))
        below = (node for node, _ in grad_fn.next_functions if node is not None)
        grad_fn = next(below, None)
        if type(grad_fn).__name__ == "AccumulateGrad":
            break
    return " ← ".join(names)


def first_values(tensor: Any) -> str:
    """The corner of a tensor, as torch prints numbers; empty where there are none to read."""
    if not layout.is_strided(tensor) or tensor.is_meta:
        return ""
    plain = tensor.detach()
    corner = plain[tuple(slice(_ITEMS) for _ in plain.shape)]
    numbers = corner.dequantize() if tensor.is_quantized else corner
    return digits.render(numbers.resolve_conj().resolve_neg().tolist(), tuple(tensor.shape))


def _summary(details: Mapping[str, Any], shared: list[layout.Shared], form: str) -> str:
    parts = [f"{details['dtype']} {_tuple(details['shape'])}", details["values"], form]
    parts.append(details.get("grad_fn") or ("leaf" if details.get("leaf") else ""))
    if details["device"] != "cpu":
        parts.append(details["device"])
    if not details.get("contiguous", True) or not all(each.alike for each in shared):
        parts.append(f"strides {_tuple(details['stride'])}")
    if "grad" in details:
        parts.append(f"grad {details['grad']}")
    if shared:
        parts.append(f"shares {', '.join(map(layout.tell, shared))}")
    return "  ".join(part for part in parts if part)


def _tuple(numbers: list[int]) -> str:
    return str(tuple(numbers))
