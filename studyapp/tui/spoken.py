"""A question or a title as it is read aloud: where only one line is left for it.

Imports no part of Textual.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from studyapp.notes.visible import visible

if TYPE_CHECKING:
    from studyapp.notes.markdown import Node

_MARKS = re.compile(r"[`*_~=$\\\[<&]")  # most questions have none of them
_WIKI = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_LONGEST = 1000
"""Characters that are looked at: no line is longer."""


def spoken(text: str) -> str:
    """`text` on one line without its marks of code, emphasis and links, its formulas drawn."""
    line = " ".join(text[:_LONGEST].split())
    return visible(_read(_WIKI.sub(r"\1", line)) if _MARKS.search(line) else line)


@lru_cache(maxsize=1 << 12)
def _read(line: str) -> str:
    from studyapp.notes.markdown import parse  # noqa: PLC0415  most questions need no parser

    parts: list[str] = []
    waiting: list[tuple[Node, Node | None]] = [(parse(f"{_HELD}{line}"), None)]
    while waiting:
        node, after = waiting.pop()
        if node.children:
            waiting += reversed([*zip_longest(node.children, node.children[1:])])
        else:
            parts.append(_leaf(node, after))
    return " ".join("".join(parts).removeprefix(_HELD).split())


_HELD = "\u2060"
"""Before a line, so that it begins no heading, list or quote."""


def _leaf(node: Node, after: Node | None) -> str:
    match node.kind:
        case "Math" | "LatexMath":
            from studyapp.tui.widgets.maths import drawn  # noqa: PLC0415  as above

            return drawn(node, after)
        case "HtmlInline":
            return str(node.value)
        case _:
            return node.text()
