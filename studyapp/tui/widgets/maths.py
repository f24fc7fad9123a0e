"""Math among words: what is a formula, and how it stands on their line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.visible import one_line

if TYPE_CHECKING:
    from studyapp.notes.markdown import Node

MATH = frozenset({"Math", "LatexMath"})
"""The kinds of nodes that markdown takes for math."""
_CHINESE = re.compile("[\u3001-\u303e\u4e00-\u9fff\uff00-\uff60]")
_SCRIPT = re.compile(r"[\w)\]][_^][\w{]")


def is_formula(node: Node, after: Node | None = None) -> bool:
    """Whether it is one, and no prices, variables of a shell, or brackets that were escaped."""
    latex = node.value.literal
    if "\\" in latex:
        return True
    if _CHINESE.search(latex):
        return bool(node.value.display_math) and node.kind == "Math"
    if _SCRIPT.search(latex):
        return True
    behind = after.value[:1] if after and after.kind == "Text" else ""
    shell = behind.isascii() and behind.isalnum()
    return node.kind == "Math" and (node.value.display_math or not shell)


def drawn(node: Node, after: Node | None) -> str:
    """The math of a node as a formula, or as it was written where that is none."""
    return formula_of(node) if is_formula(node, after) else as_written(node)


def formula_of(node: Node) -> str:
    """The formula of a node, drawn on one line."""
    from studyapp.tui.widgets.formula import formula  # noqa: PLC0415  its tables take 5 ms

    return one_line(formula(node.value.literal)[0])


def as_written(node: Node) -> str:
    """The math of a node as its note spells it."""
    latex = node.value.literal
    if node.kind == "Math":
        return one_line(f"${latex}$")
    return one_line(f"[{latex}]" if node.value.display_math else f"({latex})")
