"""The code fences of a page, at any depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.notes import markdown
from studyapp.notes.snippets import Snippet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.markdown import Node
    from studyapp.notes.page import Page, Piece
    from studyapp.notes.source import Source

_CONTAINERS = frozenset({"Alert", "BlockQuote", "Item", "List", "MultilineBlockQuote", "TaskItem"})


def find_snippets(page: Page) -> tuple[Snippet, ...]:
    """Every fence of `page` in its order."""
    return tuple(_snippets(page))


def _snippets(page: Page) -> Iterator[Snippet]:
    for piece in page.pieces:
        if piece.kind == "CodeBlock":
            nodes: Iterator[Node] = iter((markdown.node(piece.raw),))
        elif piece.kind in _CONTAINERS and _may_hold_fence(piece, page.source):
            nodes = _fences(markdown.node(piece.raw))
        else:
            continue
        shift = page.source.body_line - 1
        for node in nodes:
            if node.value.fenced:
                yield _snippet(node, node.line + shift, piece.trail, page.source)


def _may_hold_fence(piece: Piece, source: Source) -> bool:
    """Whether descending into `piece` can pay; most lists hold no code."""
    lines = source.lines[piece.line - 1 : piece.end_line]
    return any("```" in line or "~~~" in line for line in lines)


def _fences(block: Node) -> Iterator[Node]:
    waiting = [block]  # a stack: quotes and lists nest deeper than Python may recurse
    while waiting:
        node = waiting.pop()
        if node.kind == "CodeBlock":
            yield node
        elif node.kind in _CONTAINERS:
            waiting.extend(reversed(node.children))


def _snippet(node: Node, line: int, trail: tuple[str, ...], source: Source) -> Snippet:
    code = node.value.literal
    code_lines = code.count("\n") + (not code.endswith("\n") and bool(code))
    # An unclosed fence ends where its code does; comrak puts its end at column 0.
    end_line = min(line + code_lines + node.value.closed, len(source.lines))
    words = node.value.info.split()
    return Snippet(
        language=words[0].lower() if words else "",
        line=line,
        end_line=end_line,
        code=code,
        code_line=min(line + 1, len(source.lines)),
        trail=trail,
    )
