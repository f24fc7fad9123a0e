"""Pure: bytes → note → cards, snippets, links; values → splices."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyapp.notes.adding import Added, append_card
    from studyapp.notes.edits import Waits
    from studyapp.notes.history import History
    from studyapp.notes.identity import card_id, card_key
    from studyapp.notes.metadata import KEYS, Metadata
    from studyapp.notes.note import Card, Link, Note
    from studyapp.notes.parsing import parse, parse_all
    from studyapp.notes.problems import Problem
    from studyapp.notes.reasons import Reason, check, explain
    from studyapp.notes.snippets import Snippet
    from studyapp.notes.splices import Spliced, mend, restore, splice
    from studyapp.notes.syntax import SYNTAX, Syntax

__all__ = [
    "KEYS",
    "SYNTAX",
    "Added",
    "Card",
    "History",
    "Link",
    "Metadata",
    "Note",
    "Problem",
    "Reason",
    "Snippet",
    "Spliced",
    "Syntax",
    "Waits",
    "append_card",
    "card_id",
    "card_key",
    "check",
    "explain",
    "mend",
    "parse",
    "parse_all",
    "restore",
    "splice",
]

_HOMES = {
    "KEYS": "metadata",
    "SYNTAX": "syntax",
    "Added": "adding",
    "Card": "note",
    "History": "history",
    "Link": "note",
    "Metadata": "metadata",
    "Note": "note",
    "Problem": "problems",
    "Reason": "reasons",
    "Snippet": "snippets",
    "Spliced": "splices",
    "Syntax": "syntax",
    "Waits": "edits",
    "append_card": "adding",
    "card_id": "identity",
    "card_key": "identity",
    "check": "reasons",
    "explain": "reasons",
    "mend": "splices",
    "parse": "parsing",
    "parse_all": "parsing",
    "restore": "splices",
    "splice": "splices",
}


def __getattr__(name: str) -> object:
    """Import what is asked for and no more: the app's first frame needs no YAML, no comrak."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
