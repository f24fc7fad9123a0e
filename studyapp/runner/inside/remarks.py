"""What a comment states: the literals in it that are meant as a result."""

from __future__ import annotations

import re
from typing import Iterator, NamedTuple  # noqa: UP035  Python 3.9

from .literals import DTYPE, NUMBER, Literal, parse

_TRIGGER = re.compile(
    r"(?:(?:返回值?|结果|输出|得到|等于|打印|显示|值[为是]|变[为成]|→|⇒|-+>|=+>|>>>"
    r"|\breturns?\b|\boutputs?\b|\bprints?\b|\bresults?\b|\bgives?\b|\bnow\b|(?<=[\d)\]])\s*==?)\s*)+"
    r"(?:[是为]|\bis\b|\bin\b)?\s*[:：=]?\s*",
    re.IGNORECASE,
)
_NAME = r"(?<![A-Za-z0-9_.])[A-Za-z_][A-Za-z0-9_]*"
_PATH = rf"{_NAME}(?:\.[A-Za-z_]\w*(?:\(\))?|\[-?\d+\])*"
_ATTRIBUTES = {
    "形状": "shape",
    "尺寸": "shape",
    "shape": "shape",
    "size": "shape",
    "步长": "stride",
    "strides": "stride",
    "stride": "stride",
    "维数": "ndim",
    "ndim": "ndim",
    "数据类型": "dtype",
    "dtype": "dtype",
    "元素数": "numel",
    "元素个数": "numel",
    "numel": "numel",
    "长度": "len",
    "length": "len",
}
"""What notes call the attributes of a tensor."""

_LABEL = re.compile(
    rf"(?:(?P<owner>{_NAME})(?:'s\s+|\s*的\s*|\s+))?"
    rf"(?P<attribute>{'|'.join(_ATTRIBUTES)})(?![A-Za-z0-9_])\s*(?:[:：]|==?|[是为]|\bis\b)?\s*"
    rf"|(?P<path>{_PATH})\s*(?:[:：]|==?|[是为]|变[为成]|\bis\b|\bnow\b)\s*(?:[:：])?\s*",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"(?:[A-Za-z_][\w.]*\.)?(?:tensor|Size|array|Parameter|deque|Counter|OrderedDict|defaultdict)\s*\("
    r"|torch\.return_types\.\w+\s*\(|[\[({【（]"
)
_WORD = re.compile(
    rf"(?:True|False|None|nan|-?inf|torch\.[a-z]\w*|{DTYPE.pattern}|<class '[^']*'>)(?![\w.(])"
)
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|“[^”]*”")
_ENDS = re.compile(r"\s*(?:$|[,，。；;、)）(（]|[-—–]+\s|:\s|：)")
_EXPLAINS = re.compile(
    r"(?!\s*(?:[+*/@%&|^=<>×]|-\s*[\d(\[>]|→|⇒|x\d|或|如果|若|(?:if|when|for|or|and)\b))"
)
_THOUSANDS = re.compile(r"(?<![\d\[(,.])(\d{1,3}(?:,\d{3})+)(?![\d,\])])")
_MARKS = re.compile(r"^[\s#✓✔✅❌⚠️☑·*]+|^(?:[-=]*>|→|⇒|==?)\s*")
_LIST_NUMBER = re.compile(r"[(（【\[]\d+[)）】\]](?:\s*\S|$)|\d+[.、)]\s")
_TRAILING = "。.,，;；!！ "
_BRACKETS = {"(": ")", "[": "]", "{": "}", "（": "）", "【": "】"}


class Stated(NamedTuple):
    """A literal stated in a comment: of the statement's own value, or of what is named."""

    text: str
    literal: Literal
    path: str = ""
    """Such as `x.grad`."""
    attribute: str = ""
    """Such as `shape`, of `path` or of the statement's own value."""


def find(comment: str) -> Stated | None:
    """The first result that a comment states."""
    return next(find_all(comment), None)


def find_all(comment: str) -> Iterator[Stated]:
    """The results that a comment states: all of it, its beginning, or what labels announce."""
    text = plain(comment)
    if (whole := _whole(text) or _leading(text)) is not None:
        yield whole
        return
    taken = 0
    for place in sorted((*_LABEL.finditer(text), *_TRIGGER.finditer(text)), key=_place):
        stated = literal_at(text, place.end()) if place.start() >= taken else None
        literal = parse(stated) if stated else None
        if stated and literal:
            yield Stated(stated, literal, *_label(place))
            taken = place.end() + len(stated)


def plain(comment: str) -> str:
    """A comment without its sign and the marks before its words."""
    text = comment.strip()
    while (shorter := _MARKS.sub("", text)) != text:
        text = shorter
    return _THOUSANDS.sub(lambda found: found.group().replace(",", ""), text.strip())


def literal_at(text: str, start: int) -> str | None:
    """The text of the literal that begins at `start`."""
    if call := _CALL.match(text, start):
        end = closing(text, call.end() - 1)
        return text[start:end] if end and _EXPLAINS.match(text, end) else None
    if found := _QUOTED.match(text, start) or _WORD.match(text, start):
        return found.group() if _EXPLAINS.match(text, found.end()) else None
    if number := NUMBER.match(text, start):
        return number.group().rstrip(".") if _ENDS.match(text, number.end()) else None
    return None


def closing(text: str, start: int) -> int | None:
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


def _whole(text: str) -> Stated | None:
    if _LIST_NUMBER.match(text):
        return None
    stated = text if NUMBER.fullmatch(text) else text.rstrip(_TRAILING)
    literal = parse(stated) if stated else None
    return Stated(stated, literal) if literal else None


def _leading(text: str) -> Stated | None:
    stated = None if _LIST_NUMBER.match(text) else literal_at(text, 0)
    literal = parse(stated) if stated else None
    return Stated(stated, literal) if stated and literal else None


def _label(found: re.Match[str]) -> tuple[str, str]:
    """The path and the attribute that a label names."""
    named = found.groupdict("")
    attribute = _ATTRIBUTES.get(named.get("attribute", "").lower(), "")
    return named.get("path", "") or named.get("owner", ""), attribute


def _place(found: re.Match[str]) -> tuple[int, int]:
    return found.start(), -found.end()
