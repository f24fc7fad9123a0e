"""A library's coverage of its outlines, as values for screens and verbs.

Imports no part of Textual, so that the command line can tell the same.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from studyapp.library.candidates import candidates
from studyapp.library.coverage import Match, Matcher
from studyapp.library.outlines import read_outlines
from studyapp.notes.identity import normalize
from studyapp.notes.outline import end_of
from studyapp.study.coverage import Tally, tally, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from studyapp.library.candidates import Candidate
    from studyapp.library.snapshot import Snapshot
    from studyapp.notes.listed import Question
    from studyapp.notes.outline import Chapter, Outline


@dataclass(frozen=True, slots=True)
class Covered:
    """A question of an outline, its note and the cards that ask it; suspended ones don't count.

    `twins` are the other places at which outlines list the same question: path and line.
    """

    question: Question
    match: Match
    cards: tuple[Candidate, ...]
    tally: Tally
    twins: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class CoveredChapter:
    """A chapter, its own questions, and the tally of them and of all chapters inside."""

    chapter: Chapter
    questions: tuple[Covered, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class CoveredOutline:
    """An outline with its chapters."""

    outline: Outline
    chapters: tuple[CoveredChapter, ...]
    tally: Tally

    def below(self, at: int | None = None) -> Iterator[Covered]:
        """The questions of the chapter at an index and of those inside it; of all without one."""
        chapters = self.outline.chapters
        inside = self.chapters if at is None else self.chapters[at : end_of(chapters, at)]
        return (one for chapter in inside for one in chapter.questions)

    def around(self, at: int | None) -> Iterator[int | None]:
        """The chapter at an index, then those around it, inside out; None for all at last."""
        while at is not None:
            yield at
            depth = len(self.outline.chapters[at].trail)
            earlier = reversed(range(at))
            chapters = self.outline.chapters
            at = next((one for one in earlier if len(chapters[one].trail) < depth), None)
        yield None


@dataclass(frozen=True, slots=True)
class Coverage:
    """The outlines at `place`; `distinct` counts a question once, however often it is listed."""

    place: Path
    outlines: tuple[CoveredOutline, ...]
    tally: Tally
    distinct: Tally
    matcher: Matcher


def coverage_of(snapshot: Snapshot, place: Path, day: date) -> Coverage:
    """How far the whole library covers the outlines at `place`, a folder or a file.

    Reads and matches thousands of questions, so not for the screen's thread. Raises OSError.
    """
    outlines = read_outlines(place)
    count = _Count(Matcher(snapshot, place), _cards(snapshot, day), _places(outlines))
    found = tuple(count.outline(one) for one in outlines)
    counted = total(one.tally for one in found)
    return Coverage(place, found, counted, total(count.first.values()), count.matcher)


def _cards(snapshot: Snapshot, day: date) -> Mapping[str, list[Candidate]]:
    """The cards of each note, without the suspended ones."""
    found: defaultdict[str, list[Candidate]] = defaultdict(list)
    for card in candidates(replace(snapshot, under=""), day):
        if not card.suspended:
            found[card.note].append(card)
    return found


def _places(outlines: Iterable[Outline]) -> Mapping[str, list[tuple[str, int]]]:
    """Where each question is listed: path and line, by its normalized text."""
    found: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for outline in outlines:
        for question in outline.questions():
            found[normalize(question.text)].append((outline.path, question.line))
    return found


@dataclass(slots=True)
class _Count:
    """What is counted with; `first` has each distinct question's best tally."""

    matcher: Matcher
    cards: Mapping[str, list[Candidate]]
    places: Mapping[str, list[tuple[str, int]]]
    first: dict[str, Tally] = field(default_factory=dict)

    def outline(self, outline: Outline) -> CoveredOutline:
        """An outline with all that it lists."""
        chapters = outline.chapters
        own = [
            tuple(self._question(one, outline.path) for one in chapter.questions)
            for chapter in chapters
        ]
        tallies = [total(one.tally for one in questions) for questions in own]
        inside = (total(tallies[at : end_of(chapters, at)]) for at in range(len(chapters)))
        covered = tuple(map(CoveredChapter, chapters, own, inside))
        return CoveredOutline(outline, covered, total(tallies))

    def _question(self, question: Question, path: str) -> Covered:
        match = self.matcher.match(question, path)
        cards = [one for one in self.cards.get(match.note, ()) if match.card in {"", one.id}]
        counted = tally([card.schedule for card in cards] if match.note else None)
        key = normalize(question.text)
        self.first[key] = max(self.first.get(key, counted), counted, key=_furthest)
        twins = tuple(one for one in self.places[key] if one != (path, question.line))
        return Covered(question, match, tuple(cards), counted, twins)


def _furthest(one: Tally) -> tuple[int, ...]:
    return one.noted, one.carded, one.met, one.mastered
