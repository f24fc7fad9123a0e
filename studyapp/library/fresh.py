"""A note that was just read, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from studyapp.library.index.brief import Brief
    from studyapp.library.index.views import Cards, Notes
    from studyapp.library.spare import Spare
    from studyapp.library.standings import Standings
    from studyapp.notes import Note


class Fresh(NamedTuple):
    """A note as it was just read, in brief too; `raw` is None where its file could not be read."""

    note: Note
    short: Brief
    raw: bytes | None


class Laid(NamedTuple):
    """What a snapshot holds of its notes."""

    notes: Notes
    cards: Cards
    standings: Standings


class Turned(NamedTuple):
    """What becomes of `raw`, the bytes of a note: `data`, and what the shelf then holds.

    A `spare` file may lie ready for it.
    """

    raw: bytes
    data: bytes
    laid: Laid
    spare: Spare | None = None
