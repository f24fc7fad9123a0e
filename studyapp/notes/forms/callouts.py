"""Questions in frames: Obsidian's callouts `> [!question] …?`, admonitions `??? question "…?"`."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

from studyapp.notes.asking import bare_question, unnumbered
from studyapp.notes.forms.blocks import trail_at
from studyapp.notes.forms.candidate import answered
from studyapp.notes.forms.folds import indented, quoted, unfold
from studyapp.notes.source import sign

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Candidate, Skipped
    from studyapp.notes.page import Page

_KINDS = r"(?:question|faq|help|quiz|flash-?card|card|qa)"
_FRAME = sign("[!")
_BLOCK = re.compile(r"\n(?:\?\?\?|!!!)")
_CALLOUT = re.compile(
    rf"[ ]{{0,3}}>[ \t]?\[!{_KINDS}\][-+]?[ \t]+" + r"(?P<asked>.{0,1000}[?？][*_]{0,3})\s{0,9}",
    re.IGNORECASE,
)
_ADMONITION = re.compile(
    rf"(?:\?\?\?\+?|!!!)[ \t]+{_KINDS}[ \t]+"
    r"\"(?P<asked>[^\"]{0,1000}[?？])[ \t]{0,9}\"[ \t]*",
    re.IGNORECASE,
)


def find_callouts(page: Page) -> Iterator[Candidate | Skipped]:
    """The questions of `page` that head a frame, answered in it or in one of answers below."""
    if "!" in page.source.joined and page.source.holds(_FRAME):
        for place, piece in enumerate(page.pieces):
            if piece.kind == "BlockQuote":
                found = _CALLOUT.fullmatch(page.source.lines[piece.line - 1])
                if found:
                    yield _callout(page, place, _question(found))
    for line in page.source.lines_with(_BLOCK):
        found = _ADMONITION.fullmatch(page.source.lines[line - 1])
        if found and line not in page.code:
            last = line + indented(page.source.lines[line:])
            text = dedent(page.source.text(line + 1, last))
            trail = trail_at(page, line)
            yield answered("details", _question(found), (line, trail), text, line + 1)


def _callout(page: Page, place: int, question: str) -> Candidate | Skipped:
    piece = page.pieces[place]
    text, line = page.source.text(piece.line + 1, piece.end_line), piece.line + 1
    if not quoted(text).strip() and place + 1 < len(page.pieces):
        following = page.pieces[place + 1]
        below = page.source.text(following.line, following.end_line)
        if following.kind == "BlockQuote" and unfold(below):
            text, line = below, following.line
    text = text if unfold(text) else quoted(text)
    return answered("details", question, (piece.line, piece.trail), text, line)


def _question(found: re.Match[str]) -> str:
    return bare_question(unnumbered(found["asked"]))
