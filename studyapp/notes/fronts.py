"""What stands on a card's front: the question, or for a topic what to say about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.asking import asks

if TYPE_CHECKING:
    from studyapp.notes.note import Card

_ITEM = re.compile(r"^(?:[-*+]|\d{1,3}[.、)])[ \t]", re.MULTILINE)
_INLINE = re.compile(r"(?:^|[^\w.])(?:\d[)）、]|[（(]\d[)）]|[①-⑨])")
_SENTENCE = re.compile(r"[。！？；]|[.!?;](?=\s|$)")
_FENCE = re.compile(r"^[ \t]*(```|~~~).*?(?:^[ \t]*\1|\Z)", re.MULTILINE | re.DOTALL)
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[A-Za-z0-9_]+")

_CHARACTERS_A_SECOND = 4.0  # Mandarin, spoken calmly
_WORDS_A_SECOND = 2.5  # English, 150 words a minute
_STEP = 5  # seconds; less would feign a precision that the guess has not


def front(card: Card) -> str:
    """The title that `card` has for a question: it asks to be explained, with its answer's size."""
    if asks(card.question):
        return card.question
    points, seconds = count_points(card.answer), count_seconds(card.answer)
    if _CHINESE.search(card.question + card.answer):
        return f"讲一讲：{card.question}（约 {points} 点，{seconds} 秒）"
    plural = "" if points == 1 else "s"
    return f"Explain: {card.question} (about {points} point{plural}, {seconds} s)"


def count_points(answer: str) -> int:
    """How many things `answer` says: its list items, else its numbers, else its sentences."""
    said = _FENCE.sub("", answer)
    for mark in (_ITEM, _INLINE, _SENTENCE):
        count = len(mark.findall(said))
        if count > 1 or mark is _SENTENCE:
            return max(1, count)
    return 1


def count_seconds(answer: str) -> int:
    """How long `answer` takes to say aloud, code left out, in steps of five seconds."""
    said = _FENCE.sub("", answer)
    spoken = len(_CHINESE.findall(said)) / _CHARACTERS_A_SECOND
    spoken += len(_WORD.findall(said)) / _WORDS_A_SECOND
    return max(_STEP, round(spoken / _STEP) * _STEP)
