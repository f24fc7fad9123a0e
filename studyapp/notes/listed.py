"""One line of an outline: the question on it, and the link that stands for its note."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal, TypeAlias

from studyapp.notes.asking import unnumbered
from studyapp.notes.links import Span, find_spans

Form: TypeAlias = Literal["plain", "empty", "link", "elsewhere"]

_HEADING = re.compile(r"#{1,6}[ \t]+|[ \t]+#+[ \t]*$")
_MARKS = "*_ \t\u3000"
_BOLD = re.compile(r"(\*\*|__)(?=\S)(?:(?!\1).)+(?<=\S)\1[:：]?")
_DIFFICULTIES = {"简单": "easy", "中等": "medium", "困难": "hard"}
_LABEL = re.compile(
    r"\s*(?:[-–—·:：|]\s*|[(（\[【])(简单|中等|困难|easy|medium|hard)[)）\]】]?\s*$", re.IGNORECASE
)
_ASIDE = re.compile(
    r"(?:面试|大纲|学习|阅读|使用)(?:建议|技巧|说明|时间分配|评估|实施)|评分|打分|附录|参考(?:资料|文献)"
    r"|考[查察核](?:点|目标|重点|要点)|评[价估](?:维度|标准|体系)|(?:扩展|延伸|推荐)阅读|结语"
    r"|(?:grading|scoring|rubric|objectives?|learning objectives?|references?|further reading"
    r"|recommended reading|appendix|how to use|about this outline)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Question:
    """What an outline lists: `text` is the question, as markdown without its decoration.

    `line` is 1-based in the file. The characters from `start` to `end` of that line are what a
    link to its note would stand in the place of. `target` is the path it links to, "" for none.
    `form` says whether it is text, a link that leads nowhere yet (`[text]()`), to a file, or
    elsewhere. It is `alone` if nothing else stands beside the link, `bold` if all of it is.
    `difficulty` is "easy", "medium" or "hard" where the line ends so, as lists of problems do.
    """

    text: str
    line: int
    start: int
    end: int
    target: str = ""
    form: Form = "plain"
    alone: bool = False
    bold: bool = False
    difficulty: str = ""

    @property
    def linked(self) -> bool:
        """Whether it is a link, be it to no note yet."""
        return self.form in {"empty", "link"}


def read_listed(line: str, number: int, column: int, more: str = "") -> Question:
    """The question on a line, behind `column` characters; `more` is what its paragraph goes on."""
    start, end = _bounds(line, column)
    label = _LABEL.search(line, start, end)
    difficulty = ""
    if label and label.start() > start:
        difficulty = _DIFFICULTIES.get(label[1], label[1].lower())
        end = label.start()
    bold = _BOLD.fullmatch(line[start:end]) is not None
    start, end = _undecorated(line, start, end)
    spans = [one for one in find_spans(line) if start <= one.start and one.end <= end]
    text = _words(f"{_flat(line, start, end, spans)} {more}")
    if not spans:
        return Question(text, number, start, end, bold=bold, difficulty=difficulty)
    first = next((one for one in spans if one.target), spans[0])
    form: Form = "link" if first.target else "elsewhere" if first.elsewhere else "empty"
    rest = line[start : first.start] + line[first.end : end] + more
    alone = not any(char.isalnum() for char in rest) and form != "elsewhere"
    if alone:
        text = _words(first.text)
    return Question(
        text, number, first.start, first.end, first.target, form, alone, bold, difficulty
    )


def is_aside(title: str) -> bool:
    """Whether a section of that title tells about the outline, or how to use it, and asks nothing.

    Such are grading, objectives, advice, further reading.
    """
    return _ASIDE.match(unnumbered(title)) is not None


def _bounds(line: str, column: int) -> tuple[int, int]:
    """Where the words of a line begin and end, which may be a heading's."""
    start, end = column, len(line.rstrip())
    for mark in _HEADING.finditer(line, column):
        if mark.start() == column:
            start = mark.end()
        elif mark.start() > start:
            end = mark.start()
    return min(start, end), end


def _undecorated(line: str, start: int, end: int) -> tuple[int, int]:
    """The same without pictures before it, and without emphasis around all of it."""
    while start < end and (line[start].isspace() or _is_picture(line[start])):
        start += 1
    if whole := _BOLD.fullmatch(line, start, end):
        width = len(whole[1])
        end = line.rindex(whole[1], start, end)
        start += width
    return start, end


def _is_picture(char: str) -> bool:
    # Selectors and joiners, too, which pictures are made up of.
    return unicodedata.category(char) in {"So", "Cf"} or "\ufe00" <= char <= "\ufe0f"


def _flat(line: str, start: int, end: int, spans: list[Span]) -> str:
    """The words of a line, those of links without their targets."""
    found, at = [], start
    for one in spans:
        found += [line[at : one.start], one.text]
        at = one.end
    return "".join([*found, line[at:end]])


def _words(text: str) -> str:
    """`text` on one line, without emphasis around all of it."""
    plain = " ".join(text.split())
    if _BOLD.fullmatch(plain):
        plain = plain.rstrip(":：")[2:-2].strip()
    return plain
