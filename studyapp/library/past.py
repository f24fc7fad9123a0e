"""What the journals add up to, carried on from what was known of them before."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from studyapp.library.chronicle import names
from studyapp.library.index.packed import PackedEvents
from studyapp.schedule.advance import advance
from studyapp.schedule.events import Undo
from studyapp.schedule.fold import fold
from studyapp.schedule.order import once, ranked
from studyapp.schedule.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from studyapp.library.journal import Journal
    from studyapp.library.transcript import Mark, Reading
    from studyapp.notes import Problem
    from studyapp.schedule.events import Event
    from studyapp.schedule.fold import Settings, State
    from studyapp.schedule.order import Rank
    from studyapp.schedule.schedules import Scheduler

Rows: TypeAlias = "Sequence[tuple[Rank, Event]]"


@dataclass(frozen=True, slots=True)
class How:
    """What besides the events decides what they add up to."""

    scheduler: Scheduler
    settings: Settings

    def fold(self, events: Sequence[Event]) -> State:
        """What `events` add up to."""
        return fold(events, self.scheduler, self.settings)

    def carry_on(self, state: State, events: Strand[Event], new: Sequence[Event]) -> State:
        """What `events` add up to with `new` ones behind them, where before it was `state`."""
        if not new:
            return state
        return advance(state, new, self.scheduler) or self.fold(events.plus(new))


@dataclass(frozen=True, slots=True)
class Past:
    """All events in order, their state, the lines that could not be read.

    `marks` say how far each journal was read, `ranks` which event of each device was the last.
    `run` names the whole fold from which this was carried on, and of which `kept` events are in
    the index. `settled` are the notes that were found in order, with the digest of each; `since`
    names the cards and notes of the events that came after that, None if it may be any.
    """

    run: str
    how: How
    events: Strand[Event]
    state: State
    problems: tuple[Problem, ...] = ()
    marks: Mapping[str, Mark] = field(default_factory=dict)
    ranks: Mapping[str, Rank] = field(default_factory=dict)
    kept: int = 0
    settled: Mapping[str, bytes] = field(default_factory=dict)
    since: frozenset[str] | None = frozenset()

    def supposing(self, events: Sequence[Event]) -> State:
        """The state if further events had been journalled."""
        return self.how.carry_on(self.state, self.events, events)

    def ids(self) -> Iterator[str]:
        """The ids of all events, in order."""
        base = self.events.base
        yield from base.source.ids() if isinstance(base, PackedEvents) else (one.id for one in base)
        yield from (event.id for event in self.events.tail)


def recall(journal: Journal, known: Past | None, how: How) -> Past:
    """What the journals say now; what is `known` of them already is not read again.

    Raises OSError.
    """
    reading = journal.read(known.marks if known else {})
    if known and not reading.whole:
        rows = ranked(reading.by_device, known.ranks)
        if _follow(rows, known):
            return _carried(known, rows, reading, how)
        reading = journal.read()
    rows = ranked(reading.by_device, {})
    events = Strand(once(event for _, event in rows))
    state, run = how.fold(events), os.urandom(6).hex()
    problems = _sorted(reading.problems)
    return Past(run, how, events, state, problems, reading.marks, _last(rows))


def _follow(rows: Rows, known: Past) -> bool:
    """Whether events come behind all that are known, and are none of them."""
    if not rows:
        return True
    if known.ranks and rows[0][0] < max(known.ranks.values()):
        return False
    ids = {event.id for _, event in rows}
    return len(ids) == len(rows) and ids.isdisjoint(known.ids())


def _carried(known: Past, rows: Rows, reading: Reading, how: How) -> Past:
    new = [event for _, event in rows]
    events, same = known.events.plus(new), how == known.how
    state = how.carry_on(known.state, known.events, new) if same else how.fold(events)
    return replace(
        known,
        how=how,
        events=events,
        state=state,
        problems=_sorted((*known.problems, *reading.problems)),
        marks=reading.marks,
        ranks={**known.ranks, **_last(rows)},
        since=_since(known, new) if same else None,
    )


def _since(known: Past, new: Sequence[Event]) -> frozenset[str] | None:
    if known.since is None or any(isinstance(event, Undo) for event in new):
        return None
    return known.since.union(*map(names, new))


def _sorted(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda one: (one.path, one.line)))


def _last(rows: Rows) -> dict[str, Rank]:
    return {rank.device: rank for rank, _ in rows}
