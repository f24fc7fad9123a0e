"""Markdown drawn as lines of a width: one function for each kind of block."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from studyapp.notes.limits import refuse
from studyapp.notes.markdown import parse
from studyapp.notes.visible import visible
from studyapp.tui.widgets.code import fence, language
from studyapp.tui.widgets.inline import NOWHERE, inline, words
from studyapp.tui.widgets.paragraph import display, paragraph
from studyapp.tui.widgets.tables import table
from studyapp.tui.widgets.wrap import clip, wrap

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from studyapp.notes.markdown import Node
    from studyapp.tui.widgets.ink import Ink
    from studyapp.tui.widgets.inline import Places
    from studyapp.tui.widgets.wrap import Line

LINE, FENCE, HEAD = "line", "fence", "head"
_FORMULAS = frozenset({"latex", "math", "tex"})
_DIAGRAMS = frozenset({"dot", "graphviz", "mermaid", "plantuml"})
"""Languages of pictures, which stand as code under their name."""
_BULLETS = "•◦▪"
_ROOM = 8
"""Cells that a nested block keeps: where indenting would leave less, it is not indented."""
_DEEPEST = 40
"""Containers drawn inside each other; what lies deeper is drawn as its words."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a block is drawn: cells across, the theme's styles, containers around it.

    `places` have a style of their own. With `landmarks`, lines bear which block begins there.
    """

    width: int
    ink: Ink
    places: Places
    depth: int = 0
    landmarks: bool = False


def render(
    markdown: str, width: int, ink: Ink, places: Places = NOWHERE, *, landmarks: bool = False
) -> list[Line]:
    """The lines of `markdown`, each at most `width` cells; what stands at `places` is marked.

    With `landmarks` the first line of a block and all of a fence's bear `LINE`, the line of the
    text that it begins on, those of a fence or heading also `FENCE` or `HEAD`, a level.

    What no parser should be given (`studyapp.notes.limits`) is drawn as it stands.
    """
    raw = markdown.encode(errors="replace")
    if refuse(raw):
        return fence(markdown, "", width, ink)
    frame = Frame(width, ink, places, landmarks=landmarks)
    return _blocks(parse(raw.decode()).children, frame)


def _blocks(nodes: Iterable[Node], frame: Frame, *, tight: bool = False) -> list[Line]:
    lines: list[Line] = []
    close = tight
    for node in nodes:
        block = _DRAWN.get(node.kind, _paragraph)(node, frame)
        if frame.landmarks and block:
            block = _marked(node, block)
        if block and lines and not close:
            lines.append([])
        lines += block
        close = tight or node.kind == "Heading"
    return lines


def _marked(node: Node, block: list[Line]) -> list[Line]:
    meta = {LINE: node.line}
    if node.kind == "CodeBlock":
        here = Style(meta={**meta, FENCE: node.line})
        return [[*Segment.apply_style(line, post_style=here)] for line in block]
    if node.kind == "Heading":
        meta[HEAD] = node.value.level
    first = [*Segment.apply_style(block[0], post_style=Style(meta=meta))]
    return [first, *block[1:]]


def _paragraph(node: Node, frame: Frame) -> list[Line]:
    return paragraph(node, frame.width, frame.ink, frame.places)


def _heading(node: Node, frame: Frame) -> list[Line]:
    level = min(node.value.level, 3)
    lines = wrap(inline(node, frame.ink, frame.ink[f"h{level}"]), frame.width)
    return [*lines, *_rule(node, frame)] if level == 1 else lines


def _rule(_node: Node, frame: Frame) -> list[Line]:
    return [[Segment("─" * frame.width, frame.ink["rule"])]]


def _quote(node: Node, frame: Frame) -> list[Line]:
    bar = Segment("│ ", frame.ink["quote"])
    return _led(bar, bar, _inside(node, bar.cell_length, frame), frame)


def _footnote(node: Node, frame: Frame) -> list[Line]:
    mark = Segment(f"[{clip(visible(node.value.name), _ROOM)}] ", frame.ink["target"])
    hang = Segment(" " * mark.cell_length, Style.null())
    return _led(mark, hang, _inside(node, mark.cell_length, frame), frame)


def _code(node: Node, frame: Frame) -> list[Line]:
    code, info = node.value.literal, node.value.info
    if language(info) in _FORMULAS:
        return display(code.strip(), frame.width, frame.ink)
    lines = fence(code, info, frame.width, frame.ink)
    if language(info) not in _DIAGRAMS:
        return lines
    label = Segment(f" {language(info)}".ljust(frame.width), frame.ink["fence"])
    return [[*Segment.apply_style([label], post_style=frame.ink["faint"])], *lines]


def _table(node: Node, frame: Frame) -> list[Line]:
    return table(node, frame.width, frame.ink, frame.places)


def _html(node: Node, frame: Frame) -> list[Line]:
    from studyapp.tui.widgets.html import html  # noqa: PLC0415  it takes 3 ms, and few notes hold any

    return wrap(runs, frame.width) if (runs := html(node.value.literal, frame.ink)) else []


def _list(node: Node, frame: Frame) -> list[Line]:
    tight = node.value.tight
    lines: list[Line] = []
    for mark, item in zip(_marks(node, frame), node.children, strict=True):
        hang = Segment(" " * mark.cell_length, Style.null())
        block = _inside(item, mark.cell_length, frame, tight=tight)
        if lines and not tight:
            lines.append([])
        block = _led(mark, hang, block or [[]], frame)
        if here := frame.places.get((item.line, 0)):
            block = [[*Segment.apply_style(line, post_style=here)] for line in block]
        lines += block
    return lines


def _marks(node: Node, frame: Frame) -> Iterable[Segment]:
    """What stands before each item: a bullet by depth, a right-aligned number, a task's box."""
    start = node.value.start
    digits = len(str(start + len(node.children) - 1))
    ordered = str(node.value.list_type).endswith("Ordered")
    for number, item in enumerate(node.children, start):
        if item.kind == "TaskItem" and item.value.symbol:
            yield Segment("☑ ", frame.ink["done"])
        elif item.kind == "TaskItem":
            yield Segment("☐ ", frame.ink["bullet"])
        elif ordered:
            yield Segment(f"{number:>{digits}}. ", frame.ink["bullet"])
        else:
            yield Segment(f"{_BULLETS[frame.depth % len(_BULLETS)]} ", frame.ink["bullet"])


def _inside(node: Node, indent: int, frame: Frame, *, tight: bool = False) -> list[Line]:
    if frame.depth >= _DEEPEST:
        return wrap([(visible(words(node)), Style.null())], _inner(indent, frame))
    inner = replace(frame, width=_inner(indent, frame), depth=frame.depth + 1)
    return _blocks(node.children, inner, tight=tight)


def _inner(indent: int, frame: Frame) -> int:
    return frame.width - indent if frame.width - indent >= _ROOM else frame.width


def _led(first: Segment, rest: Segment, lines: list[Line], frame: Frame) -> list[Line]:
    if _inner(cell_len(first.text), frame) == frame.width:
        return lines
    return [[rest if index else first, *line] for index, line in enumerate(lines)]


_DRAWN: Mapping[str, Callable[[Node, Frame], list[Line]]] = {
    "Heading": _heading,
    "List": _list,
    "BlockQuote": _quote,
    "CodeBlock": _code,
    "Table": _table,
    "ThematicBreak": _rule,
    "HtmlBlock": _html,
    "FootnoteDefinition": _footnote,
}
