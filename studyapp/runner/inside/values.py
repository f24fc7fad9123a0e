"""One line and a few facts for whatever a statement bound."""

from __future__ import annotations

import inspect
from collections import OrderedDict
from typing import Any, Mapping, Sequence  # noqa: UP035  Python 3.9

from . import components, tensors

LONGEST = 160
"""Characters of a summary's text for one value."""

_NUMBERS = (int, float, bool, complex, type(None))
_ITEMS = 6
_DEPTH = 3


def describe(value: Any, name: str, namespace: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    """The summary and the details of `value`, bound to `name` among the names of `namespace`.

    Never raises: a snippet's own `__repr__` may do anything, and that is no error of the run.
    """
    try:
        if type(value) in _NUMBERS:  # most of what a hot loop binds
            return cut(repr(value)), {"kind": type(value).__name__}
        return _describe(value, name, namespace)
    except Exception as error:  # noqa: BLE001  foreign code runs in there
        kind = type(value).__name__
        return f"{kind}  (its repr raised {type(error).__name__})", {"kind": "object"}


def shorten(value: Any, depth: int = _DEPTH) -> str:
    """`repr` on one line that stays short: few items, few characters."""
    if tensors.is_tensor(value):
        return tensors.brief(value)
    if type(value) in _BRACKETS:
        return _shorten_items(value, depth)
    if isinstance(value, tuple) and (fields := _fields(value)):
        return _shorten_fields(value, fields, depth)
    if type(value) in (dict, OrderedDict):
        return _shorten_dict(value, depth)
    if "__repr__" not in _defined(type(value)):
        return _shorten_object(value, depth)
    if type(value) in (str, bytes) and len(value) > LONGEST:
        value = value[:LONGEST]
    if tensors.is_array_number(value):
        value = value.item()
    return cut(repr(value))


def cut(text: str, longest: int = LONGEST) -> str:
    """`text` on one line, an ellipsis where it is cut."""
    text = " ".join(text.split()) if "\n" in text else text
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _describe(value: Any, name: str, namespace: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    if tensors.is_tensor(value):
        summary, details = tensors.describe(value, name, namespace)
        return cut(summary), details
    if tensors.is_array(value):
        return tensors.describe_array(value)
    if component := components.describe(value):
        return cut(component[0]), component[1]
    if inspect.isclass(value) or inspect.isroutine(value):
        return _definition(value)
    if inspect.isgenerator(value):
        state = inspect.getgeneratorstate(value)[4:].lower()
        return f"generator {value.__name__}  {state}", {"kind": "generator"}
    return cut(shorten(value)), {"kind": type(value).__name__}


def _definition(value: Any) -> tuple[str, dict[str, Any]]:
    """A class with its bases, or a function with its parameters."""
    if inspect.isroutine(value):
        return cut(f"def {value.__name__}{_signature(value)}"), {"kind": "function"}
    bases = ", ".join(b.__qualname__ for b in value.__bases__ if b is not object)
    return f"class {value.__name__}" + (f"({bases})" if bases else ""), {"kind": "class"}


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


def _fields(value: Any) -> Sequence[str]:
    """The names of a named tuple's items, and of what torch returns in its place."""
    kind = type(value)
    return tuple(getattr(kind, "_fields", getattr(kind, "__match_args__", ())))


def _shorten_fields(value: Any, fields: Sequence[str], depth: int) -> str:
    items = zip(fields, value)  # noqa: B905  Python 3.9
    shown = [f"{name}={shorten(item, depth - 1) if depth else '…'}" for name, item in items]
    return cut(f"{type(value).__name__.rpartition('.')[2]}({', '.join(shown)})")


def _defined(kind: type) -> set[str]:
    """The names that the class and its bases define, `object` left out."""
    return {name for base in kind.__mro__[:-1] for name in vars(base)}


def _shorten_object(value: Any, depth: int) -> str:
    """An object that does not describe itself: its attributes, without its address."""
    held = {} if depth == 0 else getattr(value, "__dict__", {})
    kind = type(value)
    if not held or kind.__module__ != "__main__":
        return f"<{kind.__name__}>"
    shown = [f"{key}={shorten(item, depth - 1)}" for _, (key, item) in _first(held.items())]
    return cut(f"{kind.__name__}({', '.join(shown)}{', …' * (len(held) > _ITEMS)})")


def _first(items: Any) -> Any:
    return zip(range(_ITEMS), items)  # noqa: B905  meant: the first few of any number
