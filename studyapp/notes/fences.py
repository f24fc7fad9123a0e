"""The code fences of a page, at any depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.notes.snippets import Snippet

if TYPE_CHECKING:
    from studyapp.notes.markdown import Fence
    from studyapp.notes.page import Page


def find_snippets(page: Page) -> tuple[Snippet, ...]:
    """Every fence of `page` in its order."""
    shift, last = page.source.body_line - 1, len(page.source.lines)
    return tuple(
        [
            _snippet(fence, fence.line + shift, last, piece.trail)
            for piece in page.pieces
            if piece.fences
            for fence in piece.fences
        ]
    )


def _snippet(fence: Fence, line: int, last: int, trail: tuple[str, ...]) -> Snippet:
    """The snippet of a fence that opens on a `line` of the file, which has `last` lines."""
    info, code, _, closed = fence
    code_lines = code.count("\n") + (not code.endswith("\n") and bool(code))
    # An unclosed fence ends where its code does; comrak puts its end at column 0.
    end_line = min(line + code_lines + closed, last)
    language = info.split(maxsplit=1)[0].lower() if info and not info.isspace() else ""
    return Snippet(language, line, end_line, code, min(line + 1, last), trail)
