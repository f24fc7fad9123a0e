"""What a form of question yields before it is a card: the question, its answer, its lines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent
from typing import TYPE_CHECKING

from studyapp.notes.forms.folds import quoted, unfold
from studyapp.notes.tongues import ANSWER

if TYPE_CHECKING:
    from studyapp.notes.history import History

_NAME = (
    r"(?:A\d{0,3}|答案?|(?:标准|参考|核心|精简|简短|关键|正确|满分|面试){0,2}(?:回答|答案)(?:要点|思路|示例)?"
    rf"|解答|Ans(?:wer)?|(?:{ANSWER})(?:[ \t]*\d{{1,3}})?)(?:[ \t]*[（(][^）)\n]*[）)])?"
)
_LABEL = re.compile(
    rf"\s*(?P<quote>>[ \t]?)?(?P<bullet>[-*+][ \t]+)?(?:(?P<bold>\*\*|__)[ \t]*{_NAME}[ \t]*"
    rf"(?:[:：]\s*(?P=bold)|(?P=bold)[ \t]*[:：]|[:：][ \t]*(?P<open>(?=\S)))"
    rf"|{_NAME}[ \t]*[:：]|(?:\*\*|__)Ans(?:wer)?[ \t]*\d{{0,3}}[ \t]*\.[ \t]*(?:\*\*|__)"
    rf"|Ans[ \t]*\d{{0,3}}\.(?=[ \t\n]))[ \t]*",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_PLACEHOLDER = re.compile(
    r"[\s（(\[*_>-]*(?:待补充|待完善|待填写?|待续|待更新|待整理|略|暂无(?:答案)?|无|TODO|TBD|WIP|N/A"
    r"|to be (?:filled(?: in)?|added|written|done|completed|answered|continued)"
    r"|your answer(?: (?:comes |goes )?here)?|answer here|尚未(?:整理|补充|完成)|未完待续|待定"
    r"|coming soon|\.{3,}|…+|\{\{.*\}\})?[\s）)\]*_。.!！:：]*",
    re.IGNORECASE,
)
_LONGEST_PLACEHOLDER = 40
_LINK = re.compile(
    r"!?\[(?:[^\[\]\n]|\[[^\[\]\n]*\]){0,300}\]\([^()\n]{0,1000}(?:\([^()\n]*\)[^()\n]*)?\)|<?https?://[^\s>]+>?"
)
_LINK_WORDS = re.compile(
    r"(?:\b(?:answer|source|src|see|link|here|read more|reference)s?\b"
    r"|点击查看|查看|答案|参考|链接|详见|见|[\s\[\]()（）:：,，.。>*+•-])+",
    re.IGNORECASE,
)
_BLANK_START = re.compile(r"\A(?:[ \t]*\n)+")
_NO_WORDS = re.compile(
    r"(?:[ \t]*(?:<(?!!--SR)[^<>]*>[ \t]*)+|[ \t]*(?:-{3,}|\*{3,}|_{3,})[ \t]*"
    r"|[ \t]*#{1,6}[ \t][^\n]*|[ \t]*"
    r"|[ \t]*(?:\*\*)?\[[^\[\]\n]{1,80}\]\(#[^()\s]{0,200}\)(?:\*\*)?[ \t]*)"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A question with an answer; lines are 1-based in the file, `end_line` the answer's last."""

    form: str
    line: int
    end_line: int
    question: str
    answer: str
    trail: tuple[str, ...]
    context: str = ""
    history: History | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """What looked like a question at `line` of the file, and why it is no card.

    With a `hint` it is to be mended: it was meant as a card beyond doubt.
    """

    line: int
    seen: str
    why: str
    hint: str = ""


def answered(
    form: str,
    question: str,
    place: tuple[int, tuple[str, ...]],
    text: str,
    text_line: int,
) -> Candidate | Skipped:
    """The candidate asked at `place`, a line and its headings; `text` begins at `text_line`.

    Skipped where question or answer is empty, a placeholder, or a link alone.
    """
    line, trail = place
    end_line = text_line + without_tail(text).count("\n")
    context, text = unfold(text) or ("", text)
    answer = unlabelled(without_tail(text))
    if why := _refuse(question, answer):
        return Skipped(line, question, why)
    return Candidate(form, line, end_line, question, answer, trail, context)


def _refuse(question: str, answer: str) -> str:
    if not question:
        return "the question is empty"
    said = _COMMENT.sub("", answer).strip()
    if not said:
        return "it has no answer"
    if len(said) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(said):
        return "its answer is a placeholder"
    bare = _LINK.sub(" ", said) if "](" in said or "://" in said else ""
    if bare and (not bare.strip() or _LINK_WORDS.fullmatch(bare)) and "![" not in said:
        return "its answer is a link only"
    if said.count("?") + said.count("？") > 1 and _only_asks(said):
        return "its answer is a list of questions"
    return ""


def _only_asks(answer: str) -> bool:
    """Whether the lines of `answer` are further questions, or links to them."""
    lines = [line.rstrip() for line in answer.split("\n") if line.strip()]
    asked = sum(line.endswith(("?", "？")) for line in lines)
    linked = sum(1 for line in lines if "](" in line)
    return asked > 1 and asked + linked >= len(lines)


def without_tail(text: str) -> str:
    """`text` without what ends it and says nothing: rules, tags, links up, bare headings."""
    lines = text.rstrip().split("\n")
    while lines and _NO_WORDS.fullmatch(lines[-1]):
        lines.pop()
    return "\n".join(lines).rstrip()


def has_label(text: str) -> bool:
    """Whether `text` begins with the label of an answer, such as `A:`."""
    return _LABEL.match(text) is not None


def label_of(text: str) -> str:
    """The label of an answer that `text` begins with, as spelled; "" if it has none of its own."""
    found = _LABEL.match(text)
    return found[0] if found and found["open"] is None else ""


def unlabelled(text: str) -> str:
    """`text` without the label of an answer, and without blank lines around."""
    label = _LABEL.match(text)
    if label and label["quote"]:
        text = quoted(text.lstrip("\n"))
        label = _LABEL.match(text)
    bare = text[label.end() :] if label else text
    if label and label["open"] is not None:  # `**A: so.**` keeps its emphasis
        bare = label["bold"] + bare
    if label and label["bullet"]:
        first, newline, rest = bare.partition("\n")
        bare = first + newline + dedent(rest)
    return _BLANK_START.sub("", bare).rstrip()
