"""The bundled decks as a source of demos for a library of the person's own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from studyapp.library.paths import bundled_notes
from studyapp.library.reading import parsed
from studyapp.notes import SYNTAX

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from studyapp.notes import Note

FOLDER = "decks"
"""How the paths of the bundled notes begin beside those of a library."""
_LANGUAGES = {"zh": "pytorch", "en": "pytorch-en"}
"""The bundled decks, which ask the same, by the language that they ask it in."""


@cache
def bundled(root: Path) -> Mapping[str, Note]:
    """The bundled notes that the library at `root` holds no copy of, read once."""
    fresh = [
        (file, f"{FOLDER}/{path}")
        for file, path in bundled_notes()
        if not ((root / path).exists() or (root / FOLDER / path).exists())
    ]
    return {path: parsed(file.read_bytes(), path, SYNTAX) for file, path in fresh}


def languages(root: Path) -> Mapping[str, str]:
    """The deck for each language of the interface, where the bundled ones are what is studied."""
    both = all((root / deck).is_dir() for deck in _LANGUAGES.values())
    return _LANGUAGES if both else {}


def unasked(root: Path, spoken: str) -> frozenset[str]:
    """The bundled decks in another language than a person's, which may be told as a locale."""
    own = "zh" if spoken.lower().startswith("zh") else "en"
    return frozenset(deck for one, deck in languages(root).items() if one != own)
