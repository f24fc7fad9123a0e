"""The last resort: a note without a card asks its title, and its first words are the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.notes.asking import bare_question
from studyapp.notes.forms.candidate import Candidate, Skipped, answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.page import Page

SHORTEST = 60  # characters of a lead that says something
LONGEST = 800  # and of one that can still be said aloud


def find_lead(page: Page) -> Iterator[Candidate | Skipped]:
    """The title of `page` as a question, answered by the text up to the next heading or rule.

    A question that a rule parts from the text below it is asked instead.
    """
    parted = _parted(page)
    if parted:
        yield parted
        return
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


def _parted(page: Page) -> Candidate | None:
    """The question that a page begins with, one line and a rule, as cards of Mochi do."""
    if len(page.pieces) < 3 or page.pieces[1].kind != "ThematicBreak":  # noqa: PLR2004  the parts
        return None
    head = page.pieces[0]
    question = bare_question(head.heading or page.source.text(head.line, head.end_line))
    if "\n" in question or not question.endswith(("?", "？")):
        return None
    line = page.pieces[2].line
    text = page.source.text(line, page.last_line(page.next_break(1))).strip()
    found = answered("lead", question, (head.line, ()), text, line)
    return found if isinstance(found, Candidate) and len(text) <= LONGEST else None
