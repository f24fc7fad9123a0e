"""What a query asks, as a tree of frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

State = Literal["due", "new", "known", "review", "flagged", "leech", "suspended", "buried"]
STATES: tuple[State, ...] = get_args(State)
"""What `is:` can ask for."""
Property = Literal[
    "due", "ease", "ivl", "mastery", "lapses", "reps", "added", "stability", "difficulty"
]
PROPERTIES: tuple[Property, ...] = get_args(Property)
"""What can be compared: days until a card is due and since its note was created, the factor of
its ease, its interval in days, mastery from 0 to 1, how often it was forgotten and answered, and
what FSRS knows of it."""
Place = Literal["", "deck", "tag", "note"]
Operator = Literal["<", "<=", ">", ">=", "=", "!="]


@dataclass(frozen=True, slots=True)
class Word:
    """Folded text to be found in a deck, at the start of a tag, in a note's name, or anywhere."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Is:
    """A state to be in."""

    state: State


@dataclass(frozen=True, slots=True)
class Compare:
    """A number to lie on one side of another; a card without that number does not."""

    name: Property
    operator: Operator
    number: float


@dataclass(frozen=True, slots=True)
class Not:
    """A part that must not hold."""

    part: Node


@dataclass(frozen=True, slots=True)
class Every:
    """Parts of which all must hold; without any, every card is meant."""

    parts: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """Parts of which one must hold."""

    parts: tuple[Node, ...]


Node: TypeAlias = Word | Is | Compare | Not | Every | Either
