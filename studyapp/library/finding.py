"""The note that some words of its title mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz import fuzz, process

from studyapp.notes.identity import normalize
from studyapp.notes.page import stem

if TYPE_CHECKING:
    from studyapp.library.snapshot import Snapshot

LEAST = 60
"""Likeness, of 100, below which a note is not meant."""


class Found(NamedTuple):
    """A note, its title, and how well it fits, of 100."""

    path: str
    title: str
    likeness: int


def find_notes(snapshot: Snapshot, words: str, most: int = 5) -> list[Found]:
    """The notes whose title, name or folder is most like `words`, the best first.

    Looks at every note, so not for the screen's thread.
    """
    asked = normalize(words)
    if not asked:
        return []
    briefs = snapshot.notes.briefs
    titles = {path: flat.title for path, flat in briefs.flats()}
    names = {path: _named(path, title) for path, title in titles.items()}
    scored = process.extract(
        asked, names, scorer=fuzz.partial_ratio, limit=4 * most, score_cutoff=LEAST
    )
    # Of titles that hold the words as well, the one that holds least else is meant.
    ranked = sorted(scored, key=lambda one: (-one[1], len(one[0])))
    return [Found(path, titles[path], round(score)) for _, score, path in ranked[:most]]


def named_note(snapshot: Snapshot, words: str) -> str | None:
    """The path of the note that `words` name without doubt: its path, title or file name."""
    if words in snapshot.notes:
        return words
    if (path := f"{words}.md") in snapshot.notes:
        return path
    asked = normalize(words)
    flats = snapshot.notes.briefs.flats()
    meant = [p for p, flat in flats if asked in {normalize(flat.title), normalize(stem(p))}]
    return meant[0] if len(meant) == 1 else None


def _named(path: str, title: str) -> str:
    folder = path.rpartition("/")[0]
    return f"{normalize(title)} {normalize(stem(path))} {folder.casefold()}"
