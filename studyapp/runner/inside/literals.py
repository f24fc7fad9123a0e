"""Literal results as notes write them: tensors, shapes, numbers, containers, types."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import Any, Iterator  # noqa: UP035  Python 3.9

NUMBER = re.compile(r"[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
DTYPE = re.compile(r"(?:torch\.)?(?:(?:float|bfloat|uint|int|complex)\d+|bool)")

_AUTOGRAD = re.compile(r",\s*(?:grad_fn=<(\w*)[^>]*>|(requires_grad)=True|device='[^']*')")
_GAP = re.compile(r"(?<=[\d.\]])\s+(?=[-\d.\[])")
_NAMED = re.compile(r"<[^<>]+>|torch\.[a-z]\w*")
_PARAMETER = re.compile(r"\s*Parameter containing:\s*")
_QUOTES = str.maketrans("“”‘’，（）【】", "\"\"'',()[]")
_FLOATS = re.compile(r"(?:float|int|uint|complex)\d+|bool_")
_WRAPPERS = ("deque", "Counter", "OrderedDict", "frozenset", "set", "dict", "list", "tuple")
_TENSORS = ("tensor", "array", "Parameter")


@dataclass(frozen=True)
class Number:
    """A number as it was written; `unit` is the value of its last digit, 0 for a whole one."""

    value: complex
    unit: float


@dataclass(frozen=True)
class Literal:
    """A stated result; `data` nests lists and dicts of `Number`, bool, str, None and `...`."""

    kind: str
    """`tensor`, `size`, `items` or `scalar`; `text` where only the text can be compared."""
    data: Any
    dtype: str = ""
    grad: str = ""
    """The stated `grad_fn`, or `requires_grad`."""


def parse(text: str) -> Literal | None:
    """What a literal says, or None where the text is none."""
    text = _PARAMETER.sub("", text.strip())
    if _NAMED.fullmatch(text) or DTYPE.fullmatch(text):
        return Literal("text", text)
    grad = next(("".join(found.groups("")) for found in _AUTOGRAD.finditer(text)), "")
    plain = _AUTOGRAD.sub("", text)
    for source in (plain, _GAP.sub(", ", plain), plain.translate(_QUOTES)):
        try:  # the second as numpy prints: [1. 2.]
            return _literal(ast.parse(source, mode="eval").body, source, grad)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


def written(text: str) -> Number:
    """The number that `text` writes."""
    return Number(float(text), _unit(text))


def _literal(node: ast.expr, source: str, grad: str) -> Literal:
    if isinstance(node, ast.Call):
        return _called(node, source, grad)
    data = _data(node, source)
    return Literal("items" if isinstance(data, (list, dict)) else "scalar", data)


def _called(node: ast.Call, source: str, grad: str = "") -> Literal:
    name = ast.unparse(node.func).rpartition(".")[2]
    if "return_types." in ast.unparse(node.func) or (node.keywords and not node.args):
        return Literal("items", [_data(keyword.value, source) for keyword in node.keywords])
    if name == "defaultdict":
        return Literal("items", _data(node.args[-1], source))
    if len(node.args) != 1 or name not in (*_TENSORS, *_WRAPPERS, "Size"):
        if _FLOATS.fullmatch(name) and len(node.args) == 1:
            return Literal("scalar", _data(node.args[0], source))
        raise ValueError(name)
    data = _data(node.args[0], source)
    if name in _TENSORS:
        dtypes = [ast.unparse(k.value) for k in node.keywords if k.arg == "dtype"]
        return Literal("tensor", data, dtypes[0].rpartition(".")[2] if dtypes else "", grad)
    return Literal("size" if name == "Size" else "items", data)


def _data(node: ast.expr, source: str) -> Any:
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        items = _items(node.elts, source)
        return set_of(items) if isinstance(node, ast.Set) else list(items)
    if isinstance(node, ast.Dict):
        return {ast.literal_eval(key): _data(value, source) for key, value in _pairs(node)}
    if isinstance(node, ast.Call):
        return _called(node, source).data
    if isinstance(node, ast.Name) and node.id in ("nan", "inf"):
        return Number(float(node.id), 0.0)
    if isinstance(node, ast.Constant) and not isinstance(node.value, (int, float, complex)):
        return node.value
    return _number(node, source)


def set_of(items: Any) -> dict[Any, None]:
    """A set's data: a dict of plain items without values."""
    return {item.value if isinstance(item, Number) else item: None for item in items}


def _items(nodes: list[ast.expr], source: str) -> Iterator[Any]:
    return (_data(node, source) for node in nodes)


def _pairs(node: ast.Dict) -> Iterator[tuple[ast.expr, ast.expr]]:
    for key, value in zip(node.keys, node.values):  # noqa: B905  as many of each
        if key is None:
            raise ValueError("**")
        yield key, value


def _number(node: ast.expr, source: str) -> Any:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        inner = _data(node.operand, source)
        if isinstance(inner, Number):
            return Number(-inner.value, inner.unit) if isinstance(node.op, ast.USub) else inner
    value = ast.literal_eval(node)
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float, complex)):
        first = node.left if isinstance(node, ast.BinOp) else node  # of 1.5+2j
        return Number(value, _unit(ast.get_source_segment(source, first) or ""))
    raise ValueError(value)


def _unit(text: str) -> float:
    """What the last digit counts; `8.` is torch's way to print a whole float."""
    mantissa, _, exponent = text.lower().strip("+-j").partition("e")
    _, point, decimals = mantissa.partition(".")
    if not point and not exponent:
        return 0.0
    digits = len(decimals) if decimals or not point else 4
    return float(10.0 ** (int(exponent or 0) - digits))
