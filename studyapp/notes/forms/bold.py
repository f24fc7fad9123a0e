"""Questions in bold: a paragraph `**Q: …**`, then the answer."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.forms.candidate import Candidate, answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.page import Page, Piece

_QUESTION = re.compile(
    r"[ ]{0,3}\*\*[ \t]*(?:Q(?:uestion)?|问)[ \t]*(?:\d+[ \t]*)?[:：.、]"
    r"(?P<inside>[^\n]*?)\*\*(?P<rest>[^\n]*)",
    re.IGNORECASE,
)


def find_bold(page: Page) -> Iterator[Candidate]:
    """The bold questions of `page`; the next one, a heading or a rule ends an answer."""
    for index, piece in enumerate(page.pieces):
        if not (question := _question(page, piece)):
            continue
        stop = next(
            (
                later
                for later in range(index + 1, len(page.pieces))
                if page.pieces[later].kind in ("Heading", "ThematicBreak")
                or _question(page, page.pieces[later])
            ),
            len(page.pieces),
        )
        text = page.source.text(piece.line, page.last_line(stop))
        # `**Q:** what?` has its question behind the bold label, `**Q: what?** A: …` its answer.
        inside = question["inside"].strip()
        asked = inside or question["rest"].strip()
        answer = text[question.start("rest") if inside else question.end("rest") :]
        if candidate := answered("bold", asked, piece, answer, piece.line):
            yield candidate


def _question(page: Page, piece: Piece) -> re.Match[str] | None:
    if piece.kind != "Paragraph":
        return None
    return _QUESTION.match(page.source.lines[piece.line - 1])
