"""Whole notes as bytes: their fields in tuples, since marshal is many times as quick as pickle."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from studyapp.library.index.sealing import sealed, unsealed
from studyapp.notes import Card, History, Link, Metadata, Note, Problem, Snippet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from studyapp.notes.forms.candidate import Skipped


def _taker(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """What takes a value of a dataclass apart into its fields."""
    return attrgetter(*[one.name for one in fields(kind)])


_note, _metadata, _card, _history = map(_taker, (Note, Metadata, Card, History))
_snippet, _link, _problem = map(_taker, (Snippet, Link, Problem))
_skipped: Callable[[Skipped], tuple[Any, ...]] = attrgetter("line", "seen", "why")
_DAYS = 3
"""Of the metadata the first fields are days."""


def pack(note: Note) -> bytes:
    """A note as bytes."""
    path, title, metadata, cards, snippets, links, problems, raw, values, *rest, skipped = _note(
        note
    )
    meta = _metadata(metadata)
    days = [day and day.toordinal() for day in meta[:_DAYS]]
    parts = (
        (*days, *meta[_DAYS:]),
        [*map(_flat_card, cards)],
        [*map(_snippet, snippets)],
        [*map(_link, links)],
        [*map(_problem, problems)],
        [*map(_skipped, skipped)],
    )
    return sealed((path, title, parts, dict(raw), dict(values), rest))


def unpack(data: bytes) -> Note | None:
    """The note that was packed; None if its bytes were torn since."""
    if not (told := unsealed(data)):
        return None
    path, title, (meta, cards, snippets, links, problems, skipped), raw, values, rest = told
    days: list[Any] = [day and date.fromordinal(day) for day in meta[:_DAYS]]
    parts: tuple[Any, ...] = (
        path,
        title,
        Metadata(*days, *meta[_DAYS:]),
        tuple([_whole_card(*one) for one in cards]),
        _made(Snippet, snippets),
        _made(Link, links),
        _made(Problem, problems),
        MappingProxyType(raw),
        MappingProxyType(values),
        *rest,
        _unasked(skipped) if skipped else (),
    )
    return Note(*parts)


def _flat_card(card: Card) -> tuple[Any, ...]:
    *own, history = _card(card)
    if history:
        due, *numbers = _history(history)
        history = due.toordinal(), *numbers
    return (*own, history)


def _whole_card(*told: Any) -> Card:
    *own, history = told
    if history:
        due, *numbers = history
        history = History(date.fromordinal(due), *numbers)
    parts: tuple[Any, ...] = (*own, history)
    return Card(*parts)


def _unasked(told: Iterable[tuple[Any, ...]]) -> tuple[Skipped, ...]:
    from studyapp.notes.forms.candidate import Skipped  # noqa: PLC0415  its patterns take long

    return _made(Skipped, told)


def _made(kind: Callable[..., Any], told: Iterable[tuple[Any, ...]]) -> tuple[Any, ...]:
    return tuple([kind(*values) for values in told])
