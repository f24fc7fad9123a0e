"""One term of a query, such as `deck:nlp` or `ease<2.2`, read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from studyapp.study.query.tree import PROPERTIES, STATES, Compare, Is, Not, Operator, Place, Word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.study.query.tree import Node

KEYS = ("is", "deck", "tag", "note", "flag", "prop")
"""What may stand before a colon."""
Why = Literal["unfinished", "state", "property", "number", "flag", "group"]
"""What is wrong with a part of a line; `group` is said of parentheses and of `or`."""

_PLACES: Mapping[str, Place] = {"": "", "deck": "deck", "tag": "tag", "note": "note"}
_SIGNS: Mapping[str, Operator] = {
    "<": "<",
    "<=": "<=",
    ">": ">",
    ">=": ">=",
    "=": "=",
    "!=": "!=",
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
}
_COMPARISON = re.compile(r"(?P<name>[a-z]+)(?P<sign><=|>=|!=|[<>=≤≥≠])(?P<number>.*)")
_NUMBER = re.compile(r"(-?\d{1,9}(?:\.\d{0,9})?)(%?)")


def term(key: str, value: str) -> Node | Why | None:
    """What `key:value` asks for, the key being empty where there is none, or why it can't be.

    None where nothing is asked.
    """
    if not value:
        return "unfinished" if key else None
    match key:
        case "is":
            states = [Is(state) for state in STATES if state == value]
            return states[0] if states else "state"
        case "flag":
            flags: dict[str, Node] = {"1": Is("flagged"), "0": Not(Is("flagged"))}
            return flags.get(value, "flag")
        case "prop":
            return _comparison(value) or "property"
        case _:
            return Word(_PLACES[key], value)


def bare(value: str) -> Node | Why | None:
    """What a word without a key and without quotes asks for: `due<7` is a comparison."""
    return _comparison(value) or term("", value)


def _comparison(text: str) -> Compare | Why | None:
    found = _COMPARISON.fullmatch(text)
    name = found and next((name for name in PROPERTIES if name == found["name"]), None)
    if not (found and name):
        return None
    number = _NUMBER.fullmatch(found["number"])
    if number is None:
        return "number"
    share = 100 if number[2] else 1
    return Compare(name, _SIGNS[found["sign"]], float(number[1]) / share)
