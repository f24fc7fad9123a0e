"""Questions that begin on a line of their own, and answers that run up to the next one."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, NamedTuple

from studyapp.notes.asking import is_answer
from studyapp.notes.forms.candidate import Candidate, Skipped, answered, has_label, unlabelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.notes.page import Page


class Asked(NamedTuple):
    """A question at a 1-based `line` of the piece at index `place`.

    Its answer begins with `rest`, what stands behind it on `answer_line`.
    """

    line: int
    place: int
    question: str
    answer_line: int
    rest: str


def answers(
    form: str, page: Page, asked: Sequence[Asked], ends: Sequence[int] = (), *, trimmed: bool = True
) -> Iterator[Candidate | Skipped]:
    """Each of `asked` with its answer: the next one, a heading, a rule or one of `ends` ends it.

    If `trimmed`, a paragraph that closes a section of labelled answers belongs to none of them.
    """
    following = dict(pairwise(sorted({*(one.line for one in asked), *ends})))
    flowing: set[tuple[str, ...]] = set()  # sections whose answers go on in further paragraphs
    for question in asked:
        one, stop = _below_heading(page, question)
        last = page.last_line(stop)
        closing = following.get(one.line, last + 1) > last
        last = min(last, following.get(one.line, last + 1) - 1)
        trail = page.pieces[one.place].trail
        text = _text(page, one, last)
        if trimmed and has_label(text):
            if not closing and _paragraphs(page, one, last):
                flowing.add(trail)
            if closing and trail not in flowing:
                text = _text(page, one, _without_closing(page, one, stop, last))
        yield answered(form, one.question, (one.line, trail), text, one.answer_line)


def _text(page: Page, one: Asked, last: int) -> str:
    return f"{one.rest}\n{page.source.text(one.answer_line + 1, last)}"


def _below_heading(page: Page, one: Asked) -> tuple[Asked, int]:
    """`one`, its answer perhaps below a heading `### Answer`, and the index of what ends it."""
    stop = page.next_break(one.place)
    if stop == one.place + 1 < len(page.pieces) and not one.rest.strip():
        head = page.pieces[stop]
        if is_answer(head.heading) and one.answer_line == page.pieces[one.place].end_line:
            return one._replace(answer_line=head.line), page.next_break(stop)
    return one, stop


def _paragraphs(page: Page, one: Asked, last: int) -> bool:
    """Whether the answer of `one`, which ends at `last`, has paragraphs behind its label's."""
    later = map(page.pieces.__getitem__, range(_label(page, one) + 1, len(page.pieces)))
    own = takewhile(lambda piece: piece.line <= last, later)  # a note may hold 10⁵ pieces
    return any(piece.kind == "Paragraph" for piece in own)


def _without_closing(page: Page, one: Asked, stop: int, last: int) -> int:
    """The last line of the answer of `one` without the paragraphs that close its section."""
    label = _label(page, one)
    if not unlabelled(_text(page, one, page.pieces[label].end_line)):
        return last  # the label stands alone: the paragraphs are the answer
    while stop - 1 > label and page.pieces[stop - 1].kind == "Paragraph":
        stop -= 1
    return min(last, page.pieces[stop - 1].end_line)


def _label(page: Page, one: Asked) -> int:
    """The index of the piece in which the answer of `one` begins."""
    own = _text(page, one, page.pieces[one.place].end_line).strip()
    return one.place if own or one.place + 1 == len(page.pieces) else one.place + 1
