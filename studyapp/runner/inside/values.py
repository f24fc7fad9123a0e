"""One line and a few facts for whatever a statement bound."""

from __future__ import annotations

import inspect
from typing import Any, Mapping  # noqa: UP035  Python 3.9

from . import tensors

LONGEST = 160
"""Characters of a summary's text for one value."""

_ITEMS = 6
_DEPTH = 3


def describe(value: Any, name: str, namespace: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The summary and the details of `value`, bound to `name` among the names of `namespace`.

    Never raises: a snippet's own `__repr__` may do anything, and that is no error of the run.
    """
    try:
        return _describe(value, name, namespace)
    except Exception as error:  # noqa: BLE001  foreign code runs in there
        kind = type(value).__name__
        return f"{kind}  (its repr raised {type(error).__name__})", {"kind": "object"}


def shorten(value: Any, depth: int = _DEPTH) -> str:
    """`repr` on one line that stays short: few items, few characters."""
    if tensors.is_tensor(value):
        return tensors.literal(value)
    if type(value) in _BRACKETS:
        return _shorten_items(value, depth)
    if type(value) is dict:
        return _shorten_dict(value, depth)
    if type(value) in (str, bytes) and len(value) > LONGEST:
        value = value[:LONGEST]
    return cut(repr(value))


def cut(text: str, longest: int = LONGEST) -> str:
    """`text` on one line, an ellipsis where it is cut."""
    text = " ".join(text.split()) if "\n" in text else text
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _describe(value: Any, name: str, namespace: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    if tensors.is_tensor(value):
        return tensors.describe(value, name, namespace)
    if tensors.is_array(value):
        return tensors.describe_array(value)
    if tensors.is_module(value):
        return _describe_module(value)
    if inspect.isclass(value):
        bases = ", ".join(b.__qualname__ for b in value.__bases__ if b is not object)
        return f"class {value.__name__}({bases})" if bases else f"class {value.__name__}", {
            "kind": "class"
        }
    if inspect.isroutine(value):
        return cut(f"def {value.__name__}{_signature(value)}"), {"kind": "function"}
    text = cut(shorten(value))
    return text, {"kind": type(value).__name__}


def _describe_module(module: Any) -> tuple[str, dict[str, Any]]:
    count = sum(parameter.numel() for parameter in module.parameters())
    details = {"kind": "module", "parameters": count}
    inner = cut(module.extra_repr(), 80)
    return f"{type(module).__name__}({inner})  {count:,} parameters", details


def _signature(function: Any) -> str:
    try:
        return str(inspect.signature(function))
    except (TypeError, ValueError):
        return "(…)"


_BRACKETS: dict[type, tuple[str, str]] = {
    list: ("[", "]"),
    tuple: ("(", ")"),
    set: ("{", "}"),
    frozenset: ("frozenset({", "})"),
}


def _shorten_items(items: Any, depth: int) -> str:
    opening, closing = _BRACKETS[type(items)]
    if not items:
        return repr(items)
    if depth == 0:
        return f"{opening}…{closing}"
    shown = [shorten(item, depth - 1) for _, item in _first(items)]
    if len(items) > _ITEMS:
        shown.append("…")
    comma = "," if type(items) is tuple and len(items) == 1 else ""
    return cut(f"{opening}{', '.join(shown)}{comma}{closing}")


def _shorten_dict(items: dict[Any, Any], depth: int) -> str:
    if depth == 0:
        return "{…}"
    pairs = [(shorten(key, 1), shorten(items[key], depth - 1)) for _, key in _first(items)]
    shown = [f"{key}: {item}" for key, item in pairs]
    if len(items) > _ITEMS:
        shown.append("…")
    return cut("{" + ", ".join(shown) + "}")


def _first(items: Any) -> Any:
    return zip(range(_ITEMS), items)  # noqa: B905  meant: the first few of any number
