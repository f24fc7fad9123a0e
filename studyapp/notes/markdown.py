"""Markdown text as a tree with positions; the one module that touches comrak.

comrak's columns are 1-based UTF-8 byte columns, and its end column is inclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import comrak

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


def blocks(text: str) -> list[tuple[str, int, Any]]:
    """The top-level blocks of `text` in order: kind, 1-based line in it, what `node` takes.

    Plain tuples, since a note has a hundred of them.
    """
    return [
        (type(raw.node_value).__name__, raw.sourcepos.start.line, raw)
        for raw in comrak.parse_document(text, _EXTENSIONS, _PARSING).children
    ]


def node(raw: Any) -> Node:
    """The tree of a block, from what `blocks` gave of it."""
    return _wrap(raw)


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
