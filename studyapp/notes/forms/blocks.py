"""The blocks of lines that Obsidian's spaced repetition takes for cards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.history import COMMENT, read_comment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.history import History
    from studyapp.notes.page import Page

_TAGS = re.compile(r"(?:#[^\s#]+[ \t]*)+")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s")


def open_lines(page: Page) -> Iterator[int]:
    """The lines of `page` that may hold a card: text, neither code nor table nor HTML."""
    for piece in page.pieces:
        if piece.kind in ("Paragraph", "List", "BlockQuote"):
            yield from (
                line for line in range(piece.line, piece.end_line + 1) if line not in page.code
            )


def block_around(page: Page, line: int) -> range:
    """The lines around `line` without a blank one outside of code: a card, as the plugin reads."""
    lines, first, stop = page.source.lines, line, line + 1
    top = page.pieces[0].line
    while first > top and lines[first - 2].strip() and first - 1 not in page.code:
        if _HEADING.match(lines[first - 2]) or _TAGS.fullmatch(lines[first - 2].strip()):
            break
        if COMMENT.search(lines[first - 2]):
            break
        first -= 1
    while stop <= len(lines) and (lines[stop - 1].strip() or stop in page.code):
        stop += 1
        if COMMENT.search(lines[stop - 2]):
            break
    return range(first, stop)


def without_state(text: str) -> tuple[str, tuple[History | None, ...]]:
    """`text` up to the comment that holds the states of its cards, and those states."""
    found = COMMENT.search(text)
    return (text[: found.start()].rstrip(), read_comment(found[0])) if found else (text, ())


def trail_at(page: Page, line: int) -> tuple[str, ...]:
    """The headings around `line`."""
    return page.pieces[page.index_at(line)].trail
