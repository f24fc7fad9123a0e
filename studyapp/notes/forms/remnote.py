"""Questions as RemNote exports them: list items `front >> back`, `front >>>` above nested items."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

from studyapp.notes.asking import bare_question
from studyapp.notes.forms.candidate import answered
from studyapp.notes.forms.gaps import masked
from studyapp.notes.forms.lists import items_of, last_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Candidate, Skipped
    from studyapp.notes.page import Page

_PARTED = re.compile(r"(?P<asked>.*\w{2}.*?\S)[ \t]+(?:>>[ \t]+(?P<said>\w.+)|>>>[ \t]*)")
_FEWEST = 3  # fewer may be paths through menus, or shifts of bits


def find_remnote(page: Page) -> Iterator[Candidate | Skipped]:
    """The list items of `page` with the sign between front and back, if several have it."""
    if ">>" not in page.source.joined:
        return
    found: list[Candidate | Skipped] = []
    for piece in page.of_kind("List"):
        if ">>" not in page.source.text(piece.line, piece.end_line):
            continue
        items = items_of(page, piece)
        for number, item in enumerate(items):
            if ">>" not in item.text or masked(item.text).count(">>") != 1:
                continue
            if not (parted := _PARTED.fullmatch(item.text)):
                continue
            last = item.line if parted["said"] else last_line(items, number, piece.end_line)
            text = parted["said"] or dedent(page.source.text(item.line + 1, last))
            at = item.line if parted["said"] else item.line + 1
            question = bare_question(parted["asked"])
            found.append(answered("list", question, (item.line, piece.trail), text, at))
    if len(found) >= _FEWEST:
        yield from found
