"""The links of a library's notes, followed to files."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import normalize

from studyapp.library.walk import SUFFIXES
from studyapp.notes import Problem
from studyapp.notes.destinations import destinations

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from studyapp.notes import Link, Note

_FARTHEST = 16  # folders above a library in which a repository may begin
_OUTLINES = "outlines"


class Links:
    """Follows links between `notes`, the paths of all notes of the library at `root`.

    Targets are sought beside the note, in the library, and in the folders above it up to the one
    that git keeps; without git, in the one right above.
    """

    def __init__(self, root: Path, notes: Iterable[str]) -> None:
        self._root = root
        self._notes = {_same(path): path for path in notes}
        self._above = folders_above(root)
        self._known: dict[str, bool] = {}

    def broken(self, note: Note) -> Iterator[Problem]:
        """The links of `note` that lead nowhere, each with what to do."""
        for link in note.links:
            if not self.leads(link, note.path):
                message = f"the link to `{link.target}` leads nowhere"
                yield Problem(note.path, link.line, message, self._hint(link))

    def leads(self, link: Link, path: str) -> bool:
        """Whether there is a file for a link in the note at `path`."""
        return self.place(link, path) is not None

    def place(self, link: Link, path: str) -> str | None:
        """Where a link in the note at `path` leads, relative to the library, if anywhere."""
        for target in [link.target] if link.kind == "inline" else _spellings(link):
            for place in destinations(target, path, above=self._above):
                if found := self._found(place):
                    return found
        # As Obsidian does, which writes no more of a path than tells it from others.
        return None if "/" in link.target else self._names.get(_name(link.target))

    def _found(self, place: str) -> str | None:
        if note := self._notes.get(_same(place)):
            return note
        if place not in self._known:
            self._known[place] = _exists(self._root / place)
        return place if self._known[place] else None

    @cached_property
    def _names(self) -> dict[str, str]:
        """The files of the library by name, notes without their ending too."""
        names: dict[str, str] = {}
        for folder, folders, files in os.walk(self._root):
            folders[:] = [one for one in folders if not one.startswith(".")]
            below = os.path.relpath(folder, self._root).replace(os.sep, "/")
            for file in files:
                path = file if below == "." else f"{below}/{file}"
                names.setdefault(_name(file), path)
                if file.lower().endswith(SUFFIXES):
                    names.setdefault(_name(file.rpartition(".")[0]), path)
        return names

    def _hint(self, link: Link) -> str:
        found = self._names.get(_name(link.target))
        return f"one of that name is at {found}" if found else "correct the path, or take it out"


def _spellings(link: Link) -> list[str]:
    """What a link may leave out: the ending, and the folder that outlines lie in."""
    names = [link.target, f"{link.target}.md"]
    return names + [f"{_OUTLINES}/{name}" for name in names if link.kind == "outline"]


def _exists(file: Path) -> bool:
    try:
        return file.exists()
    except (OSError, ValueError):  # too long for a name, or a null in it
        return False


def _same(path: str) -> str:
    """A path as systems compare it that store accents in parts."""
    return normalize("NFC", path)


def _name(target: str) -> str:
    return _same(target.rpartition("/")[2]).casefold()


def folders_above(root: Path) -> int:
    """How many folders above a library belong to it: up to git's, or without git, one."""
    above = (root, *root.parents)[:_FARTHEST]
    return next((level for level, one in enumerate(above) if _exists(one / ".git")), 1)
