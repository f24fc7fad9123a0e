"""The links of a note's related-notes section."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from studyapp.notes.note import Link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.page import Page

_SECTION = re.compile(
    r"相关(?:笔记|链接|阅读)|related(?: notes?| reading)?|see also", re.IGNORECASE
)
# The target runs to the last `.md)`: names of notes hold parentheses and spaces.
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])+)\]\(<?([^\n]{1,500}?\.md)>?(?:#[^)\n]*)?\)")


def find_links(page: Page) -> tuple[Link, ...]:
    """The links to notes, in their order."""
    return tuple(_links(page))


def _links(page: Page) -> Iterator[Link]:
    for index, piece in enumerate(page.pieces):
        if piece.level and _SECTION.fullmatch(piece.heading):
            last = page.last_line(page.section_end(index))
            for line in range(piece.line + 1, last + 1):
                for found in _LINK.finditer(page.source.lines[line - 1]):
                    yield Link(found[1], unquote(found[2]), line)
