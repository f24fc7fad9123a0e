"""Questions as headings: `### Q1: …`, or `### 1. …?` in a section or a file of questions."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from studyapp.notes.asking import (
    asks,
    bare_question,
    is_answer,
    is_model_answer,
    is_numbered,
    is_questions,
    may_answer,
    may_question,
    unnumbered,
)
from studyapp.notes.forms.candidate import Candidate, answered, has_label
from studyapp.notes.forms.folds import may_unfold, unfold
from studyapp.notes.forms.labels import is_label, labelled, may_be_labelled
from studyapp.notes.forms.levels import question_headings
from studyapp.notes.tongues import SAID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Skipped
    from studyapp.notes.page import Page, Piece

_PROBLEM = re.compile(r"问题\s*[:：]\s*(.+)")  # with a number it mostly names a defect: 问题1：死锁
_DEFECT = re.compile(r"\A问题\s*\d{1,3}\s*[:：]\s*")  # unless an answer follows
_SPELLED = re.compile(f"答|nswer|{SAID}")  # what a label of an answer holds
_ANSWERING = re.compile(
    rf"{_SPELLED.pattern}|A\d{{0,3}}[ \t]*[:：.*（(]|[Aa]ns"
)  # or its abbreviation


class _Places(NamedTuple):
    """Where headings ask: those on the lines `listed`, and in `sections` those that are questions.

    Whether the page may hide answers, and name answers and label questions in its headings, tell
    `folds`, `answers` and `labels`.
    """

    listed: frozenset[int]
    sections: frozenset[str]
    folds: bool
    answers: bool
    labels: bool


def find_headings(page: Page) -> Iterator[Candidate | Skipped]:
    """The heading questions of `page`, each with its section as the answer."""
    sections = page.headings() if may_question(page.heads) else ()
    places = _Places(
        question_headings(page),
        frozenset(one.heading for _, one in sections if is_questions(one.heading)),
        may_unfold(page.source.joined),
        may_answer(page.heads),
        may_be_labelled(page.heads),
    )
    taken = 0  # the pieces that the last question's answer goes up to
    for index, piece in page.headings():
        if index < taken:
            continue
        question, below = _question(page, index, places)
        if not question:
            continue
        start, stop = _answer(page, index + 1, _own_end(page, index))
        text_line = max(page.pieces[start - 1].line, below) + 1
        text = page.source.text(text_line, page.last_line(stop))
        found = answered("heading", question, (piece.line, piece.trail), text, text_line)
        yield found
        if isinstance(found, Candidate):
            taken = stop


def _answer(page: Page, start: int, stop: int) -> tuple[int, int]:
    """The pieces of the answer to a question whose section has the pieces `start` to `stop`."""
    # A section that opens with a model answer goes on with explanations.
    if start < stop and _heads_answer(page.pieces[start]):
        return start + 1, min(stop, page.section_end(start))
    if start == stop < len(page.pieces) and is_answer(page.pieces[stop].heading):
        return start + 1, page.section_end(start)
    return start, stop


def _own_end(page: Page, index: int) -> int:
    """The index behind what belongs to the question at `index`: no labelled question below it.

    What belongs to a title ends where a section of questions begins, too.
    """
    stop, titled = page.section_end(index), page.pieces[index].level == 1
    for place in takewhile(lambda one: one < stop, page.behind(index)):
        heading = page.pieces[place].heading
        if labelled(heading) is not None or (titled and is_questions(heading)):
            return place
    return stop


def _heads_answer(piece: Piece) -> bool:
    return piece.level > 0 and (is_model_answer(piece.heading) or is_answer(piece.heading))


def _question(page: Page, index: int, places: _Places) -> tuple[str, int]:
    """What the heading at `index` asks, "" for nothing, and the line below that asks it, or 0."""
    piece = page.pieces[index]
    if places.labels and may_be_labelled(piece.heading) and (asked := _labelled(page, index)):
        return asked
    is_listed = piece.line in places.listed
    in_place = page.cues.syntax.exposition or not places.sections.isdisjoint(piece.trail)
    answered_below = _is_answered(page, index, places)
    if is_listed or in_place or answered_below:
        bare = bare_question(unnumbered(piece.heading))
        bare = _DEFECT.sub("", bare) if answered_below else bare
        return (bare if is_listed or answered_below or asks(bare) else ""), 0
    return "", 0


def _is_answered(page: Page, index: int, places: _Places) -> bool:
    """Whether the heading at `index` asks, or is a numbered topic, and an answer is called so."""
    piece = page.pieces[index]
    below = page.source.below(piece.line)
    called = has_label(below) and _ANSWERING.search(below) is not None
    named = not called and places.answers and _is_answer_next(page, index)
    if not (called or named or places.folds):
        return False
    asking = asks(unnumbered(piece.heading))
    if piece.heading in places.sections or not (asking or is_numbered(piece.heading)):
        return False
    if called:
        return asking or _SPELLED.search(below) is not None  # below a topic, `A:` is a name
    if named:
        return True
    text = page.source.text(piece.line + 1, page.last_line(page.next_break(index)))
    return asking and unfold(text) is not None


def _is_answer_next(page: Page, index: int) -> bool:
    """Whether right below the heading at `index` stands one that says "Answer"."""
    following = page.pieces[index + 1].heading if index + 1 < len(page.pieces) else ""
    return bool(following) and is_answer(following) and not is_model_answer(following)


def _labelled(page: Page, index: int) -> tuple[str, int] | None:
    """The same for a heading with a label; None if the heading has none."""
    piece = page.pieces[index]
    if asked := labelled(piece.heading):
        return asked, 0
    problem = _PROBLEM.fullmatch(piece.heading)
    if problem and asks(problem[1]):
        return problem[1].strip(), 0
    if is_label(piece.heading):
        return _below(page, index)
    return None


def _below(page: Page, index: int) -> tuple[str, int]:
    """The question in the paragraph below a heading that says no more than `Question 3`."""
    if index + 1 < len(page.pieces) and page.pieces[index + 1].kind == "Paragraph":
        line = page.pieces[index + 1].line
        text = page.source.lines[line - 1].strip()
        question = bare_question(text)
        if question != text or asks(question):
            return question, line
    return "", 0
