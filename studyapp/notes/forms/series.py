"""Questions as the items of lists in which most items ask and have their answers below them."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

from studyapp.notes.asking import asks, bare_question, is_questions, unpictured
from studyapp.notes.forms.candidate import answered
from studyapp.notes.forms.lists import LABELLED, TASK, items_of, last_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Candidate, Skipped
    from studyapp.notes.forms.lists import Item
    from studyapp.notes.page import Page, Piece

_FEWEST = 3  # such items in a section make a series; two, if its heading says so
_SHARE = 0.7
_MARKED = ("?", "？")
_HEAD = re.compile(r"#{1,6}[ \t]+")
_CHAPTER = re.compile(r"\s*[-*+]?[ \t]*\d{1,2}(?:\.\d{1,2})+\s")
_BOLD = re.compile(r"(\*\*|__|\*|_)(?=\S)(?P<asked>(?:(?!\1).)+[?？])\1(?P<rest>.*)")


class _Asked(NamedTuple):
    """An item that asks: its line, the headings around it, its question, its answer.

    The answer is what stands behind the question, and what stands below it, as indented as it is.
    """

    line: int
    trail: tuple[str, ...]
    question: str
    behind: str
    below: str


def find_series(page: Page) -> Iterator[Candidate | Skipped]:
    """The questions of the lists of `page`, by section: few of them, or among others, are talk."""
    if sum(map(page.source.joined.count, _MARKED)) <= 1:
        return
    sections: dict[tuple[str, ...], list[_Asked | None]] = {}
    for piece in page.of_kind("List"):
        if any(mark in page.source.text(piece.line, piece.end_line) for mark in _MARKED):
            sections.setdefault(piece.trail, []).extend(_read(page, piece))
    for trail, items in sections.items():
        asked = [one for one in items if one]
        fewest = 2 if any(map(is_questions, (page.title, *trail[-1:]))) else _FEWEST
        if len(asked) >= max(fewest, _SHARE * len(items)):
            for one in asked:
                text = f"{one.behind}\n{dedent(one.below)}"
                yield answered("list", one.question, (one.line, one.trail), text, one.line)


def _read(page: Page, piece: Piece) -> Iterator[_Asked | None]:
    """What the outermost items of a list ask, None for one that asks or answers nothing."""
    items = items_of(page, piece)
    for number, item in enumerate(items):
        if item.indent == items[0].indent:
            below = page.source.text(item.line + 1, last_line(items, number, piece.end_line))
            question, behind = _question(item, below)
            told = question and _tells(f"{behind}\n{below}")
            yield _Asked(item.line, piece.trail, question, behind, below) if told else None


def _tells(text: str) -> bool:
    """Whether `text` may answer: it ends with no question, and is no table of contents."""
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines or lines[-1].rstrip().endswith(_MARKED):
        return False
    return not all(map(_CHAPTER.match, lines))


def _question(item: Item, below: str) -> tuple[str, str]:
    """What an item asks, "" for nothing, and what stands behind that on its line."""
    if TASK.match(item.text) or LABELLED.match(item.text):
        return "", ""  # a labelled item says for itself whether it asks
    if found := _BOLD.fullmatch(item.text):
        return found["asked"].strip(), found["rest"].strip()
    text = unpictured(_HEAD.sub("", item.text))
    question = bare_question(text)
    # Without a mark it may go on in the next line; a heading, or a blank line below, ends it.
    whole = question.endswith(_MARKED) or text != item.text or below.startswith("\n")
    return (question, "") if whole and asks(question) else ("", "")
