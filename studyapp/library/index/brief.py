"""A note in brief: what opening a library needs of it, small enough to hold for all notes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from studyapp.library.acts import history
from studyapp.notes import KEYS, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from studyapp.notes import Note

Flat: TypeAlias = tuple[Any, ...]
"""A brief as marshal keeps it, without its path: the fields in their order, days as numbers."""


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


def flat(one: Brief) -> Flat:
    """A brief as it is kept."""
    return (
        one.title,
        one.difficulty,
        one.review_count,
        one.last_reviewed.toordinal() if one.last_reviewed else 0,
        one.next_review.toordinal() if one.next_review else 0,
        tuple([one.values[key] for key in KEYS]) if one.values else (),
        tuple([(c.id, c.line, c.question, c.digest, c.history) for c in one.cards]),
        tuple([(problem.line, problem.message, problem.hint) for problem in one.problems]),
        one.digest,
    )


def whole(path: str, kept: Flat) -> Brief:
    """The brief that was kept of the note at `path`.

    Raises:
        ValueError, TypeError: it is not of this program's making.
    """
    title, difficulty, count, last, due, values, cards, problems, digest = kept
    return Brief(
        path,
        title,
        difficulty,
        count,
        date.fromordinal(last) if last else None,
        date.fromordinal(due) if due else None,
        dict(zip(KEYS, values, strict=True)) if values else {},
        tuple(
            [
                CardBrief(id_, path, line, question, answer, difficulty, brought)
                for id_, line, question, answer, brought in cards
            ]
        ),
        tuple([Problem(path, *rest) for rest in problems]) if problems else (),
        digest,
    )


def card_ids(kept: Flat) -> list[str]:
    """The ids of a kept brief's cards."""
    return [card[0] for card in kept[6]]


def problems_of(path: str, kept: Flat) -> list[Problem]:
    """The problems of a kept brief."""
    return [Problem(path, *rest) for rest in kept[7]]


def digest_in(kept: Flat) -> bytes:
    """The digest of a kept brief's file."""
    digest: bytes = kept[8]
    return digest


def title_in(kept: Flat) -> str:
    """The title of a kept brief."""
    title: str = kept[0]
    return title


def histories(kept: Flat) -> list[tuple[str, str]]:
    """The ids of a kept brief's cards, and what another tool had noted of them."""
    return [(card[0], card[4]) for card in kept[6]]


def starting(kept: Flat) -> tuple[str, int, date | None, date | None]:
    """A kept brief's difficulty, number of reviews, days of the last and the next."""
    _, difficulty, count, last, due, *_ = kept
    return (
        difficulty,
        count,
        date.fromordinal(last) if last else None,
        date.fromordinal(due) if due else None,
    )
