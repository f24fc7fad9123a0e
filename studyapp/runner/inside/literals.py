"""Literal results stated in comments: where they stand and what they say."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from typing import Any, Iterator  # noqa: UP035  Python 3.9

_TRIGGER = re.compile(
    r"(?:(?:返回值?|结果|输出|得到|等于|打印|→|->|=>|\breturns?\b|\boutputs?\b|\bprints?\b)\s*)+"
    r"(?:是|为|\bis\b)?\s*[:：=]?\s*",
    re.IGNORECASE,
)
_CALL = re.compile(r"(?:torch\.)?(?:tensor|Size)\s*\(|(?:np\.|numpy\.)?array\s*\(|[\[({]")
_NUMBER = re.compile(r"[-+]?(?:\d[\d_]*\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_WORD = re.compile(r"(?:True|False|None|nan|inf|-inf|torch\.[a-z]+\d*)(?![\w.])")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_AFTER_NUMBER = re.compile(r"\s*(?:$|[,，。；;)）(（])")
_AUTOGRAD = re.compile(r",\s*(?:grad_fn=<[^>]*>|requires_grad=True|device='[^']*')")
_ENUMERATION = re.compile(r"\(\d+\)")
_GAP = re.compile(r"(?<=[\d.\]])\s+(?=[-\d.\[])")
_TRAILING = "。.,，;；!！ "

_BRACKETS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True)
class Number:
    """A number as it was written; `unit` is the value of its last digit."""

    value: float
    unit: float


@dataclass(frozen=True)
class Literal:
    """A stated result; `data` nests lists of `Number`, bool, str and None."""

    kind: str
    """`tensor`, `size`, `items` or `scalar`; `text` where only the text can be compared."""
    data: Any
    dtype: str = ""


def find(comment: str) -> str | None:
    """The literal that a comment states: all of it, or what follows a trigger word."""
    text = comment.lstrip("#").strip()
    whole = text.rstrip(_TRAILING) if not _NUMBER.fullmatch(text) else text
    if _ENUMERATION.fullmatch(whole):
        return None
    if whole and parse(whole) is not None:
        return whole
    for trigger in _TRIGGER.finditer(text):
        stated = _literal_at(text, trigger.end())
        if stated and parse(stated) is not None:
            return stated
    return None


def parse(text: str) -> Literal | None:
    """What a literal says, or None where the text is none."""
    plain = _AUTOGRAD.sub("", text)
    for source in (plain, _GAP.sub(", ", plain)):  # the second as numpy prints: [1. 2.]
        try:
            return _literal(ast.parse(source, mode="eval").body, source)
        except (SyntaxError, ValueError, RecursionError):
            continue
    return None


def _literal_at(text: str, start: int) -> str | None:
    if call := _CALL.match(text, start):
        end = _closing(text, call.end() - 1)
        return text[start:end] if end else None
    if number := _NUMBER.match(text, start):
        return number.group() if _AFTER_NUMBER.match(text, number.end()) else None
    found = _WORD.match(text, start) or _QUOTED.match(text, start)
    return found.group() if found else None


def _closing(text: str, start: int) -> int | None:
    """The end of the brackets that open at `start`."""
    waiting: list[str] = []
    for at in range(start, len(text)):
        character = text[at]
        if character in _BRACKETS:
            waiting.append(_BRACKETS[character])
        elif waiting and character == waiting[-1]:
            waiting.pop()
            if not waiting:
                return at + 1
    return None


def _literal(node: ast.expr, source: str) -> Literal:
    if isinstance(node, ast.Call):
        return _called(node, source)
    if isinstance(node, ast.Attribute) and _WORD.fullmatch(source.strip()):
        return Literal("text", source.strip())
    data = _data(node, source)
    return Literal("items" if isinstance(data, list) else "scalar", data)


def _called(node: ast.Call, source: str) -> Literal:
    name = ast.unparse(node.func).rpartition(".")[2]
    if name not in ("tensor", "array", "Size") or len(node.args) != 1:
        raise ValueError(name)
    dtypes = [ast.unparse(k.value) for k in node.keywords if k.arg == "dtype"]
    dtype = dtypes[0].rpartition(".")[2] if dtypes else ""
    return Literal("size" if name == "Size" else "tensor", _data(node.args[0], source), dtype)


def _data(node: ast.expr, source: str) -> Any:
    if isinstance(node, (ast.List, ast.Tuple)):
        return list(_items(node.elts, source))
    if isinstance(node, ast.Call):
        return _called(node, source).data
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        inner = _data(node.operand, source)
        if isinstance(inner, Number):
            return Number(-inner.value, inner.unit) if isinstance(node.op, ast.USub) else inner
    if isinstance(node, ast.Name) and node.id in ("nan", "inf"):
        return Number(float(node.id), 0.0)
    if isinstance(node, ast.Constant):
        return _constant(node, source)
    raise ValueError(ast.dump(node))


def _items(nodes: list[ast.expr], source: str) -> Iterator[Any]:
    return (_data(node, source) for node in nodes)


def _constant(node: ast.Constant, source: str) -> Any:
    if node.value is None or isinstance(node.value, (bool, str)):
        return node.value
    if isinstance(node.value, (int, float)):
        return Number(float(node.value), _unit(ast.get_source_segment(source, node) or ""))
    raise ValueError(node.value)


def _unit(written: str) -> float:
    """What the last digit counts; `8.` is torch's way to print a whole float."""
    mantissa, _, exponent = written.lower().partition("e")
    whole, point, decimals = mantissa.partition(".")
    digits = len(decimals) if decimals or not point else 4
    return float(10.0 ** (int(exponent or 0) - digits)) if whole or decimals else 1.0
