"""A line that chooses cards: words they must have, and terms such as `is:due` or `deck:nlp`.

Any case and any width will do. What stands in quotes is one word; `-` before a word or a term
takes out what matches it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable

State = Literal["due", "new", "flagged", "leech", "suspended"]
STATES: tuple[State, ...] = get_args(State)
"""What `is:` can ask for."""
KEYS = ("is", "deck", "tag", "note")

_TERM = re.compile(
    r'(?P<minus>-?)(?:(?P<key>\w+):)?(?:["“”](?P<quoted>[^"“”]*)["“”]?|(?P<bare>\S*))'
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a query can see of a card; its texts are as `plain` makes them."""

    text: str
    deck: str
    note: str
    tags: tuple[str, ...]
    states: frozenset[State]


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for: `key` is one of `KEYS`, or "" for words anywhere."""

    key: str
    value: str
    without: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All of `terms` must hold; `faults` are the terms that say nothing, as they were typed."""

    terms: tuple[Term, ...]
    faults: tuple[str, ...] = ()


def facts(
    question: str, title: str, note: str, tags: Iterable[str], states: Iterable[State]
) -> Facts:
    """The facts of one card of the note at path `note`."""
    plain_tags, path = tuple(map(plain, tags)), plain(note)
    deck = path.rpartition("/")[0]
    text = "\n".join((plain(question), plain(title), deck, *plain_tags))
    return Facts(text, deck, f"{path}\n{plain(title)}", plain_tags, frozenset(states))


def plain(text: str) -> str:
    """`text` without differences of case and width."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def read(line: str) -> Query:
    """What a line asks for; any line can be read."""
    terms: list[Term] = []
    faults: list[str] = []
    for found in _TERM.finditer(plain(line)):
        typed, key = found[0], found["key"] or ""
        value = found["bare"] if found["quoted"] is None else found["quoted"].strip()
        if key and key not in KEYS:  # a colon may stand in any word
            key, value = "", f"{key}:{value}"
        if (key and not value) or (key == "is" and value not in STATES):
            faults.append(typed)
        elif value:
            terms.append(Term(key, value, without=bool(found["minus"])))
    return Query(tuple(terms), tuple(faults))


def matches(query: Query, card: Facts) -> bool:
    """Whether a card is one that the query asks for; without terms every card is."""
    return all(_holds(term, card) is not term.without for term in query.terms)


def _holds(term: Term, card: Facts) -> bool:
    match term.key:
        case "is":
            return term.value in card.states
        case "deck":
            return term.value in card.deck
        case "tag":
            return any(tag.startswith(term.value) for tag in card.tags)
        case "note":
            return term.value in card.note
        case _:
            return term.value in card.text
