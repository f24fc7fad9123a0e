"""What a person says that a statement will give, held against what it gave."""

from __future__ import annotations

import ast
import re
import unicodedata
from dataclasses import dataclass

_RAISES = re.compile(
    r"(?:it\s+)?(?:raises?|throws?|fails?|an?\s+(?:error|exception)|error|报错|出错|抛出?异常?|异常)"
    r"\s*:?\s*(?P<kind>\w*)\s*",
    re.IGNORECASE,
)
_KIND = re.compile(r"\w+(?:Error|Exception)", re.IGNORECASE)
_SHAPE = re.compile(
    r"(?:shape|形状)?\s*[:=]?\s*(?:torch\.)?(?:size)?\s*[(\[]*\s*"
    r"(?P<sizes>\d+(?:\s*[,x×*]\s*\d+)*)?\s*,?\s*[)\]]*",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"(?:torch\.)?(?:tensor|size|array)\s*\((.*)\)", re.IGNORECASE | re.DOTALL)
_TAIL = re.compile(r",\s*(?:grad_fn=<[^>]*>|requires_grad=\w+|device='[^']*'|dtype=[\w.]+)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?", re.IGNORECASE)
_TOKEN = re.compile(rf"{_NUMBER.pattern}|[\[\]]|[^\s,\[\]'\"]+", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|\n")
"""Where Python ends a line."""
_CUT = "…"
_SLACK = 1.02
"""Half a unit of the last stated digit, and a little for float32."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The statement whose result is to be said; lines are the note's."""

    line: int
    end_line: int
    source: str


@dataclass(frozen=True, slots=True)
class Came:
    """What a statement gave, as far as it applies; a `shape` only of a tensor or an array."""

    raised: str = ""
    """The exception's type."""
    shape: tuple[int, ...] | None = None
    dtype: str = ""
    values: str = ""
    """Such as `[2., 4.]`, cut with an ellipsis where it is long."""
    text: str = ""
    """What was printed, or else the value in a line."""


def subject(code: str, first_line: int) -> Subject | None:
    """What to ask about: the last statement that gives something and whose line does not tell it.

    Where comments tell all, the last one nevertheless; None where nothing gives anything.
    """
    try:
        body = ast.parse(code).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    lines = _LINE_END.split(code)
    giving = [one for one in body if isinstance(one, ast.Expr | ast.Assign | ast.AnnAssign)]
    untold = [one for one in giving if "#" not in lines[(one.end_lineno or one.lineno) - 1]]
    if not giving:
        return None
    last = (untold or giving)[-1]
    above = first_line - 1
    source = ast.unparse(last)
    return Subject(last.lineno + above, (last.end_lineno or last.lineno) + above, source)


def judge(said: str, came: Came) -> bool | None:
    """Whether it came as `said`: an error, a shape, a dtype, numbers at the digits said, a text.

    None where that can't be told: what came was cut, or nothing is known of it.
    """
    text = unicodedata.normalize("NFKC", said).strip()
    if not text:
        return None
    if (kind := _error(text)) is not None:
        return bool(came.raised) and kind.casefold() in came.raised.casefold()
    if came.raised:
        return False
    verdicts = [_same(text, one) for one in (came.values, came.text) if one]
    if _describes(text, came) or True in verdicts:
        return True
    return None if None in verdicts or not verdicts else False


def _describes(text: str, came: Came) -> bool:
    """Whether it names the right shape or dtype."""
    if came.shape is not None and _sizes(text) == came.shape:
        return True
    return bool(came.dtype) and text.removeprefix("torch.").casefold() == came.dtype.casefold()


def _error(text: str) -> str | None:
    """The kind of error that was said, "" for any; None where none was."""
    if found := _RAISES.fullmatch(text):
        return found["kind"]
    return text if _KIND.fullmatch(text) else None


def _sizes(text: str) -> tuple[int, ...] | None:
    found = _SHAPE.fullmatch(text)
    if found is None:
        return None
    return tuple(int(size) for size in re.findall(r"\d+", found["sizes"] or ""))


def _same(said: str, came: str) -> bool | None:
    """Whether both spell the same values, numbers being as near as the digits said."""
    left, right = _tokens(said), _tokens(came)
    if any(_CUT in token for token in right):
        known = right[: next(at for at, token in enumerate(right) if _CUT in token)]
        return None if all(map(_alike, left, known)) else False
    return len(left) == len(right) and all(map(_alike, left, right))


def _tokens(text: str) -> list[str]:
    plain = _TAIL.sub("", text.strip())
    if found := _WRAPPED.fullmatch(plain):
        plain = found[1]
    return _TOKEN.findall(plain.translate(str.maketrans("()", "[]")))


def _alike(said: str, came: str) -> bool:
    if not (_NUMBER.fullmatch(said) and _NUMBER.fullmatch(came)):
        return said.casefold() == came.casefold()
    mantissa, _, exponent = said.lower().partition("e")
    decimals = len(mantissa.partition(".")[2])
    unit = 10.0 ** (int(exponent or 0) - decimals)
    if not decimals and float(came) == int(float(came)):
        return float(said) == float(came)
    return abs(float(said) - float(came)) <= unit / 2 * _SLACK
