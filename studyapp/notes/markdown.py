"""Markdown text as a tree with positions; the one module that touches comrak.

comrak's columns are 1-based UTF-8 byte columns, and its end column is inclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import comrak

if TYPE_CHECKING:
    from collections.abc import Iterator

if not hasattr(comrak.ExtensionOptions(), "cjk_friendly_emphasis"):
    raise ImportError(
        "the installed `comrak` is another package of the same name: "
        "pip uninstall comrak, then pip install --force-reinstall comrak-ext"
    )

_EXTENSIONS = comrak.ExtensionOptions(
    strikethrough=True,
    table=True,
    autolink=True,
    tasklist=True,
    math_dollars=True,
    cjk_friendly_emphasis=True,
    highlight=True,
)
_PARSING = comrak.ParseOptions(ignore_setext=True)

CONTAINERS = frozenset({"Alert", "BlockQuote", "Item", "List", "MultilineBlockQuote", "TaskItem"})
"""The kinds of block that hold other blocks."""


@dataclass(slots=False)
class Node:
    """One node of the tree: its kind (comrak's class name, `Heading`, `Text` …) and its place.

    `line`, `end_line` are 1-based in the parsed text; `column`, `end_column` are 1-based UTF-8
    byte columns, the end inclusive. Loose items and unclosed fences end at column 0.
    """

    kind: str
    line: int
    column: int
    end_line: int
    end_column: int
    value: Any = field(repr=False)
    _raw: Any = field(repr=False)

    @cached_property
    def children(self) -> list[Node]:
        """The nodes directly inside, in order."""
        return [_wrap(child) for child in self._raw.children]

    def text(self) -> str:
        """The words inside without markup; a line break counts as one space."""
        match self.kind:
            case "Text":
                return str(self.value)
            case "Code" | "Math":
                return str(self.value.literal)
            case "SoftBreak" | "LineBreak":
                return " "
            case _:
                return "".join(child.text() for child in self.children)


class Fence(NamedTuple):
    """A code fence: its info string, its code, the 1-based line of its opening, if it is closed."""

    info: str
    code: str
    line: int
    closed: bool


def blocks(text: str) -> list[tuple[str, int, Any]]:
    """The top-level blocks of `text` in order: kind, 1-based line in it, what `fences` takes.

    Plain tuples, since a note has a hundred of them.
    """
    return [
        (type(raw.node_value).__name__, raw.sourcepos.start.line, raw)
        for raw in comrak.parse_document(text, _EXTENSIONS, _PARSING).children
    ]


def fences(raw: Any) -> Iterator[Fence]:
    """The code fences in a block, at any depth, from what `blocks` gave of it."""
    waiting = [raw]  # a stack: quotes and lists nest deeper than Python may recurse
    while waiting:
        one = waiting.pop()
        value: Any = one.node_value
        if isinstance(value, comrak.CodeBlock):
            code = value.value
            if code.fenced:
                yield Fence(code.info, code.literal, one.sourcepos.start.line, code.closed)
        elif type(value).__name__ in CONTAINERS:
            waiting.extend(reversed(one.children))


def _wrap(raw: Any) -> Node:
    place = raw.sourcepos
    return Node(
        type(raw.node_value).__name__,
        place.start.line,
        place.start.column,
        place.end.line,
        place.end.column,
        getattr(raw.node_value, "value", None),
        raw,
    )


def parse(text: str) -> Node:
    """The tree of `text`, a note's body without its front matter."""
    return _wrap(comrak.parse_document(text, _EXTENSIONS, _PARSING))
