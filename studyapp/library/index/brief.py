"""A note in brief: what opening a library needs of it, small enough to hold for all notes."""

from __future__ import annotations

import marshal
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from studyapp.library.acts import history
from studyapp.notes import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.notes import Note


class CardBrief(NamedTuple):
    """A card without its answer; the fields mean what they do in `Card`.

    A tuple, as `Brief` is: a large library has tens of thousands.
    """

    id: str
    note: str
    line: int
    question: str
    digest: str
    difficulty: str
    history: str = ""

    @property
    def deck(self) -> str:
        """The folder of its note, "" for the root."""
        return self.note.rpartition("/")[0]


class Brief(NamedTuple):
    """A note without its text; `digest` is that of the file's bytes, empty where it is unknown."""

    path: str
    title: str
    difficulty: str
    review_count: int
    last_reviewed: date | None
    next_review: date | None
    values: Mapping[str, str | None]
    cards: tuple[CardBrief, ...]
    problems: tuple[Problem, ...]
    digest: bytes


def brief(note: Note, digest: bytes = b"") -> Brief:
    """What to keep at hand of a note whose file has that digest."""
    meta = note.metadata
    return Brief(
        note.path,
        note.title,
        meta.difficulty,
        meta.review_count,
        meta.last_reviewed,
        meta.next_review,
        note.values,
        tuple(
            CardBrief(
                card.id,
                note.path,
                card.line,
                card.question,
                card.digest,
                card.difficulty,
                history(card),
            )
            for card in note.cards
        ),
        note.problems,
        digest,
    )


def packed(one: Brief) -> bytes:
    """A brief as bytes, without path and digest."""
    return marshal.dumps(
        (
            one.title,
            one.difficulty,
            one.review_count,
            one.last_reviewed.toordinal() if one.last_reviewed else 0,
            one.next_review.toordinal() if one.next_review else 0,
            dict(one.values),
            [(card.id, card.line, card.question, card.digest, card.history) for card in one.cards],
            [(problem.line, problem.message, problem.hint) for problem in one.problems],
        )
    )


def unpacked(path: str, digest: bytes, data: bytes) -> Brief:
    """The brief that was packed.

    Raises:
        ValueError, EOFError, TypeError: the bytes are not of this program's making.
    """
    title, difficulty, count, last, due, values, cards, problems = marshal.loads(data)  # noqa: S302  as a pickle it would run code; this can't
    return Brief(
        path,
        title,
        difficulty,
        count,
        date.fromordinal(last) if last else None,
        date.fromordinal(due) if due else None,
        values,
        tuple(
            [
                CardBrief(id_, path, line, question, answer, difficulty, brought)
                for id_, line, question, answer, brought in cards
            ]
        ),
        tuple([Problem(path, *rest) for rest in problems]) if problems else (),
        digest,
    )
