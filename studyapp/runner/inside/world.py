"""What a definition reads from outside, and which kind of numbers it works on."""

from __future__ import annotations

import dis
import inspect
import types
from typing import Any, Iterator, Mapping  # noqa: UP035  Python 3.9

from . import scalars
from .sizes import Sizes

_GLOBAL = ("LOAD_GLOBAL", "LOAD_NAME")
_TORCH = {"torch", "nn", "F", "Tensor"}
_FUNCTIONS = {"softmax", "exp", "relu", "gelu", "tanh", "matmul", "sigmoid"}
_TENSORS = {
    "tensor",
    "tensors",
    "grad",
    "grads",
    "gradient",
    "grad_output",
    "logits",
    "hidden_states",
}
_OF_TENSORS = """
view unsqueeze squeeze size softmax matmul backward detach transpose permute requires_grad
masked_fill expand chunk clamp numel contiguous float half bool grad sigmoid tanh relu round
abs mean std var flatten reshape shape norm sqrt exp log dim unbind gather scatter_
"""
_METHODS = frozenset(_OF_TENSORS.split())


def functions(definition: Any) -> Iterator[types.FunctionType]:
    """The plain functions of a function or a class."""
    if not inspect.isclass(definition):
        inner = inspect.unwrap(definition)
        if isinstance(inner, types.FunctionType):
            yield inner
        return
    for member in vars(definition).values():
        inner = getattr(member, "__func__", getattr(member, "fget", member))
        if isinstance(inner, types.FunctionType):
            yield inner


def reads(definition: Any) -> list[str]:
    """The names of the module that its code reads, in the order of the code."""
    found: dict[str, None] = {}
    for function in functions(definition):
        for code in _nested(function.__code__):
            for step in dis.get_instructions(code):
                if step.opname in _GLOBAL and isinstance(step.argval, str):
                    found.setdefault(step.argval)
    return list(found)


def attributes(definition: Any) -> set[str]:
    """The names of attributes and methods that its code uses."""
    codes = (code for each in functions(definition) for code in _nested(each.__code__))
    return {
        step.argval
        for code in codes
        for step in dis.get_instructions(code)
        if step.opname in {"LOAD_ATTR", "LOAD_METHOD", "STORE_ATTR"}
    }


def kind(definition: Any, namespace: Mapping[str, Any]) -> str:
    """`torch`, `numpy` or `plain`: what its inputs most likely are."""
    found = _kind(definition)
    names = [name for each in functions(definition) for name in inspect.signature(each).parameters]
    if found != "plain" or all(scalars.plain(n, "", Sizes()) is not scalars.UNKNOWN for n in names):
        return found
    if namespace.keys() & _TORCH:
        return "torch"
    return "numpy" if namespace.keys() & {"np", "numpy"} else "plain"


def _kind(definition: Any) -> str:
    """By its own code."""
    names = set(reads(definition))
    if names & _TORCH:
        return "torch"
    if names & {"np", "numpy"}:
        return "numpy"
    if attributes(definition) & _METHODS or names & _FUNCTIONS or _multiplies(definition):
        return "torch"
    told = {name for each in functions(definition) for name in inspect.signature(each).parameters}
    return "torch" if told & _TENSORS else "plain"


def _multiplies(definition: Any) -> bool:
    """Whether its code multiplies matrices by `@`."""
    codes = (code for each in functions(definition) for code in _nested(each.__code__))
    steps = (step for code in codes for step in dis.get_instructions(code))
    return any(step.argrepr == "@" or step.opname == "BINARY_MATRIX_MULTIPLY" for step in steps)


def _nested(code: types.CodeType) -> Iterator[types.CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from _nested(constant)
