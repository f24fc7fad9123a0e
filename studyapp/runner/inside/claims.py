"""A result stated in a comment, judged by what the statement gave.

Silent where the two can't be compared: a claim called wrong that isn't costs more trust than
ten that are not noticed.
"""

from __future__ import annotations

import math
import re
from typing import Any, NamedTuple

from . import tensors
from .literals import Literal, Number, find, parse
from .values import cut, shorten

_HEDGE = re.compile(
    r"约|大概|近似|≈|~|例如|比如|可能|类似|伪代码|错误|报错|不是|不会|❌|随机"
    r"|\b(?:about|approx|e\.g|raises?|errors?|random|not|wrong|or so)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[^\[({'\"\d-]*[:：=]\s*")
_MOST = 10_000
_SLACK = 1.02
"""Half a unit of the last stated digit, and a little for float32."""

_SCALARS = (bool, int, float, str, type(None))


class Outcome(NamedTuple):
    """What a statement gave: a value, if it has one, and what it printed."""

    has_value: bool
    value: Any
    printed: str


class Verdict(NamedTuple):
    """A claim judged; `holds` None where chance had its part or the comment is vague."""

    stated: str
    actual: str
    holds: bool | None


def judge(comment: str, outcome: Outcome, *, chance: bool) -> Verdict | None:
    """The claim in `comment` beside the outcome, or None where there is none to judge.

    `chance`: the values depend on random numbers that the note did not seed.
    """
    printed = outcome.printed.strip()
    text = comment.lstrip("#").strip()
    if printed and _bare(printed) == _bare(text):
        return Verdict(text, cut(printed), holds=True)
    stated = find(comment)
    literal = parse(stated) if stated else None
    if stated is None or literal is None:
        return None
    if printed:
        holds, actual = _match_printed(stated, literal, printed), cut(printed)
    elif outcome.has_value:
        holds, actual = _match(literal, outcome.value), shorten(outcome.value)
    else:
        return None
    if holds is None:
        return None
    vague = _HEDGE.search(comment) or (chance and literal.kind != "size")
    return Verdict(cut(stated), actual, None if not holds and vague else holds)


def _match_printed(stated: str, literal: Literal, printed: str) -> bool | None:
    """As `_match`, where only text is there to compare; a label before it may be left out."""
    if _bare(printed).endswith(_bare(stated)) and not _bare(stated)[:1].isdigit():
        return True
    shown = parse(printed) or parse(_LABEL.sub("", printed))
    if shown is None or (shown.kind == literal.kind and shown.kind == "text"):
        return None
    if shown.kind != literal.kind:
        return True if _equal(literal.data, _plain_literal(shown.data)) else None
    return _equal(literal.data, _plain_literal(shown.data))


def _match(literal: Literal, value: Any) -> bool | None:
    """Whether the value is what was stated; None where the two are of different kinds."""
    if tensors.is_tensor(value) or tensors.is_array(value):
        return _match_tensor(literal, value)
    if literal.kind == "text":
        return _match_text(literal.data, value)
    plain = _plain(value)
    if plain is None and value is not None:
        return None
    if literal.kind == "tensor" or isinstance(plain, list) != isinstance(literal.data, list):
        return True if _equal(literal.data, plain) else None
    if not isinstance(plain, list) and _sort(literal.data) != _sort(plain):
        return None
    return _equal(literal.data, plain)


def _match_tensor(literal: Literal, tensor: Any) -> bool | None:
    shape = list(tensor.shape)
    if literal.kind == "text" or math.prod(shape) > _MOST:
        return None
    if literal.kind == "size":
        return _equal(literal.data, shape)
    values = tensor.tolist()
    if literal.kind == "tensor":
        kind = not literal.dtype or literal.dtype == str(tensor.dtype).rpartition(".")[2]
        return kind and _equal(literal.data, values)
    if literal.kind == "scalar":
        alone = _first(values) if math.prod(shape) == 1 else values
        return None if _sort(alone) != _sort(literal.data) else _equal(literal.data, alone)
    if _equal(literal.data, values) or _equal(literal.data, shape):
        return True
    # Neither its values nor its shape: wrong only if it was meant as one of the two.
    return False if _shape(literal.data) in (shape, [len(shape)]) else None


def _match_text(stated: str, value: Any) -> bool | None:
    text = repr(value)
    return text == stated if text.startswith("torch.") else None


def _equal(stated: Any, actual: Any) -> bool:
    """Equal in structure, every number as near as its stated digits say."""
    if isinstance(stated, list):
        return (
            isinstance(actual, list)
            and len(stated) == len(actual)
            and all(map(_equal, stated, actual))
        )
    if isinstance(stated, Number):
        if isinstance(actual, bool) or not isinstance(actual, (int, float)):
            return False
        return _near(stated, actual)
    return type(stated) is type(actual) and bool(stated == actual)


def _near(stated: Number, actual: float) -> bool:
    if not math.isfinite(stated.value) or not math.isfinite(actual):
        return stated.value == actual or (math.isnan(stated.value) and math.isnan(actual))
    if isinstance(actual, int):
        return stated.value == actual
    return abs(stated.value - actual) <= stated.unit / 2 * _SLACK


def _plain(value: Any) -> Any:
    """Nested lists of plain scalars; None for what has no such form."""
    if tensors.is_tensor(value) or tensors.is_array(value):
        return value.tolist() if math.prod(value.shape) <= _MOST else None
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value[:_MOST]]
    if type(value) in _SCALARS:
        return value
    number = getattr(value, "item", None)  # numpy's scalars
    return number() if type(value).__module__ == "numpy" and number else None


def _plain_literal(data: Any) -> Any:
    if isinstance(data, list):
        return [_plain_literal(item) for item in data]
    return data.value if isinstance(data, Number) else data


def _sort(data: Any) -> str:
    """What may be compared with what: numbers with numbers, truth with truth."""
    if isinstance(data, Number) or (isinstance(data, (int, float)) and not isinstance(data, bool)):
        return "number"
    return type(data).__name__


def _shape(data: Any) -> list[int]:
    return [len(data), *(_shape(data[0]) if data else [])] if isinstance(data, list) else []


def _first(values: Any) -> Any:
    return _first(values[0]) if isinstance(values, list) else values


def _bare(text: str) -> str:
    return "".join(text.split())
