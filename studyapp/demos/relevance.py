"""How much a snippet is about what a card asks and answers."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from studyapp.demos.acts import MEASURES
from studyapp.demos.words import is_pair, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.demos.rarities import Rarity
    from studyapp.notes import Card, Note, Snippet

QUESTION = 2.0  # a word of the question tells twice what one of the answer does
ANSWER = 1.0
TRAIL = 1.0  # a heading names a topic, the code shows it
PAIR = 0.4  # a Chinese term of four characters has three pairs
TYPICAL = 15.0  # weight of a typical answer's words; of a longer one each match tells less
NAMED = 1.5  # a name that the question spells as code and the fence uses to the letter
MEASURED = 0.8  # what the question is about is measured: half as much for the answer
IN_ANSWER = 3.0  # a fence in the answer itself was put there to show it
HALF = 3.0  # the matched weight whose relevance is one half
_FEW = 3  # among fewer questions or fences, nothing is common by more than chance

_SPELLED = re.compile(r"`([^`]+)`")
_IDENTIFIER = re.compile(r"[A-Za-z_]\w+")
_COMMENT = re.compile(r"#.*")
_ABOUT = re.compile(r"什么是|是什么$|概念|\bwhat (?:is|are)\b|\bdefine\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Query:
    """The words that a card asks for, with the weight of each.

    `common` words stand in most fences and `named` ones are spelled as code in the question.
    """

    question: dict[str, float]
    answer: dict[str, float]
    common: frozenset[str]
    named: frozenset[str]


def ask(card: Card, note: Note, rarity: Rarity) -> Query:
    """The query of `card`: what most questions or fences of its `note` share tells nothing.

    A question for the note's own subject keeps those words: any fence of the note shows it.
    """
    subject = bool(_ABOUT.search(card.question)) and card.form != "title"
    asked = frozenset[str]() if subject else _shared(words(one.question) for one in note.cards)
    rivals = [one for one in note.snippets if one.runnable] or note.snippets
    coded = frozenset[str]() if subject else _shared(map(code_words, rivals))
    question = words(card.question) - asked
    answer = words(card.answer) - question - asked
    named = identifiers(" ".join(_SPELLED.findall(card.question)))
    named -= _shared(identifiers(one.code) for one in note.snippets)
    return Query(_weighed(question, rarity), _weighed(answer, rarity), coded, named)


def relevance(query: Query, snippet: Snippet, *, in_answer: bool = False) -> float:
    """From 0 for no word in common towards 1."""
    code = code_words(snippet)
    trail = words("\n".join(snippet.trail))
    code -= query.common
    long = min(1.0, TYPICAL / (sum(query.answer.values()) or 1.0))
    matched = QUESTION * (_sum(query.question, code) + TRAIL * _sum(query.question, trail))
    matched += ANSWER * long * (_sum(query.answer, code) + TRAIL * _sum(query.answer, trail))
    matched += NAMED * len(query.named & identifiers(snippet.code))
    matched += IN_ANSWER * in_answer
    seen = words(" ".join(identifiers(snippet.code) & MEASURES))
    matched += MEASURED * len(seen & query.question.keys())
    matched += MEASURED / 2 * len(seen & query.answer.keys())
    return matched / (matched + HALF)


def coverage(query: Query, text: str) -> float:
    """Which share of the question's weight the words of `text` carry."""
    total = sum(query.question.values())
    return _sum(query.question, words(text)) / total if total else 0.0


def code_words(snippet: Snippet) -> frozenset[str]:
    """The words that a run stands for: code and the first comment, which is a heading.

    Other lines of comment tell a story that no run shows.
    """
    return _code_words(snippet.code)


@lru_cache(maxsize=4096)
def _code_words(code: str) -> frozenset[str]:
    first, _, rest = code.partition("\n")
    lines = (line for line in rest.split("\n") if not line.lstrip().startswith(("#", "//")))
    return words("\n".join((first, *lines)))


@lru_cache(maxsize=4096)
def identifiers(code: str) -> frozenset[str]:
    """The identifiers in `code`, to the letter, comments aside."""
    return frozenset(_IDENTIFIER.findall(_COMMENT.sub("", code)))


def _shared(texts: Iterable[frozenset[str]]) -> frozenset[str]:
    several = list(texts)
    if len(several) < _FEW:
        return frozenset()
    counts = Counter(word for text in several for word in text)
    return frozenset(word for word, count in counts.items() if count > len(several) / 2)


def _weighed(some: frozenset[str], rarity: Rarity) -> dict[str, float]:
    return {word: rarity.weight(word) * (PAIR if is_pair(word) else 1.0) for word in some}


def _sum(weights: dict[str, float], some: frozenset[str]) -> float:
    return sum(weight for word, weight in weights.items() if word in some)
