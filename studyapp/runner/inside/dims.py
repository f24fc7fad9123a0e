"""Shapes that a comment states by symbols, such as `[B, S, 4H]`."""

from __future__ import annotations

import ast
import keyword
import re
from typing import NamedTuple

from . import remarks

_ITEM = r"[^\[\](){},，]+(?:\([^()]*\))?[^\[\](){},，]*"
_GROUP = re.compile(rf"[\[(（]\s*{_ITEM}(?:\s*[,，]\s*{_ITEM})*\s*[,，]?\s*[\])）]")
_BEFORE = re.compile(
    r"(?:.*(?:→|⇒|-+>|=+>))?\s*(?:[^\W\d][\w.]*\s*[:：=]|\w*(?:形状|shape|size|每个|都是|均为|各|each|both|all)"
    r"\s*[:：=是为]?)*\s*",
    re.IGNORECASE,
)
_APPLIED = re.compile(r"\s*(?:[@*+/×]|->|→|=>|x\s*[\[(]|\w*\()")
_IMPLICIT = re.compile(r"(?<![\w.])(\d+)\s*(?=[^\W\d])")
_NO_SYMBOL = {"int", "float", "str", "bool", "list", "tuple", "dict", "Tensor", "tensor", "etc"}


class Dims(NamedTuple):
    """A stated shape: each dimension an expression of symbols, or `...`."""

    text: str
    items: tuple[ast.expr, ...]
    about: str = ""
    """The name that it is of; empty for the statement's."""

    @property
    def symbols(self) -> set[str]:
        """The symbols in it."""
        return {n.id for item in self.items for n in ast.walk(item) if isinstance(n, ast.Name)}


def find(comment: str) -> Dims | None:
    """The symbolic shape that a comment states, its last where arrows lead from one to another."""
    text = remarks.plain(comment)
    before = _BEFORE.match(text)
    group = _GROUP.match(text, before.end()) if before else None
    if before is None or group is None or _APPLIED.match(text, group.end()):
        return None
    items = _parse(group.group())
    label = re.search(r"([^\W\d]\w*)(?:\.shape)?\s*[:：=]\s*$", before.group())
    about = label.group(1) if label and not re.fullmatch(_SHAPE_WORD, label.group(1)) else ""
    return Dims(group.group(), items, about) if items else None


_SHAPE_WORD = re.compile(r"\w*(?:形状|shape|size|each|all|both)", re.IGNORECASE)


def _parse(group: str) -> tuple[ast.expr, ...]:
    """The dimensions in a bracketed group; empty where it is none, or states no symbol."""
    inner = group[1:-1].replace("×", "*").replace("·", "*").replace("，", ",")
    inner = _IMPLICIT.sub(r"\1*", inner.replace("…", "..."))
    try:
        tree = ast.parse(
            f"({inner},)" if not inner.rstrip().endswith(",") else f"({inner})", mode="eval"
        )
    except (SyntaxError, ValueError, RecursionError):
        return ()
    items = tuple(tree.body.elts) if isinstance(tree.body, ast.Tuple) else ()
    symbols = {n.id for item in items for n in ast.walk(item) if isinstance(n, ast.Name)}
    fits = all(map(_is_dimension, items)) and not symbols & _NO_SYMBOL
    return items if fits and symbols and not any(map(keyword.iskeyword, symbols)) else ()


def _is_dimension(item: ast.expr) -> bool:
    if isinstance(item, ast.BinOp):
        sound = isinstance(item.op, (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv))
        return sound and _is_dimension(item.left) and _is_dimension(item.right)
    if isinstance(item, ast.Constant):
        return type(item.value) is int or is_ellipsis(item)
    return isinstance(item, ast.Name)


def is_ellipsis(item: ast.expr) -> bool:
    """Whether a dimension stands for any number of them."""
    return isinstance(item, ast.Constant) and item.value is ...
