"""Whether a card is one that a query asks for."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from studyapp.study.query.tree import Compare, Either, Every, Is, Node, Not, Property, State, Word

_COMPARED: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "!=": operator.ne,
}


class Facts(NamedTuple):
    """What a query can see of the card `id`; texts are folded.

    `text` holds all that words are looked for in: question, context and answer, and what follows.
    `note` is its note's path and title; each of `tags` stands behind a line feed. A tuple, since a
    search looks at all cards.
    """

    id: str
    text: str
    note: str
    deck: str
    tags: str
    states: frozenset[State]
    numbers: Mapping[Property, float]


Predicate: TypeAlias = Callable[[Facts], bool]


def predicate(node: Node) -> Predicate:  # noqa: PLR0911  one for each kind of node
    """What tells whether a card is meant, made once and asked of every card."""
    match node:
        case Word("", text):
            return lambda card: text in card.text
        case Word(place, text):
            return _placed(place, text)
        case Is(state):
            return lambda card: state in card.states
        case Compare(name, sign, number):
            compared = _COMPARED[sign]
            return lambda card: name in card.numbers and compared(card.numbers[name], number)
        case Not(part):
            holds = predicate(part)
            return lambda card: not holds(card)
        case Every(parts):
            every = [*map(predicate, parts)]
            return lambda card: all(one(card) for one in every)
        case Either(parts):
            either = [*map(predicate, parts)]
            return lambda card: any(one(card) for one in either)


def _placed(place: str, text: str) -> Predicate:
    match place:
        case "deck":
            return lambda card: text in card.deck
        case "tag":
            start = f"\n{text}"
            return lambda card: start in card.tags
        case _:
            return lambda card: text in card.note
