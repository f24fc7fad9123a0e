"""Which note answers which question of an outline."""

from __future__ import annotations

import os
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias
from unicodedata import normalize as composed

from rapidfuzz import fuzz, process

from studyapp.library.links import folders_above
from studyapp.notes.destinations import destinations
from studyapp.notes.identity import normalize
from studyapp.notes.page import stem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from studyapp.library.snapshot import Snapshot
    from studyapp.notes.listed import Question

How: TypeAlias = Literal["link", "moved", "title", "question", "outline", ""]

NAMED = 90
"""Likeness, of 100, from which on a note that names the outline is taken for a question's."""
ALIKE = 70
"""From which on a note may be offered."""

_normalized = lru_cache(maxsize=1 << 16)(normalize)


class Match(NamedTuple):
    """The note of a question and how it was told, "" where there is none.

    It may be linked, or lie elsewhere by now under the name that is linked; its title, or a
    question in it, may equal the outline's; or it names the outline and its title is close.
    `card` is the one that asks the question, where only that is told.
    """

    note: str = ""
    how: How = ""
    card: str = ""


class Matcher:
    """Finds the notes of questions in the outlines at `place`, a folder or a file."""

    def __init__(self, snapshot: Snapshot, place: Path) -> None:
        self._snapshot = snapshot
        self._root = os.path.realpath(snapshot.root)
        self._folder = os.path.realpath(place if place.is_dir() else place.parent)
        self._above = folders_above(snapshot.root)
        within = os.path.relpath(self._folder, self._root).replace(os.sep, "/")
        self._within = "" if within == "." else f"{within}/"
        outlines = self._within if place.is_dir() else f"{self._within}{place.name}"
        self._paths = [
            path for path in snapshot.notes if not (self._within and path.startswith(outlines))
        ]

    def match(self, question: Question, outline: str) -> Match:
        """The note of a question in the outline at a path relative to the outlines' folder."""
        if question.target and (found := self._linked(question.target, outline)):
            return found
        asked = _normalized(question.text)
        if path := self._titles_of.get(asked):
            return Match(path, "title")
        if card := self._questions.get(asked):
            return Match(card[0], "question", card[1])
        if named := self._naming.get(_normalized(stem(outline))):
            best = process.extractOne(asked, named.keys(), scorer=fuzz.ratio, score_cutoff=NAMED)
            if best:
                return Match(named[best[0]], "outline")
        return Match()

    def offers(self, question: str, most: int = 3) -> list[tuple[str, int]]:
        """Notes that may answer a question, by their titles, with their likeness of 100."""
        found = process.extract(
            _normalized(question),
            self._titles,
            scorer=fuzz.ratio,
            limit=most,
            score_cutoff=ALIKE,
        )
        return [(self._titles_of[title], round(score)) for title, score, _ in found]

    def _linked(self, target: str, outline: str) -> Match | None:
        """The note behind a link, or the only one of that name."""
        for place in destinations(target, self._within + outline, above=self._above):
            whole = os.path.normpath(os.path.join(self._root, place))  # noqa: PTH118  many
            for path in (whole, f"{whole}.md"):
                below = path[len(self._root) + 1 :] if path.startswith(self._root + os.sep) else ""
                if known := self._by_path.get(_same(below.replace(os.sep, "/"))):
                    return Match(known, "link")
        moved = self._by_name.get(_same(target.rpartition("/")[2]).casefold(), [])
        return Match(moved[0], "moved") if len(moved) == 1 else None

    @cached_property
    def _by_path(self) -> Mapping[str, str]:
        return {_same(path): path for path in self._paths}

    @cached_property
    def _by_name(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path in self._paths:
            found.setdefault(_same(path.rpartition("/")[2]).casefold(), []).append(path)
        return found

    @cached_property
    def _titles_of(self) -> dict[str, str]:
        """The notes by title, and by file name where no title is the same."""
        briefs = self._snapshot.notes.briefs
        found: dict[str, str] = {}
        for path in self._paths:
            found.setdefault(_normalized(briefs.flat(path).title), path)
        for path in self._paths:
            found.setdefault(_normalized(stem(path)), path)
        found.pop("", None)
        return found

    @cached_property
    def _titles(self) -> list[str]:
        return [*self._titles_of]

    @cached_property
    def _questions(self) -> Mapping[str, tuple[str, str]]:
        """The cards by question: the note, and the id."""
        briefs = self._snapshot.notes.briefs
        found: dict[str, tuple[str, str]] = {}
        for path in self._paths:
            for card in briefs[path].cards:
                found.setdefault(_normalized(card.question), (path, card.id))
        return found

    @cached_property
    def _naming(self) -> Mapping[str, dict[str, str]]:
        """By the outline that notes name: those notes by title."""
        found: dict[str, dict[str, str]] = {}
        flats = self._snapshot.notes.briefs
        for path, words in self._snapshot.notes.sought():
            for outline in words.outlines:
                titles = found.setdefault(_normalized(stem(outline)), {})
                titles.setdefault(_normalized(flats.flat(path).title), path)
        return found


def _same(path: str) -> str:
    return composed("NFC", path)
