"""The title as the question, where a section holds the answer to say in an interview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.notes.forms.candidate import Candidate, answered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.page import Page

_MODEL_ANSWER = re.compile(
    r"(?:\d+(?:\.\d+)*(?:\s*[.、)）])?|[一二三四五六七八九十]+、)?\s*"
    r"(?:(?:面试)?(?:标准|精简|简短|核心|参考|推荐|满分)(?:答案|回答)|面试(?:答案|回答)"
    r"|(?:面试时的?)?(?:快速)?口述(?:讲解|答案|回答)?"
    r"|(?:standard|model|short|sample|reference|interview) answer)"
    r"(?:\s*[（(].*[）)])?\s*[:：]?",
    re.IGNORECASE,
)


def is_model_answer(heading: str) -> bool:
    """Whether a section under `heading` is the answer to what its parent asks."""
    return _MODEL_ANSWER.fullmatch(heading) is not None


def find_titles(page: Page) -> Iterator[Candidate]:
    """The title question of `page`, from its first model answer; its line is that heading's."""
    for index, piece in enumerate(page.pieces):
        if piece.level and is_model_answer(piece.heading):
            text = page.source.text(piece.line + 1, page.last_line(page.section_end(index)))
            candidate = answered("title", page.title, piece, text, piece.line + 1)
            if candidate:
                yield candidate
            return
