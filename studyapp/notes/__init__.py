"""Pure: bytes → note → cards, snippets, links; values → splices."""

from studyapp.notes.edits import Waits
from studyapp.notes.identity import card_id, card_key
from studyapp.notes.metadata import KEYS, Metadata
from studyapp.notes.note import Card, Link, Note
from studyapp.notes.parsing import parse
from studyapp.notes.problems import Problem
from studyapp.notes.snippets import Snippet
from studyapp.notes.splices import Spliced, restore, splice

__all__ = [
    "KEYS",
    "Card",
    "Link",
    "Metadata",
    "Note",
    "Problem",
    "Snippet",
    "Spliced",
    "Waits",
    "card_id",
    "card_key",
    "parse",
    "restore",
    "splice",
]
