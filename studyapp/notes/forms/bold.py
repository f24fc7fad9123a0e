"""Questions in bold: a paragraph `**Q: …**`, then the answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.asking import asks, is_numbered, is_questions, unnumbered
from studyapp.notes.forms.candidate import has_label
from studyapp.notes.forms.spans import Asked, answers
from studyapp.notes.tongues import ASKED, QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Candidate, Skipped
    from studyapp.notes.page import Page, Piece

_LABELLED = re.compile(
    r"[ ]{0,3}\*\*[ \t]*(?:\d{1,3}[.、)][ \t]*)?"
    rf"(?:Q(?:uestion)?|问|面试题|追问|{QUESTION})[ \t]*"
    r"(?:\d{1,3}[ \t]*)?[:：.、](?P<inside>[^\n]*?)\*\*(?P<rest>[^\n]*)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"[ ]{0,3}\*\*[ \t]*Q\d{1,3}[ \t]*\*\*[ \t]*[:：.]?(?P<rest>[^\n]*)")
_EXERCISE = re.compile(
    r"[ ]{0,3}\*\*[ \t]*(?:练习|习题|例题|思考题?|考点|题目?|Exercise|Problem)[ \t]*\d{1,3}[ \t]*"
    r"(?:\*\*[ \t]*[:：.]|[:：.][ \t]*\*\*)[ \t]*(?P<rest>[^\n]+)",
    re.IGNORECASE,
)
_PROBLEM = re.compile(
    r"[ ]{0,3}\*\*[ \t]*问题[ \t]*\d{0,3}[:：][ \t]*(?P<inside>[^\n]*?[?？])[ \t]*\*\*"
    r"(?P<rest>[^\n]*)"
)
_WHOLE = re.compile(r"[ ]{0,3}\*\*(?P<inside>(?:(?!\*\*)[^\n])+)\*\*[ \t]*[:：]?[ \t]*")
_LINES = re.compile(r"\n {0,3}\*\*")
_SIGNS = re.compile(
    rf"\?|？|Q|q|问|面试题|{ASKED}"
)  # every question has one of them, most bold lines none
_FEWEST = 3  # numbered bold questions that make a list of them


def find_bold(page: Page) -> Iterator[Candidate | Skipped]:
    """The bold questions of `page`; the next one, a heading or a rule ends an answer."""
    lines = [
        (line, index, page.source.lines[line - 1])
        for line in page.source.lines_with(_LINES)
        if (index := page.index_at(line)) >= 0 and page.pieces[index].kind == "Paragraph"
    ]
    if not any(_SIGNS.search(text) for _, _, text in lines):
        return iter(())
    listed = _is_list([text for _, _, text in lines])
    asked = [
        Asked(line, index, question[0], line, question[1])
        for line, index, text in lines
        if (
            question := _labelled(text)
            or _exercise(page, line)
            or _bare(page, page.pieces[index], line, listed=listed)
        )
    ]
    return answers("bold", page, asked)


def _labelled(text: str) -> tuple[str, str] | None:
    """The question on the line `text` and what stands behind it; None if none is labelled."""
    if not _SIGNS.search(text):
        return None
    found = _LABELLED.match(text) or _PROBLEM.match(text)
    if found:
        # `**Q:** what?` has its question behind the bold label, `**Q: what?** A: …` its answer.
        inside = found["inside"].strip()
        return (inside, found["rest"]) if inside else (found["rest"].strip(), "")
    if numbered := _NUMBERED.match(text):
        return numbered["rest"].strip(), ""
    return None


def _exercise(page: Page, line: int) -> tuple[str, str] | None:
    """What the exercise on `line` asks, if an answer below is called one."""
    found = _EXERCISE.fullmatch(page.source.lines[line - 1])
    if not found or not has_label(page.source.below(line)):
        return None
    return found["rest"].strip(), ""


def _bare(page: Page, piece: Piece, line: int, *, listed: bool) -> tuple[str, str] | None:
    """A question without label, bold as a whole: one of a list, or in a section of questions."""
    text = page.source.lines[line - 1]
    if line != piece.line or not (listed or "?" in text or "？" in text):
        return None
    if not (found := _WHOLE.fullmatch(text)):
        return None
    question = unnumbered(found["inside"])
    if not asks(question):
        return None
    if listed and is_numbered(found["inside"].strip()):
        return question, ""
    if has_label(page.source.below(line)):
        return question, ""
    nearest = piece.trail[-1] if piece.trail else page.title
    marked = question.endswith(("?", "？"))
    return (question, "") if marked and is_questions(nearest) and not asks(nearest) else None


def _is_list(texts: list[str]) -> bool:
    """Whether the numbered lines among `texts`, bold as a whole, mostly ask."""
    if sum("?" in text or "？" in text for text in texts) < _FEWEST:
        return False
    inside = [found["inside"].strip() for text in texts if (found := _WHOLE.fullmatch(text))]
    numbered = [text for text in inside if is_numbered(text)]
    asking = [text for text in numbered if unnumbered(text).endswith(("?", "？"))]
    return len(asking) >= _FEWEST and len(asking) * 10 >= len(numbered) * 7
