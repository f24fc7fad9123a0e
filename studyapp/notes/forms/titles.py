"""The title as the question, where a section holds the answer to say in an interview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.asking import asks, bare_question, is_model_answer, may_answer, unnumbered
from studyapp.notes.forms.candidate import Candidate, answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Skipped
    from studyapp.notes.page import Page

_PROBLEM = re.compile(
    r"(?:题目|问题)(?:描述|内容|要求|说明)?|题目?|原题"
    r"|(?:the )?problem(?: (?:statement|description))?|(?:task )?description",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"题|P(?i:roblem)|p(?i:roblem)|D(?i:escription)|d(?i:escription)"
)  # a quick look
_LONGEST_HEAD = 40
_LABEL = re.compile(r"\A问题\s*\d{1,3}\s*[:：]\s*")


def find_titles(page: Page) -> Iterator[Candidate | Skipped]:
    """The questions of `page` whose answers are model answers; a card's line is that heading's.

    The title asks, or the heading around the answer where several topics have one each.
    """
    if not may_answer(page.heads):
        return
    found = [index for index, piece in page.headings() if is_model_answer(piece.heading)]
    several = len({page.pieces[index].trail for index in found}) > 1
    asked: set[str] = set()
    for index in found:
        piece = page.pieces[index]
        parent = _LABEL.sub("", unnumbered(piece.trail[-1])) if piece.trail else ""
        own = parent and (several or asks(parent)) and not is_model_answer(piece.trail[-1])
        question = bare_question(parent if own else page.title)
        if question in asked:
            continue
        text = page.source.text(piece.line + 1, page.last_line(page.section_end(index)))
        candidate = answered("title", question, (piece.line, piece.trail), text, piece.line + 1)
        if isinstance(candidate, Candidate):
            asked.add(question)
            context = "" if own else problem_statement(page)
            candidate = _with_context(candidate, context)
        yield candidate


def problem_statement(page: Page) -> str:
    """What is asked below the title: the text of a section such as `## 题目描述`, or empty."""
    for index, piece in page.headings():
        if len(piece.heading) > _LONGEST_HEAD or not _STATED.search(piece.heading):
            continue
        if _PROBLEM.fullmatch(unnumbered(piece.heading).rstrip(":：")):
            return page.source.text(piece.line + 1, page.last_line(page.section_end(index))).strip()
    return ""


def _with_context(one: Candidate, context: str) -> Candidate:
    fields = (one.form, one.line, one.end_line, one.question, one.answer, one.trail)
    return Candidate(*fields, context)
