"""Questions as rows of a table whose head says `Question` and `Answer`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.asking import bare_question, is_answer, unnumbered
from studyapp.notes.forms.candidate import answered
from studyapp.notes.tongues import QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Candidate, Skipped
    from studyapp.notes.page import Page

_CELLS = re.compile(r"(?<!\\)\|")
_ANSWER = re.compile(r"A|(?:expected|correct|my|your) answer", re.IGNORECASE)
_QUESTION = re.compile(rf"(?:面试|常见)?(?:问题|题目)|question|Q|{QUESTION}", re.IGNORECASE)


def find_tables(page: Page) -> Iterator[Candidate | Skipped]:
    """The rows of the tables of `page` that hold questions and answers."""
    for piece in page.of_kind("Table"):
        head = _cells(page.source.lines[piece.line - 1])
        asking = next((place for place, cell in enumerate(head) if _QUESTION.fullmatch(cell)), None)
        if asking is None:
            continue
        saying = next((place for place, cell in enumerate(head) if _answers(cell)), None)
        if saying is None:
            continue
        for line in range(piece.line + 2, piece.end_line + 1):
            row = _cells(page.source.lines[line - 1])
            if len(row) == len(head):
                question = bare_question(unnumbered(row[asking]))
                yield answered("table", question, (line, piece.trail), row[saying], line)


def _answers(cell: str) -> bool:
    return is_answer(cell) or _ANSWER.fullmatch(cell) is not None


def _cells(line: str) -> list[str]:
    bare = line.strip().removeprefix("|")
    bare = bare[:-1] if bare.endswith("|") and not bare.endswith("\\|") else bare
    return [cell.strip().replace("\\|", "|") for cell in _CELLS.split(bare)]
