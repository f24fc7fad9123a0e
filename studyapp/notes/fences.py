"""The code fences of a page, at any depth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.notes.snippets import Snippet

if TYPE_CHECKING:
    from studyapp.notes.markdown import Fence
    from studyapp.notes.page import Page


def find_snippets(page: Page) -> tuple[Snippet, ...]:
    """Every fence of `page` in its order."""
    return tuple(
        _snippet(page, fence, piece.trail) for piece in page.pieces for fence in piece.fences
    )


def _snippet(page: Page, fence: Fence, trail: tuple[str, ...]) -> Snippet:
    line = fence.line + page.source.body_line - 1
    code_lines = fence.code.count("\n") + (not fence.code.endswith("\n") and bool(fence.code))
    # An unclosed fence ends where its code does; comrak puts its end at column 0.
    last = len(page.source.lines)
    words = fence.info.split()
    return Snippet(
        language=words[0].lower() if words else "",
        line=line,
        end_line=min(line + code_lines + fence.closed, last),
        code=fence.code,
        code_line=min(line + 1, last),
        trail=trail,
    )
