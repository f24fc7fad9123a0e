"""The forms in which a note asks, and which wins where two see a question in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.notes.forms.bold import find_bold
from studyapp.notes.forms.headings import find_headings
from studyapp.notes.forms.titles import find_titles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studyapp.notes.forms.candidate import Candidate
    from studyapp.notes.page import Page

FORMS: tuple[Callable[[Page], Iterator[Candidate]], ...] = (find_bold, find_headings, find_titles)
"""The most explicit form first: it wins over a later one whose lines overlap with its own."""


def find_candidates(page: Page) -> list[Candidate]:
    """The questions of `page` in its order, no two of them sharing a line."""
    found: list[Candidate] = []
    for form in FORMS:
        earlier = tuple(found)
        found += (
            candidate
            for candidate in form(page)
            if not any(
                other.line <= candidate.end_line and candidate.line <= other.end_line
                for other in earlier
            )
        )
    return sorted(found, key=lambda candidate: candidate.line)
