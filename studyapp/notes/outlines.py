"""Markdown that lists, chapter by chapter, what there is to know, read as an outline."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studyapp.notes import markdown
from studyapp.notes.asking import asks, unnumbered
from studyapp.notes.block import find_block
from studyapp.notes.limits import refuse
from studyapp.notes.lines import BOM
from studyapp.notes.listed import Question, is_aside, read_listed
from studyapp.notes.outline import Chapter, Outline
from studyapp.notes.page import stem
from studyapp.notes.source import Source, read_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.markdown import Node

_BOLD = 7
"""The level of a bold paragraph, below the smallest heading; groups of items are below that."""
_ITEMS = {"List", "Item", "TaskItem"}


def parse_outline(raw: bytes, path: str) -> Outline:
    """The outline in `raw`, whatever the bytes; what can't be read has no chapters.

    Questions are the items of lists, at any depth, and whatever stands as a link alone. An item
    that groups others is a chapter; one below a question is a detail of it, unless it is a link.
    """
    text = raw.decode("utf-8", "replace").removeprefix(BOM)
    if "\0" in text or refuse(raw):
        return Outline(path, stem(path), ())
    block = find_block(text)
    return _Reading(read_source(text, block.body if block else 0)).outline(path)


@dataclass(slots=True)
class _Draft:
    """A chapter that is being read; nothing in an `aside` is a question."""

    level: int
    title: str
    line: int
    trail: tuple[str, ...]
    aside: bool = False
    questions: list[Question] = field(default_factory=list)


class _Reading:
    """One pass over the blocks of an outline."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._drafts: list[_Draft] = []
        self._open: list[_Draft] = []
        self._asides = 0

    def outline(self, path: str) -> Outline:
        """What all the blocks say together."""
        blocks = markdown.parse(self._source.body).children
        tops = [one for one in blocks if one.kind == "Heading" and one.value.level == 1]
        title = self._listed(tops[0]).text if len(tops) == 1 else ""
        self._begin(0, title, 1)
        for node in blocks:
            if node.kind == "Heading" and (node is not tops[0] if title else True):
                self._head(node, node.value.level)
            elif node.kind == "Paragraph":
                self._paragraph(node)
            elif node.kind == "List":
                self._items(node, _BOLD + 1)
        return Outline(path, title or stem(path), tuple(_kept(self._drafts)), self._asides)

    def _begin(self, level: int, title: str, line: int) -> None:
        while self._open and self._open[-1].level >= level:
            self._open.pop()
        trail = tuple(one.title for one in self._open[1:])
        aside = level > 0 and (is_aside(title) or self._open[-1].aside)
        self._open.append(_Draft(level, title, line, trail, aside))
        self._drafts.append(self._open[-1])

    def _head(self, node: Node, level: int) -> None:
        """Open the chapter that a heading, a bold paragraph or an item names."""
        listed = self._listed(node)
        self._begin(level, listed.text, listed.line)
        if listed.linked:
            self._add(listed)

    def _paragraph(self, node: Node) -> None:
        listed = self._listed(node)
        if listed.bold and not _asks(listed):
            self._head(node, _BOLD)
        elif listed.alone:
            self._add(listed)

    def _items(self, node: Node, level: int) -> None:
        """Read the items of a list; those that group others are chapters at `level`."""
        for item in node.children:
            lists = [one for one in item.children if one.kind == "List"]
            head = next((one for one in item.children if one.kind == "Paragraph"), None)
            if head is None:
                continue
            listed = self._listed(head)
            if lists and self._groups(listed, lists):
                self._head(head, level)
                for one in lists:
                    self._items(one, level + 1)
                while self._open[-1].level >= level:
                    self._open.pop()
            else:
                self._add(listed)
                asked = _asks(listed)
                for one in lists:
                    self._details(one, only_links=asked)

    def _groups(self, listed: Question, lists: list[Node]) -> bool:
        """Whether an item is the name of those below it, and asks nothing itself."""
        if _asks(listed):
            return False
        if listed.bold:
            return True
        return not listed.linked and any(self._is_question(one) for one in _heads(lists))

    def _details(self, node: Node, *, only_links: bool) -> None:
        """Take of what stands below a question that which is a question of its own."""
        for head in _heads([node]):
            if self._is_question(head, only_links=only_links):
                self._add(self._listed(head))
            else:
                self._asides += 1

    def _is_question(self, head: Node, *, only_links: bool = False) -> bool:
        listed = self._listed(head)
        return listed.linked or (not only_links and _asks(listed))

    def _add(self, listed: Question) -> None:
        if not listed.text or (self._open[-1].aside and not listed.target):
            self._asides += 1
        else:
            self._open[-1].questions.append(listed)

    def _listed(self, node: Node) -> Question:
        line = node.line + self._source.body_line - 1
        first, *more = self._source.lines[line - 1 : line + node.end_line - node.line]
        column = len(first.encode()[: node.column - 1].decode("utf-8", "replace"))
        return read_listed(first, line, column, " ".join(one.strip() for one in more))


def _asks(listed: Question) -> bool:
    # A remark may stand behind the mark: `What for? (2 points)`.
    return "?" in listed.text or "？" in listed.text or asks(unnumbered(listed.text))


def _heads(lists: list[Node]) -> Iterator[Node]:
    """What the items say first that stand in `lists`, at any depth, in their order."""
    waiting = [*reversed(lists)]
    while waiting:
        node = waiting.pop()
        if node.kind == "Paragraph":
            yield node
            continue
        paragraph = next((one for one in node.children if one.kind == "Paragraph"), None)
        inside = [one for one in node.children if one.kind in _ITEMS]
        waiting += reversed([*([paragraph] if paragraph else []), *inside])


def _kept(drafts: list[_Draft]) -> Iterator[Chapter]:
    """The chapters that hold a question, at any depth."""
    full: set[tuple[str, ...]] = set()
    for one in drafts:
        if one.questions:
            full.update((*one.trail, one.title)[:depth] for depth in range(1, len(one.trail) + 2))
    for one in drafts:
        if one.questions or (one.level and (*one.trail, one.title) in full):
            yield Chapter(one.title, one.line, one.trail, tuple(one.questions))
