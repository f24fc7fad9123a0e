"""Questions as numbered items of their own, with the answers below them, not indented."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.asking import asks, bare_question, is_questions
from studyapp.notes.forms.candidate import has_label
from studyapp.notes.forms.spans import Asked, answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Candidate, Skipped
    from studyapp.notes.page import Page

_ITEM = re.compile(r"[ ]{0,3}\d{1,9}[.)][ \t]+(\S.*)")
_FEWEST = 3  # such questions make a list of them; one suffices where a label says "answer"


def find_numbered(page: Page) -> Iterator[Candidate | Skipped]:
    """The questions of `page` that end their list: markdown sees a new list at each number."""
    asked = [
        Asked(piece.line, index, question, piece.line, "")
        for index, piece in enumerate(page.pieces)
        if piece.kind == "List"
        and piece.line == piece.end_line
        and (question := _question(page.source.lines[piece.line - 1]))
        and _goes_on(page, index)
    ]
    nearest = {trail[-1] for one in asked if (trail := page.pieces[one.place].trail)}
    if len(asked) < _FEWEST and not any(map(is_questions, (page.title, *nearest))):
        asked = [one for one in asked if _is_labelled(page, one)]
    return answers("list", page, asked)


def _question(text: str) -> str:
    found = _ITEM.fullmatch(text)
    question = bare_question(found[1]) if found else ""
    return question if asks(question) and question.endswith(("?", "？")) else ""


def _goes_on(page: Page, index: int) -> bool:
    """Whether text stands below the item, before the next one."""
    stop = index + 1
    if stop == len(page.pieces) or stop == page.next_break(index):
        return False
    return not _question(page.source.lines[page.pieces[stop].line - 1])


def _is_labelled(page: Page, one: Asked) -> bool:
    return has_label(page.source.below(one.line))
