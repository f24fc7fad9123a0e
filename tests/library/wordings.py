"""One text said otherwise: mistyped, reworded, edited, without a model of language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from originals import ORIGINALS

if TYPE_CHECKING:
    from random import Random

PHRASES = (
    ("什么是", "怎么理解"),
    ("有什么区别", "的不同之处在哪里"),
    ("的区别", "的差异对比"),
    ("为什么", "出于什么原因"),
    ("如何", "怎样才能"),
    ("有哪些", "包括哪几种"),
    ("作用是什么", "起到什么作用"),
    ("是什么", "指的是什么"),
    ("详解", "深入解析"),
    ("机制", "原理"),
    ("优势", "好处"),
    ("适用", "适合"),
    ("场景", "情况"),
    ("优化", "改进"),
    ("实现", "做到"),
    ("设计", "构造"),
)
"""What is said one way and could be said another."""
OPENINGS = ("请谈谈：{}", "{}（请举例说明）", "面试常问：{}", "用自己的话说明：{}")
SENTENCE = re.compile(r"(?<=[。；;!?！？])|(?<=\. )|(?<=\n)")


def mistyped(text: str, rng: Random) -> str:
    """A letter missing, doubled or swapped with its neighbour."""
    places = [i for i in range(1, len(text) - 1) if text[i].isalnum() and text[i + 1].isalnum()]
    if not places:
        return text + text[-1]
    at = rng.choice(places)
    slip = rng.choice(("", text[at] * 2, text[at + 1] + text[at]))
    return text[:at] + slip + text[at + 1 + (len(slip) == 2 and slip[0] != slip[1]) :]


def reworded(text: str, rng: Random) -> str:
    """As a person put it for the hand-written cards; else phrase by phrase, clauses turned."""
    for _, cards in ORIGINALS.values():
        for card in cards:
            if card.question == text:
                return card.reworded
    new = text
    for phrase, other in PHRASES:
        new = new.replace(phrase, other)
    clauses = re.split(r"(?<=[，,？?])", new.strip("？?"))
    new = "".join([*clauses[1:], clauses[0]]) if len(clauses) > 1 else new
    return new if new != text else rng.choice(OPENINGS).format(text)


def edited(answer: str, rng: Random) -> str:
    """As a person edited it; else a sentence of four dropped, one of four moved, one added."""
    for _, cards in ORIGINALS.values():
        for card in cards:
            if card.answer == answer:
                return card.edited
    sentences = [part for part in SENTENCE.split(answer) if part]
    kept = [part for part in sentences if len(sentences) < 3 or rng.random() > 0.25]
    if len(kept) > 2:
        kept.insert(rng.randrange(len(kept)), kept.pop(rng.randrange(len(kept))))
    return "".join(kept).rstrip() + rng.choice((" 补充：细节见源码。", " In short: it depends."))
