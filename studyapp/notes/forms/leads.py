"""The last resort: a note without a card asks its title, and its first words are the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.notes.asking import bare_question
from studyapp.notes.forms.candidate import Skipped, answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Candidate
    from studyapp.notes.page import Page

SHORTEST = 60  # characters of a lead that says something
LONGEST = 800  # and of one that can still be said aloud


def find_lead(page: Page) -> Iterator[Candidate | Skipped]:
    """The title of `page` as a question, answered by the text up to the next heading or rule."""
    start = next((number for number, one in enumerate(page.pieces) if one.level == 1), -1) + 1
    stop = start
    while stop < len(page.pieces):
        piece = page.pieces[stop]
        if piece.level or piece.kind == "ThematicBreak":
            break
        stop += 1
    if start == stop or all(piece.kind != "Paragraph" for piece in page.pieces[start:stop]):
        return
    first = page.pieces[start]
    text = page.source.text(first.line, page.last_line(stop)).strip()
    line = page.pieces[start - 1].line if start else first.line
    if SHORTEST <= len(text) <= LONGEST:
        yield answered("lead", bare_question(page.title), (line, ()), text, first.line)
    else:
        why = (
            f"no question is marked, and the text below the title has {len(text):,} characters"
            f" where {SHORTEST} to {LONGEST} would be its answer"
        )
        yield Skipped(line, page.title, why)
