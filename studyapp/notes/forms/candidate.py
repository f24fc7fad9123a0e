"""What a form of question yields before it is a card: the question, its answer, its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyapp.notes.page import Piece

_NAME = (
    r"(?:A\d?|答案?|(?:标准|参考|核心|精简|简短)?(?:回答|答案)(?:要点|思路|示例)?|Answer)"
    r"(?:[ \t]*[（(][^）)\n]*[）)])?"
)
_LABEL = re.compile(
    rf"\s*(?P<bullet>[-*+][ \t]+)?(?:\*\*[ \t]*{_NAME}[ \t]*(?:[:：]\s*\*\*|\*\*[ \t]*[:：])"
    rf"|{_NAME}[ \t]*[:：])[ \t]*",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_PLACEHOLDER = re.compile(
    r"[\s（(\[*_]*(?:待补充|待完善|待填写?|待续|略|暂无|TODO|TBD|WIP|N/A|\.{3,}|…+|\{\{.*\}\})?"
    r"[\s）)\]*_。.!！:：]*",
    re.IGNORECASE,
)
_LONGEST_PLACEHOLDER = 40
_BLANK_START = re.compile(r"\A(?:[ \t]*\n)+")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question with an answer; lines are 1-based in the file, `end_line` the answer's last."""

    form: str
    line: int
    end_line: int
    question: str
    answer: str
    trail: tuple[str, ...]


def answered(form: str, question: str, piece: Piece, text: str, text_line: int) -> Candidate | None:
    """The candidate asked at `piece` whose answer is `text`, which begins at `text_line`.

    None where question or answer is empty or a placeholder.
    """
    answer = _unlabelled(text)
    if not question or _is_placeholder(answer):
        return None
    end_line = text_line + text.rstrip().count("\n")
    return Candidate(form, piece.line, end_line, question, answer, piece.trail)


def _is_placeholder(answer: str) -> bool:
    said = _COMMENT.sub("", answer).strip()
    return len(said) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(said) is not None


def _unlabelled(text: str) -> str:
    """`text` without the label of an answer, such as `A:`, and without blank lines around."""
    label = _LABEL.match(text)
    bare = text[label.end() :] if label else text
    if label and label["bullet"]:
        first, newline, rest = bare.partition("\n")
        bare = first + newline + dedent(rest)
    return _BLANK_START.sub("", bare).rstrip()
