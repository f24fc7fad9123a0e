"""Questions that unfold: `<details><summary>question</summary>answer</details>`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.asking import asks, bare_question, unnumbered
from studyapp.notes.forms.candidate import answered
from studyapp.notes.tongues import QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Candidate, Skipped
    from studyapp.notes.page import Page, Piece

_SUMMARY = re.compile(
    r"<summary[^<>]{0,200}>(?P<said>.{1,1000}?)</summary>", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[^<>]{1,300}>")
_LABEL = re.compile(rf"(?:Q(?:uestion)?|问题?|{QUESTION})\s*\d{{0,3}}\s*[:：.、]\s*", re.IGNORECASE)
_END = "</details>"


def find_details(page: Page) -> Iterator[Candidate | Skipped]:
    """The questions of `page` that stand in a summary, each with what it unfolds."""
    for place, piece in enumerate(page.pieces):
        if piece.kind == "HtmlBlock":
            text = page.source.text(piece.line, piece.end_line)
            found = _SUMMARY.search(text)
            if found and "<details" in text[: found.start()].lower():
                yield from _question(page, place, piece, found)


def _question(
    page: Page, place: int, piece: Piece, found: re.Match[str]
) -> Iterator[Candidate | Skipped]:
    said = unnumbered(_TAG.sub("", found["said"]).strip())
    label = _LABEL.match(said)
    question = bare_question(said[label.end() :] if label else said)
    if not label and not asks(question):
        return
    line = piece.line + found.string.count("\n", 0, found.end())
    for later in page.pieces[place:]:
        if later.level:
            return  # it is not closed where its section ends
        for end in range(max(later.line, line), later.end_line + 1):
            at = page.source.lines[end - 1].lower().find(_END)
            if at >= 0 and end not in page.code:
                text = found.string[found.end() :] if later is piece else ""
                text = text[: text.lower().find(_END)] if text else _inside(page, found, line, end)
                yield answered("details", question, (piece.line, piece.trail), text, line)
                return


def _inside(page: Page, found: re.Match[str], line: int, end: int) -> str:
    rest = found.string[found.end() :].partition("\n")[0]
    return f"{rest}\n{page.source.text(line + 1, end - 1)}"
