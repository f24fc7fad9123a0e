"""The forms in which a note asks, and which wins where two see a question in one place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.notes.forms.anki import find_anki
from studyapp.notes.forms.bold import find_bold
from studyapp.notes.forms.callouts import find_callouts
from studyapp.notes.forms.candidate import Candidate, Skipped
from studyapp.notes.forms.details import find_details
from studyapp.notes.forms.headings import find_headings
from studyapp.notes.forms.leads import find_lead
from studyapp.notes.forms.lists import find_lists, find_unanswered
from studyapp.notes.forms.numbered import find_numbered
from studyapp.notes.forms.obsidian import find_obsidian
from studyapp.notes.forms.paired import find_paired
from studyapp.notes.forms.plain import find_plain
from studyapp.notes.forms.remnote import find_remnote
from studyapp.notes.forms.series import find_series
from studyapp.notes.forms.tables import find_tables
from studyapp.notes.forms.tagged import find_tagged
from studyapp.notes.forms.titles import find_titles

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studyapp.notes.page import Page

FORMS: tuple[Callable[[Page], Iterator[Candidate | Skipped]], ...] = (
    find_anki,
    find_obsidian,
    find_tagged,
    find_callouts,
    find_paired,
    find_bold,
    find_lists,
    find_numbered,
    find_plain,
    find_tables,
    find_details,
    find_headings,
    find_titles,
    find_remnote,
    find_series,
)
"""The most explicit form first: it wins over a later one whose lines overlap with its own."""


def find_candidates(page: Page) -> tuple[list[Candidate], list[Skipped]]:
    """The questions of `page` in its order, no two of different forms sharing a line.

    Also what looked like a question and is none.
    """
    found: list[Candidate] = []
    skipped: list[Skipped] = []
    for form in FORMS:
        earlier = tuple(found)
        for one in form(page):
            if isinstance(one, Skipped):
                skipped.append(one)
            elif not any(
                other.line <= one.end_line and one.line <= other.end_line for other in earlier
            ):
                found.append(one)
    if not found:
        skipped += find_unanswered(page)
    if not found and page.cues.syntax.leads and not any(one.hint for one in skipped):
        for one in find_lead(page):
            if isinstance(one, Candidate):
                found.append(one)
            else:
                skipped.append(one)
    if page.cues.history:
        found = [replace(one, history=one.history or page.cues.history) for one in found]
    found.sort(key=lambda candidate: candidate.line)
    return found, [one for one in skipped if not any(_covers(other, one) for other in found)]


def _covers(one: Candidate, other: Skipped) -> bool:
    """Whether what looked like a question is part of one."""
    return one.line <= other.line <= one.end_line
