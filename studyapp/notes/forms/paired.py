"""Questions and answers below headings that name them: `# Question (EN)`, `## Answer (EN)`.

Those of other tools are called `Front` and `Back`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.asking import asks, bare_question, is_answer, may_answer, tongue_of_question
from studyapp.notes.forms.candidate import answered
from studyapp.notes.forms.folds import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Candidate, Skipped
    from studyapp.notes.page import Page

_TONGUE = re.compile(r"(?:(?P<word>.*?)\s*)[（(](?P<tongue>\w{2,10})[)）]")
_BACK = "back"
_LONGEST_HEAD = 40
_LONGEST = 2  # paragraphs of a question


def find_paired(page: Page) -> Iterator[Candidate | Skipped]:
    """The questions of `page` that stand in words below a heading, with the `Answer` for them."""
    if not may_answer(page.heads) and _BACK not in page.heads.casefold():
        return
    asked: dict[str, tuple[int, str]] = {}
    for index, piece in page.headings():
        tongue = tongue_of_question(piece.heading)
        if tongue is not None:
            asked[tongue] = (piece.line, _words(page, index))
        elif (answering := _tongue_of_answer(piece.heading)) is not None:
            line, question = asked.pop(answering, (0, ""))
            if not question and not answering:
                line, question = _above(page, index)
            if question:
                text = page.source.text(piece.line + 1, page.last_line(page.section_end(index)))
                yield answered("heading", question, (line, piece.trail), text, piece.line + 1)


def _tongue_of_answer(heading: str) -> str | None:
    if len(heading) > _LONGEST_HEAD:
        return None
    found = _TONGUE.fullmatch(heading)
    word = found["word"] if found else heading
    if not is_answer(word) and word.casefold() != _BACK:
        return None
    return found["tongue"].casefold() if found else ""


def _words(page: Page, index: int) -> str:
    """What stands below the heading at `index`, in one line, a quote without its marks."""
    stop = page.next_break(index)
    text = page.source.text(page.pieces[index].line + 1, page.last_line(stop)).strip()
    plain = f"{quoted(text)}\n{text}" if text.startswith(">") else text
    lines = [line for line in plain.split("\n") if not line.startswith(">")]
    return bare_question(" ".join(" ".join(lines).split()))


def _above(page: Page, index: int) -> tuple[int, str]:
    """The paragraph that asks between the heading at `index` and the one around it, and its line.

    The heading around it, which does not ask, is the topic.
    """
    start = next((place for place in range(index - 1, -1, -1) if page.pieces[place].level), -1)
    between = page.pieces[start + 1 : index]
    if start < 0 or page.pieces[start].level >= page.pieces[index].level:
        return 0, ""
    if not 0 < len(between) <= _LONGEST or any(one.kind != "Paragraph" for one in between):
        return 0, ""
    last = between[-1]
    question = " ".join(page.source.text(last.line, last.end_line).split())
    marked = question.endswith(("?", "？"))
    return (
        (last.line, bare_question(question))
        if marked and not asks(page.pieces[start].heading)
        else (0, "")
    )
