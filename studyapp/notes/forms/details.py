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
    from studyapp.notes.page import Page

_SUMMARY = re.compile(
    r"<summary[^<>]{0,200}>(?P<said>.{1,1000}?)</summary>", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<[^<>]{1,300}>")
_LABEL = re.compile(rf"(?:Q(?:uestion)?|问题?|{QUESTION})\s*\d{{0,3}}\s*[:：.、]\s*", re.IGNORECASE)
_OPENING = re.compile(r"\A(?:\s*<(?:br|b|p|strong|div)\s*/?>)+", re.IGNORECASE)
_NESTING = re.compile(r"<(/?)details\b", re.IGNORECASE)
_FEWEST = 3  # summaries that ask, by which the others of a file do, too
_SHARE = 0.5
_NO_QUESTION = re.compile(
    r"(?:show|click|see|view|more|hint|code|table of|toc|目录|提示)\b|点击|展开", re.IGNORECASE
)


def find_details(page: Page) -> Iterator[Candidate | Skipped]:
    """The questions of `page` that stand in a summary, each with what it unfolds.

    Where most summaries of the file ask, one that names a topic does, too.
    """
    html = (place for place, piece in enumerate(page.pieces) if piece.kind == "HtmlBlock")
    found = [(place, one) for place in html if (one := _summary(page, place))]
    asking = [_asked(one)[1] for _, one in found]
    mostly = sum(asking) >= max(_FEWEST, _SHARE * len(asking))
    taken = 0
    for (place, one), asks_itself in zip(found, asking, strict=True):
        question, _ = _asked(one)
        line = page.pieces[place].line
        if line > taken and (asks_itself or (mostly and not _NO_QUESTION.match(question))):
            if not (end := _end(page, place)):
                continue  # it is not closed where its section ends
            taken = end[0]
            yield _answer(page, place, one, end)


def _summary(page: Page, place: int) -> re.Match[str] | None:
    piece = page.pieces[place]
    found = _SUMMARY.search(page.source.text(piece.line, piece.end_line))
    return found if found and "<details" in found.string[: found.start()].lower() else None


def _asked(found: re.Match[str]) -> tuple[str, bool]:
    """What a summary says, without label, and whether it asks."""
    said = unnumbered(_TAG.sub("", found["said"]).strip())
    label = _LABEL.match(said)
    question = bare_question(said[label.end() :] if label else said)
    return question, label is not None or asks(question)


def _end(page: Page, place: int) -> tuple[int, int] | None:
    """The line and the column where the details that the piece at `place` opens are closed."""
    depth = 0
    for later in page.pieces[place:]:
        if later.level:
            return None
        for line in range(later.line, later.end_line + 1):
            for mark in () if line in page.code else _NESTING.finditer(page.source.lines[line - 1]):
                depth += -1 if mark[1] else 1
                if not depth:
                    return line, mark.start()
    return None


def _answer(
    page: Page, place: int, found: re.Match[str], end: tuple[int, int]
) -> Candidate | Skipped:
    piece, (last, column) = page.pieces[place], end
    line = piece.line + found.string.count("\n", 0, found.end())
    lines = page.source.text(line, last - 1).split("\n") if last > line else []
    text = "\n".join([*lines, page.source.lines[last - 1][:column]])
    behind = found.end() - found.string.rfind("\n", 0, found.end()) - 1
    return answered(
        "details",
        _asked(found)[0],
        (piece.line, piece.trail),
        _OPENING.sub("", text[behind:]),
        line,
    )
