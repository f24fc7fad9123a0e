"""A note in brief: what opening a library needs of it, small enough to hold for all notes."""

from __future__ import annotations

import marshal
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from studyapp.library.acts import history
from studyapp.notes import KEYS, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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


def dated(one: Brief, note: Note, digest: bytes) -> Brief:
    """The brief of a note of which nothing but the metadata has changed."""
    meta = note.metadata
    return one._replace(
        review_count=meta.review_count,
        last_reviewed=meta.last_reviewed,
        next_review=meta.next_review,
        values=note.values,
        digest=digest,
    )


class Flat(NamedTuple):
    """A brief as the index keeps it, without its path; days are ordinals, 0 for none.

    `histories` are those of the cards, in their order, or empty where none has one; what is not
    asked of all notes at once lies in `rest`, and `flawed` tells whether problems do.
    """

    digest: bytes
    title: str
    difficulty: str
    review_count: int
    last_reviewed: int
    next_review: int
    ids: tuple[str, ...]
    histories: tuple[str, ...]
    flawed: bool
    rest: bytes

    def problems(self, path: str) -> list[Problem]:
        """The problems of the note at `path`."""
        return [Problem(path, *one) for one in marshal.loads(self.rest)[2]] if self.flawed else []  # noqa: S302  our own, and it runs nothing


flattened: Callable[[tuple[object, ...]], Flat] = partial(tuple.__new__, Flat)
"""A flat brief of its fields, as marshal gives them: Flat's own way takes thrice the time."""


def flat(one: Brief) -> Flat:
    """A brief as it is kept."""
    told = any(card.history for card in one.cards)
    rest = (
        tuple([one.values[key] for key in KEYS]) if one.values else (),
        [(card.line, card.question, card.digest) for card in one.cards],
        [(problem.line, problem.message, problem.hint) for problem in one.problems],
    )
    return Flat(
        one.digest,
        one.title,
        one.difficulty,
        one.review_count,
        one.last_reviewed.toordinal() if one.last_reviewed else 0,
        one.next_review.toordinal() if one.next_review else 0,
        tuple([card.id for card in one.cards]),
        tuple([card.history for card in one.cards]) if told else (),
        bool(one.problems),
        marshal.dumps(rest),
    )


def whole(path: str, kept: Flat) -> Brief:
    """The brief that was kept of the note at `path`."""
    values, cards, problems = marshal.loads(kept.rest)  # noqa: S302  as above
    return Brief(
        path,
        kept.title,
        kept.difficulty,
        kept.review_count,
        date.fromordinal(kept.last_reviewed) if kept.last_reviewed else None,
        date.fromordinal(kept.next_review) if kept.next_review else None,
        dict(zip(KEYS, values, strict=True)) if values else {},
        tuple(
            CardBrief(id_, path, line, question, answer, kept.difficulty, history)
            for id_, (line, question, answer), history in zip(
                kept.ids, cards, kept.histories or ("",) * len(cards), strict=True
            )
        ),
        tuple([Problem(path, *one) for one in problems]) if problems else (),
        kept.digest,
    )
