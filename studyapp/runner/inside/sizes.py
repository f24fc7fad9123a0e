"""Small sizes for the dimensions that notes name: distinct, and the same for the same name."""

from __future__ import annotations

import ast
import operator
import re
from typing import Callable, Mapping, Sequence  # noqa: UP035  Python 3.9

from .families import SIZES, family, in_place

_SPARE = (6, 7, 9, 10, 11, 12)
_LARGEST = 4096
_OPERATORS: Mapping[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.floordiv,
    ast.FloorDiv: operator.floordiv,
}


class Sizes:
    """The sizes of one showcase; what its code states itself is bound first."""

    def __init__(self) -> None:
        self._bound: dict[str, int] = {}
        self._kinds: dict[str, str | None] = {}
        """What each symbol meant where it was met first."""

    def bind(self, name: str, size: int) -> None:
        """Take `size` for `name` and its synonyms from now on; of lengths it is the most."""
        kind = family(name) or name
        self._bound[kind] = min(size, SIZES["seq"]) if kind == "seq" else size

    def of(self, name: str) -> int | None:
        """The size of a dimension whose name is known."""
        kind = family(name)
        return None if kind is None else self._of_family(kind)

    def measure(self, shape: Sequence[str]) -> tuple[int, ...] | None:
        """The sizes of a stated shape such as `("B", "S", "H/2")`; None where it is no shape."""
        names = _names(shape)
        kinds = in_place(names)
        for name in names:
            self._kinds.setdefault(name, kinds.get(name))
        try:
            sizes = tuple(self._value(_parsed(item)) for item in shape)
        except (SyntaxError, ValueError, ZeroDivisionError):
            return None
        return sizes if all(0 < size <= _LARGEST for size in sizes) else None

    def _of_family(self, kind: str) -> int:
        if kind in self._bound:
            return self._bound[kind]
        heads = self._bound.get("heads")
        if kind == "head_dim" and (heads or "model" in self._bound):
            return max(1, self._of_family("model") // (heads or self._of_family("heads")))
        size = SIZES[kind]
        return heads * 8 if kind == "model" and heads and size % heads else size

    def _value(self, node: ast.expr) -> int:
        if isinstance(node, ast.Constant) and isinstance(node.value, int):
            return node.value
        if isinstance(node, ast.Name):
            return self._symbol(node.id)
        if isinstance(node, ast.BinOp) and type(node.op) in _OPERATORS:
            left, right = self._value(node.left), self._value(node.right)
            return _OPERATORS[type(node.op)](left, right)
        raise ValueError(ast.dump(node))

    def _symbol(self, name: str) -> int:
        if kind := self._kinds.get(name):
            return self._of_family(kind)
        if name not in self._bound:
            taken = set(self._bound.values())
            self._bound[name] = next((n for n in _SPARE if n not in taken), _SPARE[-1])
        return self._bound[name]


def _names(shape: Sequence[str]) -> list[str]:
    return [name for item in shape for name in re.findall(r"[A-Za-z_]\w*", item)]


def _parsed(item: str) -> ast.expr:
    text = re.sub(r"(?<![\w.])(\d+)\s*(?=[A-Za-z_])", r"\1*", item.replace("×", "*"))
    return ast.parse("2" if text in {"...", "*"} else text, mode="eval").body
