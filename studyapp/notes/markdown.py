"""Markdown text as a tree with positions; the one module that touches comrak.

comrak's columns are 1-based UTF-8 byte columns, and its end column is inclusive.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import comrak

from studyapp.notes.lines import NEWLINE

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
    math_latex=True,
    footnotes=True,
    cjk_friendly_emphasis=True,
    highlight=True,
)
_BLOCKS = comrak.ExtensionOptions(table=True)  # no other tells where a block is
_PARSING = comrak.ParseOptions(ignore_setext=True)
_HOLDS_CODE = frozenset({"Alert", "BlockQuote", "Item", "List", "MultilineBlockQuote", "TaskItem"})


@dataclass(slots=True)
class Node:
    """One node of the tree: its kind and its place.

    The kind is comrak's class name, `Heading`, `Text` …; of math in brackets it is `LatexMath`.

    `line`, `end_line` are 1-based in the parsed text; `column`, `end_column` are 1-based UTF-8
    byte columns, the end inclusive. Loose items and unclosed fences end at column 0. `children`
    are the nodes directly inside, in order.
    """

    kind: str
    line: int
    column: int
    end_line: int
    end_column: int
    value: Any = field(repr=False)
    children: list[Node] = field(default_factory=list, repr=False)

    def text(self) -> str:
        """The words inside without markup; a line break counts as one space."""
        match self.kind:
            case "Text":
                return str(self.value)
            case "Code" | "Math" | "LatexMath":
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


def blocks(text: str) -> list[tuple[str, int, tuple[Fence, ...]]]:
    """The top-level blocks of `text` in order: kind, 1-based line in it, the fences inside.

    Plain tuples, since a note has a hundred of them.
    """
    root = comrak.parse_document(text, _BLOCKS, _PARSING)
    top, root.children = root.children, []
    found: list[tuple[str, int, tuple[Fence, ...]]] = []
    for raw in top:
        value: Any = raw.node_value
        kind, line = type(value).__name__, raw.sourcepos.start.line
        if kind == "CodeBlock":
            found.append((kind, line, _fence(value.value, line)))
        elif kind in _HOLDS_CODE:
            found.append((kind, line, _fences(raw)))
        else:
            found.append((kind, line, ()))
            _release(raw)
    return found


def parse(text: str) -> Node:
    """The tree of `text`, a note's body without its front matter."""
    root = comrak.parse_document(text, _EXTENSIONS, _PARSING)
    tree = _wrap(root)
    waiting: list[tuple[Node, Any]] = [(tree, root)]
    formulas: list[Node] = []
    while waiting:
        node, raw = waiting.pop()
        inside = raw.children
        node.children += map(_wrap, inside)
        waiting += zip(node.children, inside, strict=True)
        if node.kind == "Math":
            formulas.append(node)
    _release(root)
    _tell_apart(formulas, text)
    return tree


def _tell_apart(formulas: list[Node], text: str) -> None:
    r"""Call those "LatexMath" that stand in `\(` or `\[`, which may be brackets escaped."""
    lines = NEWLINE.split(text) if formulas else []
    for node in formulas:
        if lines[node.line - 1].encode()[node.column - 1 : node.column] == b"\\":
            node.kind = "LatexMath"


def _wrap(raw: Any) -> Node:
    place = raw.sourcepos
    return Node(
        type(raw.node_value).__name__,
        place.start.line,
        place.start.column,
        place.end.line,
        place.end.column,
        getattr(raw.node_value, "value", None),
    )


def _fence(code: Any, line: int) -> tuple[Fence, ...]:
    """A code block as a fence; none if it is marked by its indent."""
    return (Fence(code.info, code.literal, line, code.closed),) if code.fenced else ()


def _fences(block: Any) -> tuple[Fence, ...]:
    """The fences in `block`, which is released."""
    found: list[Fence] = []
    waiting = [block]  # a stack: quotes and lists nest deeper than Python may recurse
    while waiting:
        raw = waiting.pop()
        if inside := raw.children:
            raw.children = []
            inside.reverse()
            waiting += inside
        elif isinstance(value := raw.node_value, comrak.CodeBlock):
            code: Any = value.value
            found += _fence(code, raw.sourcepos.start.line)
    return tuple(found)


def _release(block: Any) -> None:
    """Free a tree, which would stay forever: comrak's nodes hold their parents and children."""
    waiting = [block] if block.children else []
    while waiting:
        raw = waiting.pop()
        inside, raw.children = raw.children, []
        waiting += [one for one in inside if one.children]
