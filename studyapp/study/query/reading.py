"""A line read as a query; any line can be read, for it is read while it is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studyapp.notes.folding import folded
from studyapp.study.query.terms import KEYS, Why, bare, term
from studyapp.study.query.tree import Either, Every, Not

if TYPE_CHECKING:
    from studyapp.study.query.tree import Node

DEEPEST = 32
"""Groups inside each other that are read; nobody types more."""
_TERM = re.compile(
    rf"(?:(?P<key>{'|'.join(KEYS)}):)?"
    r'(?:["“”](?P<quoted>[^"“”]*)["“”]?|(?P<bare>\S*))'  # the closing mark is yet to be typed
)


@dataclass(frozen=True, slots=True)
class Fault:
    """A part of a line that asks for nothing, as it was typed but for case and width, and why."""

    typed: str
    why: Why


@dataclass(frozen=True, slots=True)
class Query:
    """What `root` asks for; the `faults` stand outside it."""

    root: Node = Every()  # noqa: RUF009  frozen, so one can stand for all
    faults: tuple[Fault, ...] = ()


def read(line: str) -> Query:
    """What a line asks for; what can't be understood of it asks for nothing, and is named."""
    reader = _Reader(folded(line))
    return Query(reader.read() or Every(), tuple(reader.faults))


@dataclass(slots=True)
class _Group:
    """What stands between parentheses: alternatives, each of parts that must hold together."""

    without: bool = False
    either: list[list[Node]] = field(default_factory=lambda: [[]])

    def add(self, part: Node, *, without: bool) -> None:
        self.either[-1].append(Not(part) if without else part)

    def node(self) -> Node | None:
        """The group as one node; None if nothing in it asks for anything."""
        alternatives = [_together(parts) for parts in self.either if parts]
        flat: list[Node] = []
        for one in alternatives:
            flat += one.parts if isinstance(one, Either) else (one,)
        return Either(tuple(flat)) if flat[1:] else flat[0] if flat else None


def _together(parts: list[Node]) -> Node:
    flat: list[Node] = []
    for one in parts:
        flat += one.parts if isinstance(one, Every) else (one,)
    return Every(tuple(flat)) if flat[1:] else flat[0]


class _Reader:
    """One line, read from left to right; the last of its groups is open."""

    def __init__(self, line: str) -> None:
        self._line = line
        self._groups = [_Group()]
        self.faults: list[Fault] = []

    def read(self) -> Node | None:
        """The whole line as one node; None if nothing in it asks for anything."""
        at = 0
        while at < len(self._line):
            at = at + 1 if self._line[at].isspace() else self._next(at)
        if len(self._groups) > 1:
            self._fault("(", "group")
        while len(self._groups) > 1:
            self._close()
        return self._last().node()

    def _next(self, at: int) -> int:
        """Read what begins at a place that is no blank; where it ends."""
        line = self._line
        without = line[at] == "-"
        start = at + without
        if line.startswith("(", start):
            self._open(without=without)
            return start + 1
        if line[at] == ")" and len(self._groups) > 1:
            self._close()
            return at + 1
        return self._term(at, start)

    def _term(self, at: int, start: int) -> int:
        """Read a term that begins at `start`, a minus being before it if that is not `at`."""
        found = _TERM.match(self._line, start)
        assert found  # noqa: S101  it matches nothing at all, too
        key, value, end = found["key"] or "", found["quoted"], found.end()
        if value is None:
            value = _grouped(found["bare"]) if len(self._groups) > 1 else found["bare"]
            end = found.start("bare") + len(value)
            asked = term(key, value) if key else bare(value)
        else:
            asked = term(key, value.strip())
        typed = self._line[at:end]
        if typed == "or":
            self._or()
        elif isinstance(asked, str):
            self._fault(typed, asked)
        elif asked:
            self._groups[-1].add(asked, without=start > at)
        return end

    def _or(self) -> None:
        if not self._groups[-1].either[-1]:
            self._fault("or", "group")
        self._groups[-1].either.append([])

    def _open(self, *, without: bool) -> None:
        if len(self._groups) > DEEPEST:
            self._fault("(", "group")
        else:
            self._groups.append(_Group(without=without))

    def _close(self) -> None:
        group = self._last()
        self._groups.pop()
        node = group.node()
        if node is None:
            self._fault("()", "group")
        else:
            self._groups[-1].add(node, without=group.without)

    def _last(self) -> _Group:
        """The open group, after whose last `or` something must have been typed."""
        group = self._groups[-1]
        if group.either[1:] and not group.either[-1]:
            self._fault("or", "group")
        return group

    def _fault(self, typed: str, why: Why) -> None:
        self.faults.append(Fault(typed, why))


def _grouped(word: str) -> str:
    """The part of a word before the parenthesis that closes a group: of `f(x))` all but one."""
    depth = 0
    for place, one in enumerate(word):
        depth += (one == "(") - (one == ")")
        if depth < 0:
            return word[:place]
    return word
