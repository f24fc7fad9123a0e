"""Questions as list items: `1. **Q: …**` with the answer nested below, or in the next item."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple

from studyapp.notes.asking import asks, bare_question, is_questions
from studyapp.notes.forms.candidate import Skipped, answered, has_label
from studyapp.notes.forms.folds import may_unfold, unfold
from studyapp.notes.tongues import ASKED, QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.forms.candidate import Candidate
    from studyapp.notes.page import Page, Piece

_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d{1,9}[.)、])[ \t]+(\S.*)")
LABELLED = re.compile(
    rf"(?P<bold>\*\*)?[ \t]*(?:(?P<sure>Q(?:uestion)?|问|{QUESTION})|问题)[ \t]*\d{{0,3}}[ \t]*"
    r"(?:[:：.、]|(?P<closed>\*\*)[ \t]*[:：])(?P<asked>.+)",
    re.IGNORECASE,
)
"""How an item begins that says that it asks."""
_MARKS = re.compile(rf"\?|？|Q|q:|q1|问|# |{ASKED}")  # a list without any of them asks nothing
_FEWEST = 5  # bare questions that make a list of them worth a word
TASK = re.compile(r"\[[ xX]\](?:\s|$)")
"""How an item to be ticked begins."""


class Item(NamedTuple):
    """A list item: its line, its indent in columns, the text behind its marker."""

    line: int
    indent: int
    text: str


def find_lists(page: Page) -> Iterator[Candidate | Skipped]:
    """The questions among the list items of `page` that have an answer."""
    for piece in page.of_kind("List"):
        if _MARKS.search(page.source.text(piece.line, piece.end_line)):
            yield from _questions(page, piece, items_of(page, piece))


def find_unanswered(page: Page) -> Iterator[Skipped]:
    """One word on the list items of `page` that ask; it matters where nothing else does."""
    items = (item for piece in page.of_kind("List") for item in items_of(page, piece))
    bare = [item for item in items if item.text.rstrip().endswith(("?", "？"))]
    bare = [item for item in bare if not TASK.match(item.text)]
    if len(bare) >= _FEWEST:
        why = f"it and {len(bare) - 1} more list items ask, and none has a labelled answer"
        yield Skipped(bare[0].line, bare[0].text, why)


def items_of(page: Page, piece: Piece) -> list[Item]:
    """The items of a list at any depth, in their order."""
    return [
        Item(line, len(found[1].expandtabs(4)), found[2])
        for line in range(piece.line, piece.end_line + 1)
        if (found := _ITEM.match(page.source.lines[line - 1])) and line not in page.code
    ]


def _questions(page: Page, piece: Piece, items: list[Item]) -> Iterator[Candidate | Skipped]:
    taken = 0
    heads = (page.title, *piece.trail[-1:])
    for number, item in enumerate(items):
        if item.line <= taken or not (read := _read(item.text, heads)):
            continue
        question, rest, labelled = read
        last = last_line(items, number, piece.end_line)
        body = dedent(page.source.text(item.line + 1, last))
        sibling = items[number + 1] if number + 1 < len(items) else None
        if not f"{rest}{body}".strip() and sibling and sibling.indent == item.indent:
            last = last_line(items, number + 1, piece.end_line)
            rest, body = "", dedent(page.source.text(item.line + 1, last))
            labelled = False  # the next item must say that it is the answer
        if not _is_answer(f"{rest}\n{body}") and not (labelled and f"{rest}{body}".strip()):
            continue
        yield answered("list", question, (item.line, piece.trail), f"{rest}\n{body}", item.line)
        taken = last


def _is_answer(text: str) -> bool:
    """Whether `text` is called an answer, or hides one."""
    return has_label(text) or (may_unfold(text) and unfold(text) is not None)


def _read(text: str, heads: tuple[str, ...]) -> tuple[str, str, bool] | None:
    """What the item `text` asks, what stands behind that, and whether it is surely a question.

    Where one of `heads` announces questions, a heading or an item in bold that asks is one.
    """
    found = LABELLED.match(text)
    if not found:
        bare = bare_question(text.lstrip("#"))
        sure = bare != text and asks(bare) and any(map(is_questions, heads))
        is_asked = sure or bare.endswith(("?", "？"))
        return (bare, "", sure) if is_asked and not TASK.match(text) else None
    asked, rest = found["asked"], ""
    if found["bold"] and not found["closed"]:
        asked, _, rest = asked.partition("**")
        if not asked.strip():  # `**Q:** what?`
            asked, rest = rest, ""
    asked = asked.strip()
    # `问题1：…` names a defect as often as it asks.
    sure = bool(found["sure"]) and (asks(asked) or bool(found["bold"]))
    return (asked, rest, sure) if asked else None


def last_line(items: list[Item], number: int, end_line: int) -> int:
    """The last line of the item at `number`, those nested in it included."""
    indent = items[number].indent
    later = (item.line - 1 for item in items[number + 1 :] if item.indent <= indent)
    return next(later, end_line)
