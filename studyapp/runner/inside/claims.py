"""A result stated in a comment, judged by what the statement gave.

Silent where the two can't be compared: a claim called wrong that isn't costs more trust than
ten that are not noticed.
"""

from __future__ import annotations

import re
from typing import Any, Iterator, NamedTuple  # noqa: UP035  Python 3.9

from . import plain, remarks, texts
from .attributes import MISSING, attribute
from .comparison import match
from .literals import Literal, parse
from .outcomes import Outcome, text_of
from .values import cut

_HEDGE = re.compile(
    r"约|大概|近似|≈|~|例如|比如|可能|类似|通常|一般|示例|左右|取决|假设|伪代码|错误|报错|反例|不是|不会|❌|随机"
    r"|\b(?:about|approx|e\.g|raises?|errors?|random|not|wrong|or so|roughly|typically|usually"
    r"|example|depends|may|might|if|assum)\b",
    re.IGNORECASE,
)
_BRACKETS = "([<{"
_MOST_CLAIMS = 3


class Verdict(NamedTuple):
    """A claim judged; `holds` None where chance had its part or the comment is vague."""

    stated: str
    actual: str
    holds: bool | None


def judge(comment: str, outcome: Outcome, *, chance: bool, doubtful: bool = False) -> list[Verdict]:
    """The claims in `comment` beside the outcome, as far as they can be judged.

    `chance`: the values depend on random numbers that the note did not seed. `doubtful`: a
    heading or a comment above calls the code wrong.
    """
    vague = doubtful or bool(_HEDGE.search(comment))
    verdicts = list(_verdicts(comment, outcome))[:_MOST_CLAIMS]
    return [
        verdict._replace(holds=None)
        if verdict.holds is False and (vague or (chance and not sized))
        else verdict
        for verdict, sized in verdicts
    ]


def judge_text(stated: str, outcome: Outcome) -> Verdict | None:
    """A text that can only be meant as output, beside what was printed or is the value."""
    actual = outcome.prints or [text_of(outcome.value)]
    if any(texts.bare(stated) == texts.bare(one) for one in actual):
        return Verdict(cut(stated), outcome.actual, holds=True)
    literal = parse(stated)
    holds = _judge_literal(stated, literal, outcome) if literal else None
    for one in actual if holds is None else ():
        alike, equal = texts.compare(stated, one)
        if alike:
            return Verdict(cut(stated), cut(one), equal)
    return None if holds is None else Verdict(cut(stated), outcome.actual, holds)


def _verdicts(comment: str, outcome: Outcome) -> Iterator[tuple[Verdict, bool]]:
    """Each verdict, and whether it is about sizes, in which chance has no part."""
    text = remarks.plain(comment)
    if any(texts.bare(text) == texts.bare(printed) for printed in outcome.prints):
        yield Verdict(cut(text), outcome.actual, holds=True), False
        return
    found = False
    for stated in remarks.find_all(comment):
        named = _named(stated, outcome)
        if named is None:
            continue
        found = True
        holds = _judge_literal(stated.text, stated.literal, named)
        if holds is not None:
            sized = bool(stated.attribute) or _is_form(stated.literal, named.value)
            yield Verdict(cut(stated.text), named.actual, holds), sized
    if not found and (alone := _judge_words(text, outcome)):
        yield alone, False


def _named(stated: remarks.Stated, outcome: Outcome) -> Outcome | None:
    """The outcome that the claim is about; None where its label names nothing that is here."""
    value = outcome.value
    if stated.path:
        found = outcome.resolve(stated.path)
        if found is MISSING and not stated.attribute:
            return None
        value = value if found is MISSING else found
    if not stated.attribute:
        return Outcome(value) if stated.path else outcome
    found = attribute(value, stated.attribute)
    # `print(x.shape)  # shape: (2, 3)`: the label only says what is printed.
    return outcome if found is MISSING else Outcome(found)


def _is_form(literal: Literal, value: Any) -> bool:
    """Whether the claim is about a shape or a type, in which chance has no part."""
    if literal.kind in ("size", "text"):
        return True
    shape = getattr(value, "shape", ())
    return isinstance(literal.data, list) and plain.shape(literal.data) == [len(shape)] != [1]


def _judge_words(text: str, outcome: Outcome) -> Verdict | None:
    """A comment that reads like what was printed, but for its numbers."""
    shown = outcome.prints[:2]
    if not shown and any(bracket in text for bracket in _BRACKETS):
        shown = [text_of(outcome.value)]
    for one in shown:
        alike, equal = texts.compare(text, one)
        if alike and any(map(str.isalnum, text)):
            return Verdict(cut(text), cut(one), equal)
    return None


def _judge_literal(stated: str, literal: Literal, outcome: Outcome) -> bool | None:
    for printed in outcome.prints:
        if texts.bare(printed) == texts.bare(stated):
            return True
    if outcome.value is not MISSING and (holds := match(literal, outcome.value)) is not None:
        return holds
    if not outcome.printed:
        alike, equal = texts.compare(stated, text_of(outcome.value))
        return equal if alike else None
    for printed in outcome.prints:
        if (holds := _match_printed(stated, literal, printed)) is not None:
            return holds
    return None


def _match_printed(stated: str, literal: Literal, printed: str) -> bool | None:
    """As `match`, where only text is there to compare."""
    alike, equal = texts.compare(stated, printed)
    if alike:
        return equal
    shown = parse(printed)
    if shown is None or shown.kind == "text" or literal.kind == "text":
        return None
    if "size" in (shown.kind, literal.kind) and "tensor" in (shown.kind, literal.kind):
        return None
    return match(literal, plain.of_literal(shown.data))
