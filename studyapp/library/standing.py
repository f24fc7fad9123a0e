"""Where a note stands: what the journal implies for it, and who wrote what it says now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp import notes
from studyapp.library.authorship import Author, author
from studyapp.notes import KEYS, Waits
from studyapp.schedule.adoption import imported
from studyapp.schedule.projection import Values, project
from studyapp.schedule.schedules import INITIAL_EASE, New

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from datetime import date

    from studyapp.library.index.brief import Brief
    from studyapp.notes import Spliced
    from studyapp.schedule.events import Adopt
    from studyapp.schedule.fold import State


@dataclass(frozen=True, slots=True)
class Standing:
    """An adopted note: its `adopt` event, the projection, its canonical texts, today's author.

    `values` is None where no live review is left and all four are as adopted.
    """

    adopt: Adopt
    values: Values | None
    expected: Mapping[str, str | None]
    author: Author


def standing(note: Brief, state: State, present: Container[str]) -> Standing | None:
    """Compare a note with the journal; None for a note that was never written here.

    `present` are the paths of all notes: another one is this note's old name only if it is gone.
    """
    adopt = state.adoption(note.path, [card.id for card in note.cards], present)
    if adopt is None:
        return None
    fresh = New(INITIAL_EASE[note.difficulty])
    rows = []
    for card in note.cards:
        own = state.cards.get(card.id)
        schedule = own.schedule if own else imported(card.history) or fresh
        rows.append((card.id, schedule, own is not None and own.suspended))
    known = written(state, {adopt.note, note.path})
    if note.path in state.rescheduled:  # moved by hand since it was renamed
        adopt = replace(adopt, note=note.path)
    values = project(adopt, rows, state)
    expected = canonical(values, adopt)
    return Standing(adopt, values, expected, author(note.values, expected, known))


def written(state: State, paths: Iterable[str]) -> dict[str, frozenset[str | None]]:
    """Every canonical value ever adopted or written, by key, while the note lay at `paths`."""
    records = [state.written.get(path, {}) for path in paths]
    return {key: frozenset().union(*(r.get(key, ()) for r in records)) for key in KEYS}


def is_told(stand: Standing, path: str, state: State) -> bool:
    """Whether each value that the note at `path` is to hold was adopted or written before."""
    known = [state.written.get(one, {}) for one in {path, stand.adopt.note}]
    return all(
        any(text in record.get(key, ()) for record in known) for key, text in stand.expected.items()
    )


def canonical(values: Values | None, adopt: Adopt) -> dict[str, str | None]:
    """The projection as canonical texts; what it leaves open is as adopted."""
    if values is None:
        return {key: adopt.canonical.get(key) for key in KEYS}
    return {
        key: adopt.canonical.get(key) if value is None else _text(value)
        for key, value in ((key, getattr(values, key)) for key in KEYS)
    }


def change(raw: bytes, standing: Standing) -> Spliced | Waits:
    """The note's bytes with the projection in place.

    Where the projection says nothing, the adopted text itself returns, to the byte.
    """
    adopt = standing.adopt
    if standing.values is None:
        return notes.restore(raw, {key: adopt.values.get(key) for key in KEYS}, block=adopt.block)
    by_key = {key: getattr(standing.values, key) for key in KEYS}
    done = notes.splice(raw, {key: value for key, value in by_key.items() if value is not None})
    left = {key: adopt.values.get(key) for key, value in by_key.items() if value is None}
    if isinstance(done, Waits) or not left:
        return done
    rest = notes.restore(done.data, left, block=True)
    if isinstance(rest, Waits):
        return rest
    return notes.Spliced(rest.data, {**done.before, **rest.before}, {**done.after, **rest.after})


def _text(value: date | float) -> str:
    return str(value) if isinstance(value, int | float) else value.isoformat()
