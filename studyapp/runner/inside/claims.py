"""A result stated in a comment, judged by what the statement gave.

Silent where the two can't be compared: a claim called wrong that isn't costs more trust than
ten that are not noticed.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from .comparison import equal, match, plain_literal
from .literals import Literal, find, parse
from .values import cut, shorten

_HEDGE = re.compile(
    r"约|大概|近似|≈|~|例如|比如|可能|类似|伪代码|错误|报错|不是|不会|❌|随机"
    r"|\b(?:about|approx|e\.g|raises?|errors?|random|not|wrong|or so)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^[^\[({'\"\d-]*[:：=]\s*")


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
        holds, actual = match(literal, outcome.value), shorten(outcome.value)
    else:
        return None
    if holds is None:
        return None
    vague = _HEDGE.search(comment) or (chance and literal.kind != "size")
    return Verdict(cut(stated), actual, None if not holds and vague else holds)


def _match_printed(stated: str, literal: Literal, printed: str) -> bool | None:
    """As `match`, where only text is there to compare; a label before it may be left out."""
    if _bare(printed).endswith(_bare(stated)) and not _bare(stated)[:1].isdigit():
        return True
    shown = parse(printed) or parse(_LABEL.sub("", printed))
    if shown is None or (shown.kind == literal.kind and shown.kind == "text"):
        return None
    if shown.kind != literal.kind:
        return True if equal(literal.data, plain_literal(shown.data)) else None
    return equal(literal.data, plain_literal(shown.data))


def _bare(text: str) -> str:
    return "".join(text.split())
