"""The code fences of a page, at any depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.notes.snippets import Snippet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.markdown import Node
    from studyapp.notes.page import Page, Piece, Source

_CONTAINERS = frozenset({"Alert", "BlockQuote", "Item", "List", "MultilineBlockQuote", "TaskItem"})


def find_snippets(page: Page) -> tuple[Snippet, ...]:
    """Every fence of `page` in its order."""
    return tuple(
        _snippet(node, node.line + piece.line - piece.node.line, piece.trail, page.source)
        for piece in page.pieces
        if _may_hold_fence(piece, page.source)
        for node in _fences(piece.node)
    )


def _may_hold_fence(piece: Piece, source: Source) -> bool:
    """Whether descending into `piece` can pay; most lists hold no code."""
    if piece.node.kind not in _CONTAINERS:
        return piece.node.kind == "CodeBlock"
    start = source.starts[piece.line - 1]
    last = min(piece.line + piece.node.end_line - piece.node.line, len(source.starts) - 1)
    end = len(source.raw) if last == len(source.starts) - 1 else source.starts[last + 1]
    return any(source.raw.find(fence, start, end) >= 0 for fence in (b"```", b"~~~"))


def _fences(block: Node) -> Iterator[Node]:
    waiting = [block]  # a stack: quotes and lists nest deeper than Python may recurse
    while waiting:
        node = waiting.pop()
        if node.kind == "CodeBlock" and node.value.fenced:
            yield node
        elif node.kind in _CONTAINERS:
            waiting.extend(reversed(node.children))


def _snippet(node: Node, line: int, trail: tuple[str, ...], source: Source) -> Snippet:
    code = node.value.literal.replace("\r\n", "\n").replace("\r", "\n")
    code_lines = code.count("\n") + (not code.endswith("\n") and bool(code))
    # An unclosed fence ends where its code does; comrak puts its end at column 0.
    end_line = min(line + code_lines + node.value.closed, len(source.starts))
    end_column = len(source.text(end_line, end_line).rstrip("\n").encode()) + 1
    words = node.value.info.split()
    return Snippet(
        language=words[0].lower() if words else "",
        line=line,
        end_line=end_line,
        start=source.offset(line, node.column),
        end=source.offset(end_line, end_column),
        code=code,
        code_line=min(line + 1, len(source.starts)),
        trail=trail,
    )
