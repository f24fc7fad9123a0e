"""At which level the headings of a file are its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.notes.asking import (
    asks,
    asks_within,
    is_model_answer,
    is_numbered,
    is_questions,
    may_answer,
    unnumbered,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.notes.page import Page, Piece

_FEWEST = 5  # questions that make a file a list of them; two, if its title says so
_MOST = 0.7  # share of the headings of the level that ask; half, if the title says so


def question_headings(page: Page) -> frozenset[int]:
    """The lines of the headings that are questions because their level holds questions.

    A level holds questions if most of its headings ask, or most of its numbered ones do; they all
    count then, question mark or not. A file with model answers is no such list.
    """
    heads = [piece for _, piece in page.headings() if piece.heading != page.title]
    titled = is_questions(page.title)
    if len(heads) < (2 if titled else _FEWEST):
        return frozenset()
    if may_answer(page.heads) and any(is_model_answer(piece.heading) for piece in heads):
        return frozenset()
    levels = sorted({piece.level for piece in heads})
    untitled = all(piece.heading != page.title for _, piece in page.headings())
    asking = asks_within if titled or untitled else asks
    of_level = [
        _asked([one for one in heads if one.level == level], asking, titled=titled)
        for level in levels
    ]
    asked = max(of_level, key=len)
    if not asked:
        return frozenset()
    slipped = (piece for piece in heads if _slipped(piece, asked))
    return frozenset(piece.line for piece in (*asked, *slipped))


def _asked(heads: list[Piece], asks: Callable[[str], bool], *, titled: bool) -> list[Piece]:
    """Those of `heads`, all of one level, that are questions; none if the level holds none."""
    fewest, most = (2, 0.5) if titled else (_FEWEST, _MOST)
    if len(heads) < fewest:
        return []
    asking = [piece for piece in heads if asks(unnumbered(piece.heading))]
    if len(asking) < fewest:
        return []
    numbered = [piece for piece in heads if is_numbered(piece.heading)]
    lines = {piece.line for piece in asking}
    both = sum(piece.line in lines for piece in numbered)
    if both >= max(fewest, most * len(numbered)):
        return numbered
    if not titled:
        asking = [piece for piece in asking if piece.heading.rstrip().endswith(("?", "？"))]
    return asking if len(asking) >= max(fewest, most * len(heads)) else []


def _slipped(piece: Piece, asked: list[Piece]) -> bool:
    """Whether `piece` is one of the numbered questions `asked`, one level above them."""
    return (
        piece.level == asked[0].level - 1
        and is_numbered(piece.heading)
        and is_numbered(asked[0].heading)
        and ("?" in piece.heading or "？" in piece.heading)
    )
