"""Output that a note states: in comments below a statement, or in a fence that follows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, Sequence  # noqa: UP035  Python 3.9

from . import texts
from .claims import Verdict
from .values import cut

if TYPE_CHECKING:
    from .block import Comment

_HEADER = re.compile(
    r"\s*(?:(?:程序|运行|打印|执行|预期|期望)?(?:输出|结果|打印)(?:结果|内容|为|是)?(?P<example>示例|样例|例)?"
    r"|(?:expected\s+|example\s+)?(?:outputs?|prints?|results?|out|returns?))\s*(?:[:：]|$)\s*"
    r"|\s*(?:=+>|-+>|→|>>>)\s*",
    re.IGNORECASE,
)
_LEAST_ALIKE = 0.5
"""Of the lines of a block that is meant as output; in others the likeness is chance."""


class Stated(NamedTuple):
    """A block of stated output; `headed` by a word such as 输出, `example` where it is only one."""

    text: str
    line: int
    headed: bool
    example: bool


def below(comments: Sequence[Comment]) -> Stated | None:
    """The output that the comments right below a statement state."""
    lines = [comment.text.lstrip("#").rstrip() for comment in comments]
    if not lines:
        return None
    header = _HEADER.match(lines[0])
    if header is None:
        return Stated("\n".join(lines), comments[0].line, headed=False, example=False)
    lines[0] = lines[0][header.end() :]
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return None
    example = bool(header.group("example")) or "example" in header.group().lower()
    return Stated("\n".join(lines[first:]), comments[first].line, headed=True, example=example)


def judge(stated: str, printed: str) -> Verdict | None:
    """Line by line, as far as the two are alike; None where they are not."""
    if texts.bare(stated) == texts.bare(printed):
        return Verdict(cut(stated.strip()), cut(printed.strip()), holds=True)
    expected, actual = _lines(stated), _lines(printed)
    if not expected or len(expected) > len(actual):
        return None
    pairs = [(one, other, texts.compare(one, other)) for one, other in zip(expected, actual)]  # noqa: B905  its beginning will do
    alike = [pair for pair in pairs if pair[2].alike]
    if len(alike) < len(pairs) * _LEAST_ALIKE or not pairs[0][2].alike:
        return None
    for one, other, comparison in alike:
        if not comparison.equal:
            return Verdict(cut(one), cut(other), holds=False)
    return (
        Verdict(cut(stated.strip()), cut(printed.strip()), holds=True) if alike == pairs else None
    )


def share(stated: str, printed: Sequence[tuple[int, str]]) -> list[tuple[int, Verdict]]:
    """A whole output dealt out to the statements, each with its line and what it printed.

    Only where the output has as many lines as were printed, and most are alike.
    """
    lines = _lines(stated)
    if len(lines) != sum(len(_lines(text)) for _, text in printed):
        return []
    told: list[tuple[int, Verdict]] = []
    at = alike = 0
    for line, text in printed:
        count = len(_lines(text))
        part = lines[at : at + count]
        at += count
        verdict = judge("\n".join(part), text)
        if verdict:
            told.append((line, verdict))
            alike += count
    return told if alike >= len(lines) * _LEAST_ALIKE else []


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
