"""An argument as it is passed and as it is told."""

from __future__ import annotations

from typing import Any, NamedTuple

from . import tensors, values
from .stand_ins import Config


class Guess(NamedTuple):
    """An argument, how the call writes it, and what is told of it beside the call."""

    value: Any
    written: str
    told: str


def tell(name: str, value: Any) -> Guess:
    """The argument as the call shows it: numbers in place, everything else by name."""
    if isinstance(value, Config):
        return Guess(value, name, f"{name}: {value!r}" if repr(value) else name)
    if isinstance(value, (bool, int, float, str)) or value is None:
        return Guess(value, f"{name}={value!r}", "")
    if tensors.is_tensor(value) or tensors.is_array(value):
        dtype = tensors.dtype(value) if tensors.is_tensor(value) else str(value.dtype)
        return Guess(value, name, f"{name}: {dtype} {tuple(value.shape)}")
    return Guess(value, name, f"{name}: {values.cut(_in_short(value), 60)}")


def _in_short(value: Any) -> str:
    """A stand-in in a few words: of a model its layers, of an optimizer its kind."""
    if tensors.is_module(value):
        parts = ", ".join(type(part).__name__ for part in value.children())
        return f"{type(value).__name__} of {parts}" if parts else repr(value)
    kind = type(value)
    return kind.__name__ if kind.__module__.startswith("torch.optim") else values.shorten(value)
