"""The words inside a paragraph, a heading or a cell, as runs of styled text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import unquote

from rich.cells import cell_len
from rich.style import Style

from studyapp.notes.visible import one_line, visible
from studyapp.tui.widgets.maths import MATH, as_written, formula_of, is_formula

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.markdown import Node
    from studyapp.tui.widgets.ink import Ink
    from studyapp.tui.widgets.wrap import Run

Places: TypeAlias = Mapping[tuple[int, int], Style]
"""A style for what begins at a line and a byte of it, both from 1; byte 0 is a whole list item."""

NOWHERE: Places = {}

LINK = "link"
"""The key of what `leading` bears."""
_ROLES = {
    "Strong": "strong",
    "Emph": "emphasis",
    "Strikethrough": "strike",
    "Highlight": "mark",
    "Link": "link",
}
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SOFT = "\r"
_WIDE = 2


def inline(node: Node, ink: Ink, style: Style | None = None, places: Places = NOWHERE) -> list[Run]:
    """The runs of `node`'s words on top of `style`; a newline stands where a line must end.

    What begins at one of the `places` is drawn in that style too.

    Walks with a stack of its own: a hostile note nests emphasis thousands deep.
    """
    base = style or Style.null()
    runs: list[Run] = []
    stack: list[tuple[Node, Style] | Run] = _children(node, base)
    while stack:
        item, style = stack.pop()
        if isinstance(item, str):
            runs.append((item, style))
            continue
        role = _ROLES.get(item.kind)
        if item.kind == "Text" and ("[[" in item.value or "](" in item.value):
            runs += _mentions(item, ink, style)
        elif item.kind == "Image":
            runs.append((named(words(item), item.value.url), style + ink["target"]))
        elif role is None and not item.children:
            runs.append(_leaf(item, ink, style))
        else:
            inner = style + ink[role] if role else style
            if here := places.get((item.line, item.column)):
                inner += here
            if item.kind == "Link":
                inner += leading(item.value.url, "", item)
                stack.append((_target(item), style + ink["target"]))
            stack += _children(item, inner)
    return _settle_soft_breaks([run for run in runs if run[0]])


def leading(url: str, kind: str, node: Node, at: int = 0) -> Style:
    """A style that bears where a link leads, and which one it is.

    `kind` is that of `studyapp.notes.Link`, "" for an address as markdown has it.
    """
    return Style(meta={LINK: (node.line, node.column + at, kind, url)})


def _mentions(node: Node, ink: Ink, style: Style) -> Iterator[Run]:
    """Text with the links that markdown takes for none: of wikis, and of files with blanks."""
    text, at = node.value, 0
    if "[" not in text:
        yield one_line(text), style
        return
    from studyapp.notes.links import find_mentions  # noqa: PLC0415  its patterns take 3 ms, and few texts need them

    for start, end, link in find_mentions(text):
        yield one_line(text[at:start]), style
        alias = text[start:end].strip("[]").partition("|")[2] if link.kind == "wiki" else ""
        inner = style + ink["link"] + leading(link.target, link.kind, node, start)
        yield one_line(alias or link.text), inner
        at = end
    yield one_line(text[at:]), style


def _children(node: Node, style: Style) -> list[tuple[Node, Style] | Run]:
    """What is inside, last first; the soft break after a bold label is a line's end."""
    items: list[tuple[Node, Style] | Run] = []
    before = ""
    for child, after in zip_longest(node.children, node.children[1:]):
        if child.kind == "SoftBreak" and before == "Strong":
            items.append(("\n", style))
        elif child.kind in MATH and not is_formula(child, after):
            items.append((as_written(child), style))
        else:
            items.append((child, style))
        before = child.kind
    return items[::-1]


def _leaf(node: Node, ink: Ink, style: Style) -> Run:
    match node.kind:
        case "Text":
            run = one_line(node.value), style
        case "Code":
            run = one_line(node.value.literal), style + ink["code"]
        case "Math" | "LatexMath":
            run = formula_of(node), style + ink["math"]
        case "FootnoteReference":
            run = f"[{visible(node.value.name)}]", style + ink["target"]
        case "SoftBreak":
            run = _SOFT, style
        case "LineBreak":
            run = "\n", style
        case "HtmlInline" if _BREAK.fullmatch(node.value):
            run = "\n", style
        case "HtmlInline" if not node.value.startswith("<!--"):
            run = visible(node.value), style + ink["raw"]
        case _:
            run = "", style
    return run


def _target(link: Node) -> str:
    """Where a link leads, unless its text says it."""
    url, text = link.value.url, words(link)
    return "" if url in ("", text, f"mailto:{text}") else f" ({visible(url)})"


def named(description: str, url: str) -> str:
    """What stands for a picture: its description, and the name of its file."""
    file = unquote(url).partition("?")[0].rstrip("/").rpartition("/")[2]
    return f"[{one_line(' · '.join(filter(None, (description, file))))}]"


def words(node: Node) -> str:
    """The words inside without markup, however deep; a line break counts as one space."""
    parts: list[str] = []
    stack = [node]
    while stack:
        item = stack.pop()
        if item.kind in ("SoftBreak", "LineBreak"):
            parts.append(" ")
        elif item.children:
            stack.extend(reversed(item.children))
        else:
            parts.append(item.text())
    return "".join(parts)


def _settle_soft_breaks(runs: list[Run]) -> list[Run]:
    """A soft break is a blank between Latin words, and a new line beside Chinese.

    Chinese is not filled to a column by hand: who breaks a line there means it.
    """
    for index, (text, style) in enumerate(runs):
        if text == _SOFT:
            before = runs[index - 1][0][-1:] if index else ""
            after = runs[index + 1][0][:1] if index + 1 < len(runs) else ""
            chinese = _WIDE in (cell_len(before), cell_len(after))
            runs[index] = ("\n" if chinese else " ", style)
    return runs
