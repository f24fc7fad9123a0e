"""How a note writes its questions and answers, and so would write another."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from studyapp.notes.asking import bare_question, is_questions
from studyapp.notes.forms.candidate import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.notes.note import Card
    from studyapp.notes.page import Page

_ECHOED = frozenset({"bold", "heading", "list", "obsidian", "plain"})
_LAST_NUMBER = re.compile(r"\d{1,6}(?=\D*\Z)")
_NO_WORDS = re.compile(r"[*_#\s:：]*")
_MARK = re.compile(r"\s*(?:[-*+][ \t]+)?")
_BLOCK = re.compile(r"\s*(?:[-*+>|#]|\d+[.)]|```|~~~|\$\$)")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_APPENDIX = re.compile(
    r"相关(?:笔记|链接|资料|阅读)|参考(?:资料|文献|链接)?|延伸阅读|扩展阅读"
    r"|related(?: notes| reading)?|references?|see also|further reading|links|sources",
    re.IGNORECASE,
)


class Style(NamedTuple):
    """Lines to put behind the 1-based line `after`; in the last the answer stands or will stand."""

    after: int
    lines: list[str]


def styles(page: Page, cards: Sequence[Card], question: str, answer: str) -> Iterator[Style]:
    """The ways in which a note with `page` and `cards` may ask `question`, its own first."""
    counts = Counter(card.form for card in cards if card.form in _ECHOED)
    for form, _ in counts.most_common():
        last = max((card for card in cards if card.form == form), key=lambda card: card.line)
        if lines := _echo(page, last, question, answer):
            yield Style(last.end_line, lines)
    after, heading = _section(page, question)
    yield Style(after, [*heading, f"**Q: {question}**", *_below("A: ", answer)])
    yield Style(after, [*heading, f"### Q: {question}", "", *answer.split("\n")])


def _echo(page: Page, card: Card, question: str, answer: str) -> list[str]:
    """The lines that ask as `card` does; none where they can't be told from its own."""
    head, found, tail = page.source.lines[card.line - 1].partition(card.question)
    if not found:
        return []
    if not _NO_WORDS.fullmatch(tail):
        if bare_question(f"{found}{tail}") != found:
            return []
        tail = ""  # the source cited behind that question is not this one's
    below = page.source.lines[card.line : card.end_line]
    gap = next((number for number, line in enumerate(below) if line.strip()), 0)
    opening = below[gap] if below else ""
    first = [f"{_next(head)}{question}{tail}", *below[:gap]]
    if card.form == "obsidian":
        return [*first, opening, *answer.split("\n")]
    label = label_of(opening)
    return [*first, *_below(_next(label) if label else _indent(opening), answer)]


def _below(label: str, answer: str) -> list[str]:
    """The lines of `answer` behind `label`, which may be an indent alone."""
    first, *rest = answer.split("\n")
    # Below a label the lines stand as far to the right as it does, behind the mark of its item.
    mark = _MARK.match(label) if label.strip() else None
    indent = " " * (mark.end() if mark else len(label))
    if mark and _BLOCK.match(first):
        first, rest = "", [first, *rest]
    return [f"{label}{first}".rstrip(), *(f"{indent}{line}".rstrip() for line in rest)]


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


def _next(text: str) -> str:
    """`text` with its last number one higher."""
    return _LAST_NUMBER.sub(lambda found: str(int(found[0]) + 1), text)


def _section(page: Page, question: str) -> tuple[int, list[str]]:
    """The line behind which a first question stands, and the heading that it needs."""
    asking = [index for index, piece in page.headings() if is_questions(piece.heading)]
    if asking and page.pieces[asking[-1]].heading != page.title:
        return _last_line(page, page.section_end(asking[-1])), []
    stop = next((i for i, one in page.headings() if _APPENDIX.fullmatch(one.heading)), None)
    after = _last_line(page, len(page.pieces) if stop is None else stop)
    if is_questions(page.title):
        return after, []
    is_chinese = len(_CHINESE.findall(page.source.body)) * 10 > len(page.source.body)
    is_chinese = is_chinese or bool(_CHINESE.search(page.title + question))
    return after, ["## 面试常见问题" if is_chinese else "## Interview questions", ""]


def _last_line(page: Page, stop: int) -> int:
    """The last line of the pieces before `stop`, rules at the end left out."""
    while stop and page.pieces[stop - 1].kind == "ThematicBreak":
        stop -= 1
    return page.pieces[stop - 1].end_line if stop else page.source.body_line - 1
