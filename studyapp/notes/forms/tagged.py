"""Questions tagged `#card`, as Logseq and Obsidian's flashcards do: what stands below answers."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING

from studyapp.notes.asking import bare_question, unnumbered
from studyapp.notes.forms.candidate import Candidate, answered
from studyapp.notes.forms.gaps import gaps

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Skipped
    from studyapp.notes.page import Page

_MARKS = (re.compile(r"#(?:[cC]ard|flashcard)"), re.compile(r"\[(?=\[[cC]ard\]\])"))
_TAGGED = re.compile(
    r"(?P<indent>[ \t]*)(?P<bullet>[-*+][ \t]+)?(?:#{1,6}[ \t]+)?(?P<asked>\S.{0,1000}?)"
    r"(?P<tags>(?:[ \t]+(?:#[^\s#]{1,80}|\[\[[^\[\]]{1,80}\]\])){1,9})[ \t]*"
)
_CARD = re.compile(
    r"(?:^|\s)(?:#(?:flash)?card(?:-spaced|-reverse)?|\[\[card\]\])(?=\s|$)", re.IGNORECASE
)
_PROPERTY = re.compile(r"\s*[\w-]{1,40}:: .*")
_CLOZE = re.compile(r"\{\{cloze (?P<hidden>[^{}]{1,500})\}\}")


def find_tagged(page: Page) -> Iterator[Candidate | Skipped]:
    """The headings, items and paragraphs of `page` that end with the tag, each with its answer."""
    if not page.source.holds(*_MARKS):
        return
    for line in page.source.lines_with(*_MARKS):
        place = page.index_at(line)
        found = _TAGGED.fullmatch(page.source.lines[line - 1])
        if place < 0 or line in page.code or not found or not _CARD.search(found["tags"]):
            continue
        last = _last(page, place, line, found)
        body = page.source.lines[line:last]
        kept = next((n for n, text in enumerate(body) if not _PROPERTY.fullmatch(text)), len(body))
        text = dedent(_CLOZE.sub(r"\1", "\n".join(body[kept:])))
        question = bare_question(unnumbered(found["asked"]))
        if not text.strip() and _CLOZE.search(question):
            for asked, hidden in gaps(question, _CLOZE):
                trail = page.pieces[place].trail
                yield Candidate("cloze", line, line, asked, hidden, trail)
            continue
        yield answered("tagged", question, (line, page.pieces[place].trail), text, line + 1 + kept)


def _last(page: Page, place: int, line: int, found: re.Match[str]) -> int:
    """The last line of what belongs to the tagged `line` in the piece at `place`."""
    piece, lines = page.pieces[place], page.source.lines
    if piece.level:
        return page.last_line(page.section_end(place))
    if found["bullet"]:
        indent = len(found["indent"].expandtabs(4))
        later = range(line + 1, piece.end_line + 1)
        ends = (
            at - 1 for at in later if lines[at - 1].strip() and _indent(lines[at - 1]) <= indent
        )
        return next(ends, piece.end_line)
    stop = line
    while stop < len(lines) and (lines[stop].strip() or stop + 1 in page.code):
        stop += 1
    return stop


def _indent(text: str) -> int:
    wide = text.expandtabs(4)
    return len(wide) - len(wide.lstrip())
