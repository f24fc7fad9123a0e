"""The names in a card that torch's documentation may have an example of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes import Card, Note

_SPELLED = re.compile(r"`([^`]+)`")
_QUALIFIED = re.compile(r"(?<![\w.])(torch|nn|F|Tensor|optim)((?:\.[A-Za-z_]\w*)+)", re.ASCII)
_CLASS = re.compile(r"(?<![\w.])[A-Z][a-z0-9]+(?:[A-Z][A-Za-z0-9]*)+(?![\w.])", re.ASCII)
_ROOTS = {
    "torch": "torch",
    "nn": "torch.nn",
    "F": "torch.nn.functional",
    "Tensor": "torch.Tensor",
    "optim": "torch.optim",
}
# What a sentence may well say without meaning the function.
_WORDS = """
abs add all any bool cat clone compile copy cos data detach device diff div dot dtype equal
exp fill flip float full grad hash int item load log max mean median min mode mul name ne norm
ones pow prod rand range real repeat round save scale select set shape sin size sort split
sqrt square stack std sub sum tensor test to trace type unique var where zeros
"""
_COMMON = frozenset(_WORDS.split())
_TORCH = re.compile(r"\b(?:py)?torch\b|\bnn\.", re.IGNORECASE)


def documentable(card: Card, note: Note) -> tuple[str, ...]:
    """Dotted names in torch, those of the question first; none where `note` is not about it."""
    if not _concerns_torch(note):
        return ()
    spelled = " ".join(_SPELLED.findall(card.answer))
    texts = (card.question, note.title, spelled)
    return tuple(dict.fromkeys(name for text in texts for name in _named(text)))


def _named(text: str) -> Iterator[str]:
    for found in _QUALIFIED.finditer(text):
        name = _ROOTS[found[1]] + found[2]
        if name.rpartition(".")[2].lower() not in _COMMON:
            yield name
    yield from (f"torch.nn.{name}" for name in _CLASS.findall(text))


def _concerns_torch(note: Note) -> bool:
    code = (snippet.code for snippet in note.snippets if snippet.runnable)
    return any(map(_TORCH.search, (note.title, *note.metadata.tags, *code)))
