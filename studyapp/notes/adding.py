"""A card more in a note, in the note's own way, and not one other byte."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.notes.block import find_block
from studyapp.notes.edits import Waits
from studyapp.notes.identity import normalize
from studyapp.notes.limits import refuse
from studyapp.notes.lines import BOM, NEWLINE, newline_of
from studyapp.notes.page import Cues, Page, read_page, stem
from studyapp.notes.parsing import parse
from studyapp.notes.source import read_source
from studyapp.notes.styles import Style, styles
from studyapp.notes.syntax import SYNTAX, Syntax
from studyapp.notes.toml import find_toml

if TYPE_CHECKING:
    from studyapp.notes.note import Card, Note

_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Added:
    """The new bytes of a note, and the 1-based line where the new card's answer ends or will be."""

    data: bytes
    line: int


def append_card(
    raw: bytes, path: str, question: str, answer: str = "", syntax: Syntax = SYNTAX
) -> Added | Waits:
    """The note `raw` at `path` with one card more, at the end of the section it belongs to.

    It takes the form of the note's other cards; a note without any gets a section of questions.
    An empty `answer` leaves the place for it, and no card until it is filled in.
    """
    before = parse(raw, path, syntax)
    asked, said = _SPACES.sub(" ", question).strip(), _unified(answer).strip("\n").rstrip()
    if not asked:
        return Waits("the question is empty", 0, "write what is to be asked")
    page = _read(raw, path)
    if isinstance(page, Waits):
        return page
    for style in styles(page, before.cards, asked, said):
        added = _spliced(raw, style)
        if _holds(before, parse(added.data, path, syntax), asked, said):
            return added
    return Waits("no form would hold this card", 0, "write it into the note by hand")


def _read(raw: bytes, path: str) -> Page | Waits:
    try:
        text = raw.decode().removeprefix(BOM)
    except UnicodeDecodeError:
        return Waits("the file is not UTF-8 text", 0, "convert it to UTF-8")
    if refused := refuse(raw):
        line, reason, hint = refused
        return Waits(reason, line, hint)
    behind = find_block(text) or find_toml(text)
    return read_page(read_source(text, behind.body if behind else 0), stem(path), Cues())


def _spliced(raw: bytes, style: Style) -> Added:
    """The note with the lines of `style` in their place, empty ones around them."""
    mark, text = (BOM, raw.decode()[1:]) if raw.startswith(BOM_UTF8) else ("", raw.decode())
    newline = newline_of(text)
    ends = [found.start() for found in NEWLINE.finditer(text)]
    # Line 0, of a note without a front matter or text, ends before the first character.
    at = 0 if not style.after else (*ends, len(text))[style.after - 1]
    lines = ["", "", *style.lines] if text[:at].strip() else [*style.lines]
    below = NEWLINE.split(text[at:], 2)
    gap = [""] * (2 if below[0].strip() else 1) if any(line.strip() for line in below[:2]) else []
    new = f"{mark}{text[:at]}{newline.join([*lines, *gap])}{text[at:]}"
    return Added(new.encode(), max(1, style.after) + len(lines) - 1)


def _holds(before: Note, after: Note, question: str, answer: str) -> bool:
    """Whether `after` has the card, if it has an answer, and all that `before` had."""
    kept = [card for card in before.cards if card.form != "lead"]
    found = list(after.cards)
    if answer:
        new = [card for card in found if _is(card, question, answer)]
        if not new:
            return False
        found.remove(new[-1])
    found = [card for card in found if card.form != "lead"]
    return list(map(_words, found)) == list(map(_words, kept))


def _is(card: Card, question: str, answer: str) -> bool:
    alike = normalize(card.question) == normalize(question)
    return alike and _lines(card.answer) == _lines(answer)


def _words(card: Card) -> tuple[str, str, str]:
    return card.form, card.question, card.answer


def _lines(answer: str) -> list[str]:
    return [line.rstrip() for line in answer.strip().split("\n")]


def _unified(text: str) -> str:
    return NEWLINE.sub("\n", text)
