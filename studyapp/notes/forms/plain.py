"""Plain lines `Q: …` and `A: …`, and hashcards' `C: …` with its [gaps]."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from studyapp.notes.forms.candidate import Candidate, Skipped, has_label, without_tail
from studyapp.notes.forms.gaps import BRACKETS, gaps
from studyapp.notes.forms.spans import Asked, answers
from studyapp.notes.tongues import ANSWER, QUESTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.notes.page import Page

_MARK = re.compile(
    rf"(?:(?:(?P<q>(?:Q(?:uestion)?|问题?|(?:面试)?(?:考点|题)|(?i:{QUESTION}))[ \t]*\d{{0,3}})"
    r"|(?P<a>A(?:ns(?:wer)?)?[ \t]*\d{0,3}|(?:标准|参考|满分|正确)?(?:答案|回答)|答"
    rf"|(?i:{ANSWER})[ \t]*\d{{0,3}})"
    r"|(?P<c>C))[ \t]*[:：]"
    r"|(?P<q1>Q[ \t]*\d{1,3}[.)])|(?P<a1>A[ \t]*\d{1,3}[.)]|Ans[ \t]*\d{0,3}\.(?=[ \t]|$)))"
    r"(?P<rest>.*)"
)
# Each begins with one of a set of characters: that is sought faster than one of several words.
_ASKING = re.compile(
    r"\n(?=[Q问题問質질面考CВFPD])"
    r"(?:[Q问题問質질]|面试|考点|C[:：]|Вопрос|Frage|P(?:re|er)gunta|Domanda)"
)
_ANSWERING = re.compile(
    r"\n(?=[A答回답标参满正ОR])(?:[A答回답]|标准|参考|满分|正确|Ответ|R[ée]p|R[ei]sp)"
)
_HOLDS_LINES = frozenset({"Paragraph", "List", "BlockQuote", "Table"})


class _Marked(NamedTuple):
    """A line with a mark: what it is (`q`, `a`, `c`), the piece it stands in, the words behind."""

    line: int
    place: int
    kind: str
    rest: str


def find_plain(page: Page) -> Iterator[Candidate | Skipped]:
    """The questions of `page` marked by plain lines, and the gaps of its `C:` passages."""
    if not page.source.holds(_ASKING):
        return
    marks = list(_marks(page))
    asked: list[Asked] = []
    for one, following in zip_longest(marks, marks[1:]):
        if one is None or one.kind != "q":
            continue
        if following and following.kind == "a" and not _parted(page, one, following):
            question = f"{one.rest}\n{page.source.text(one.line + 1, following.line - 1)}".strip()
            # The line with its label, unless only its number makes one of it: `A1.`
            rest = page.source.lines[following.line - 1]
            rest = rest if has_label(rest) else following.rest.strip()
            asked.append(Asked(one.line, one.place, question, following.line, rest))
        else:
            yield Skipped(one.line, one.rest.strip(), "no line `A:` follows")
    clozes = [one for one in marks if one.kind == "c"]
    is_deck = bool(clozes) and (bool(asked) or len(clozes) > 1 or page.cues.deck)
    ends = [one.line for one in marks if one.kind != "a"]
    ends.append(len(page.source.lines) + 1)
    yield from answers("plain", page, asked, ends, trimmed=not is_deck and not page.cues.deck)
    if is_deck:
        for one in clozes:
            yield from _gaps(page, one, ends[bisect_right(ends, one.line)] - 1)


def _marks(page: Page) -> Iterator[_Marked]:
    for line in page.source.lines_with(_ASKING, _ANSWERING):
        place = page.index_at(line)
        found = _MARK.match(page.source.lines[line - 1])
        if not found or place < 0 or page.pieces[place].kind not in _HOLDS_LINES:
            continue
        if line not in page.code:
            kind = "q" if found["q"] or found["q1"] else "c" if found["c"] else "a"
            yield _Marked(line, place, kind, found["rest"])


def _parted(page: Page, one: _Marked, other: _Marked) -> bool:
    """Whether a heading or a rule stands between two marks."""
    between = page.pieces[one.place : other.place + 1]
    return any(piece.level or piece.kind == "ThematicBreak" for piece in between)


def _gaps(page: Page, one: _Marked, last: int) -> Iterator[Candidate]:
    last = min(last, page.last_line(page.next_break(one.place)))
    text = without_tail(f"{one.rest.strip()}\n{page.source.text(one.line + 1, last)}")
    end_line = one.line + text.count("\n")
    trail = page.pieces[one.place].trail
    for question, answer in gaps(text, BRACKETS):
        if question != "[…]":  # `C: [B, S, H]` says what C is
            yield Candidate("cloze", one.line, end_line, question, answer, trail)
