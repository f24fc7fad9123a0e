"""The past as the index keeps it, so that opening decodes no event that it knows."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any

from studyapp.library.index.forms import form
from studyapp.library.index.packed import PackedEvents, packed
from studyapp.library.index.sealing import sealed, unsealed
from studyapp.library.index.states import pack_state, unpack_state
from studyapp.library.past import How, Past
from studyapp.library.transcript import Mark
from studyapp.notes.problems import Problem
from studyapp.schedule.order import Rank
from studyapp.schedule.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from studyapp.library.index.database import Database
    from studyapp.schedule.events import Event

PART = 2048
"""So many events lie in one piece: who asks for the last few need not read them all."""
_PROBLEM, _MARK, _RANK = form(Problem), form(Mark), form(Rank)


def keep(database: Database, past: Past) -> None:
    """Put the past into the index, unless another instance has put one there meanwhile."""
    places = {id_: place for place, id_ in enumerate(past.ids())}
    told = (
        repr(past.how),
        [_PROBLEM.flat(one) for one in past.problems],
        {device: _MARK.flat(mark) for device, mark in past.marks.items()},
        {device: _RANK.flat(rank) for device, rank in past.ranks.items()},
        pack_state(past.state, places.__getitem__),
        dict(past.settled),
    )
    # A part that begins where one does already is refused: another instance was faster.
    rows = [
        *_parts("ids", past.kept, [*islice(places, past.kept, None)]),
        *_parts("events", past.kept, [*_new_rows(past)]),
        ("state", len(places), sealed(told)),
    ]
    database.write(
        ("DELETE FROM past WHERE run != ? OR kind = 'state'", [(past.run,)]),
        ("INSERT INTO past VALUES (?, ?, ?, ?)", [(past.run, *row) for row in rows]),
    )


def _parts(kind: str, first: int, told: list[Any]) -> Iterator[tuple[str, int, bytes]]:
    for place in range(0, len(told), PART):
        yield kind, first + place, sealed(told[place : place + PART])


def kept(database: Database, how: How, again: Callable[[], Sequence[Event]]) -> Past | None:
    """The past that the index keeps, if it was added up in the same way.

    Its events are fetched when they are asked for; what the index has lost by then is read
    `again` from the journals.
    """
    found = database.rows("SELECT run, number, data FROM past WHERE kind = 'state'")
    told = unsealed(found[0][2]) if found else None
    if not told or told[0] != repr(how):
        return None
    run, number, _ = found[0]
    _, problems, marks, ranks, state, settled = told
    events = PackedEvents(number, _Fetched(database, run, number, again))
    return Past(
        run,
        how,
        Strand(events),
        unpack_state(state, events, how.settings),
        tuple(map(_PROBLEM.whole, problems)),
        {device: _MARK.whole(mark) for device, mark in marks.items()},
        {device: _RANK.whole(rank) for device, rank in ranks.items()},
        number,
        settled,
    )


class _Fetched:
    """The first `number` events of a run, from the index or, if it lost them, read again."""

    def __init__(
        self, database: Database, run: str, number: int, again: Callable[[], Sequence[Event]]
    ) -> None:
        self._database = database
        self._run = run
        self._number = number
        self._again = again
        self._known: dict[str, list[int]] = {}
        self._parts: dict[tuple[str, int], Any] = {}

    def ids(self) -> Sequence[str]:
        found = [id_ for first in self._firsts("ids") for id_ in self._part("ids", first) or ()]
        whole = len(found) >= self._number
        return found[: self._number] if whole else [event.id for event in self._read_again]

    def row(self, place: int) -> bytes:
        firsts = self._firsts("events")
        first = firsts[bisect_right(firsts, place) - 1] if firsts else 0
        part = self._part("events", first) or ()
        if place - first < len(part):
            found: bytes = part[place - first]
            return found
        return packed(self._read_again[place])

    def rows(self) -> Sequence[bytes]:
        return [self.row(place) for place in range(self._number)]

    def _firsts(self, kind: str) -> list[int]:
        """The places of the first event of each part."""
        if kind not in self._known:
            query = "SELECT number FROM past WHERE run = ? AND kind = ? ORDER BY number"
            rows = self._database.rows(query, self._run, kind)
            self._known[kind] = [first for (first,) in rows]
        return self._known[kind]

    def _part(self, kind: str, first: int) -> Any:
        if (kind, first) not in self._parts:
            query = "SELECT data FROM past WHERE run = ? AND kind = ? AND number = ?"
            rows = self._database.rows(query, self._run, kind, first)
            self._parts[kind, first] = unsealed(rows[0][0]) if rows else None
        return self._parts[kind, first]

    @cached_property
    def _read_again(self) -> Sequence[Event]:
        return self._again()[: self._number]


def _new_rows(past: Past) -> Iterator[bytes]:
    """The packed events that the index does not have yet."""
    base = past.events.base
    if not isinstance(base, PackedEvents):
        yield from map(packed, islice(past.events, past.kept, None))
        return
    if past.kept < len(base):
        yield from base.source.rows()[past.kept :]
    yield from map(packed, past.events.tail[max(0, past.kept - len(base)) :])
