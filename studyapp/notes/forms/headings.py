"""Questions as headings: `### Q1: …`, or `### 1. …?` in a section or a file of questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.asking import (
    asks,
    bare_question,
    is_answer,
    is_model_answer,
    is_questions,
    unnumbered,
)
from studyapp.notes.forms.candidate import Candidate, answered, has_label
from studyapp.notes.forms.levels import question_headings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Skipped
    from studyapp.notes.page import Page, Piece

_LABELS = re.compile("Q|q|问|题|第")  # every label has one of them, most headings have none
_LABELLED = re.compile(
    r"(?:\d{1,3}[.、)]\s*)?(?:Q(?:uestion)?|问|面试题|追问)\s*(?:\d{1,3}\s*)?[:：.、)]\s*(.+)"
    r"|(?:Q|Question\s*)\d{1,3}\s+(?:[-–—]\s*)?(.+)",
    re.IGNORECASE,
)
_PROBLEM = re.compile(r"问题\s*[:：]\s*(.+)")  # with a number it mostly names a defect: 问题1：死锁
_DEFECT = re.compile(r"\A问题\s*\d{1,3}\s*[:：]\s*")  # unless an answer follows
_LABEL = re.compile(
    r"(?:Q(?:uestion)?|问题?|题目?|面试题)\s*#?\d{1,3}\s*[.:：]?|第\s*[\d一二三四五六七八九十]{1,3}\s*[题问]",
    re.IGNORECASE,
)


def find_headings(page: Page) -> Iterator[Candidate | Skipped]:
    """The heading questions of `page`, each with its section as the answer."""
    listed = question_headings(page)
    sections = frozenset(one.heading for _, one in page.headings() if is_questions(one.heading))
    taken = 0  # the pieces that the last question's answer goes up to
    for index, piece in page.headings():
        if index < taken:
            continue
        question, below = _question(page, index, listed, sections)
        if not question:
            continue
        start, stop = _answer(page, index + 1, page.section_end(index))
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


def _heads_answer(piece: Piece) -> bool:
    return piece.level > 0 and (is_model_answer(piece.heading) or is_answer(piece.heading))


def _question(
    page: Page, index: int, listed: frozenset[int], sections: frozenset[str]
) -> tuple[str, int]:
    """What the heading at `index` asks, "" for nothing, and the line below that asks it, or 0.

    The headings on the lines `listed` are questions; in `sections`, those that ask are.
    """
    piece = page.pieces[index]
    if _LABELS.search(piece.heading) and (asked := _labelled(page, index)):
        return asked
    is_listed = piece.line in listed
    in_place = page.cues.syntax.exposition or not sections.isdisjoint(piece.trail)
    answered_below = _is_answered(page, piece)
    if is_listed or in_place or answered_below:
        bare = bare_question(unnumbered(piece.heading))
        bare = _DEFECT.sub("", bare) if answered_below else bare
        return (bare if is_listed or asks(bare) else ""), 0
    return "", 0


def _is_answered(page: Page, piece: Piece) -> bool:
    """Whether a heading that asks has an answer below that is called one."""
    asked = "?" in piece.heading or "？" in piece.heading
    return asked and has_label(page.source.below(piece.line))


def _labelled(page: Page, index: int) -> tuple[str, int] | None:
    """The same for a heading with a label; None if the heading has none."""
    piece = page.pieces[index]
    if labelled := _LABELLED.fullmatch(piece.heading):
        return bare_question(labelled[1] or labelled[2]), 0
    problem = _PROBLEM.fullmatch(piece.heading)
    if problem and asks(problem[1]):
        return problem[1].strip(), 0
    if _LABEL.fullmatch(piece.heading):
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
