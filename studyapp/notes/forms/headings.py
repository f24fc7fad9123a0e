"""Questions as headings: `### Q1: …`, or `### 1. …?` in a section of interview questions."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.forms.candidate import Candidate, answered
from studyapp.notes.forms.titles import is_model_answer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.page import Page, Piece

_LABELLED = re.compile(r"(?:Q(?:uestion)?|问)\s*(?:\d+\s*)?[:：.、]\s*(.+)", re.IGNORECASE)
_PROBLEM = re.compile(r"问题\s*[:：]\s*(.+)")  # with a number it is mostly a defect: 问题1：死锁
_NUMBERING = re.compile(r"(?:\d+(?:\.\d+)*\s*[.、)）]?|[一二三四五六七八九十]+、|[（(]\d+[)）])\s*")
_INTERVIEW = re.compile(
    r"面试.{0,20}(?:问|题)|(?:常见|高频|经典|延伸|拓展)(?:面试)?(?:问题|提问|追问|问答|题)|追问|问答"
    r"|Q\s*&\s*A|FAQ|interview questions?|(?:common|frequent(?:ly)?(?: asked)?) questions",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r".*[?？]$|(?:如何|怎么|怎样|为什么|为何|什么|哪些|能否|是否|请)"
    r"|(?:how|what|why|when|where|which|who|is|are|do|does|can|should|explain|describe)\b",
    re.IGNORECASE,
)


def find_headings(page: Page) -> Iterator[Candidate]:
    """The heading questions of `page`, each with its section as the answer."""
    index = 0
    while index < len(page.pieces):
        piece = page.pieces[index]
        index += 1
        if not piece.level or not (question := _question(piece)):
            continue
        start, stop = index, page.section_end(index - 1)
        # A section that opens with a model answer goes on with explanations.
        if start < stop and is_model_answer(page.pieces[start].heading):
            start, stop = start + 1, min(stop, page.section_end(start))
        text_line = page.pieces[start - 1].line + 1
        text = page.source.text(text_line, page.last_line(stop))
        if candidate := answered("heading", question, piece, text, text_line):
            yield candidate
            index = stop


def _question(piece: Piece) -> str | None:
    if labelled := _LABELLED.fullmatch(piece.heading):
        return labelled[1].strip()
    problem = _PROBLEM.fullmatch(piece.heading)
    if problem and _ASKING.match(problem[1]):
        return problem[1].strip()
    bare = _NUMBERING.sub("", piece.heading, count=1).strip()
    if not _ASKING.match(bare):
        return None
    return bare if any(_INTERVIEW.search(heading) for heading in piece.trail) else None
