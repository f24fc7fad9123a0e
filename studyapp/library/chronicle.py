"""All events in order, found by what they concern: a grade looks at its own note's alone."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from studyapp.schedule.advance import advance
from studyapp.schedule.course import courses
from studyapp.schedule.events import Event, Rebind, Undo
from studyapp.schedule.fold import fold
from studyapp.schedule.live import Live, answers
from studyapp.schedule.refold import refold
from studyapp.schedule.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from studyapp.schedule.course import Turn
    from studyapp.schedule.fold import State
    from studyapp.schedule.schedules import Scheduler


class Chronicle:
    """The places of events by card and by note; undos and rebinds concern everything.

    What is `assumed` counts as if it were journalled, and may be journalled at any time.
    """

    def __init__(self, events: Sequence[Event] = (), assumed: Iterable[Event] = ()) -> None:
        assumed = tuple(assumed)
        self._assumed = {event.id for event in assumed}
        self._events = Strand(events).plus(assumed)
        self._filed = 0
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        self._everywhere: list[int] = []

    def add(self, events: Sequence[Event]) -> None:
        """Append events, but for what was assumed already."""
        self._events = self._events.plus(one for one in events if one.id not in self._assumed)

    def _file(self) -> None:
        """Note the places of all events since the last time: who only reads never pays."""
        for place, event in islice(enumerate(self._events), self._filed, None):
            if isinstance(event, Undo | Rebind):
                self._everywhere.append(place)
            for name in names(event):
                self._places[name].append(place)
        self._filed = len(self._events)

    def refold(
        self,
        state: State,
        new: Sequence[Event],
        scheduler: Scheduler,
        *,
        note: str,
        cards: Collection[str],
    ) -> State:
        """The state after `new` events, all about one note and its cards, as `fold` would say."""
        if ahead := advance(state, new, scheduler):
            return ahead
        self._file()
        concerned = [*self._about({note, *self._with_old_ids(cards)}), *new]
        after = refold(state, concerned, scheduler, note=note, cards=cards)
        live = Live(self._events.plus(new), after.undone)
        return replace(after, live=live, answers=answers(live))

    def course(self, card: str, note: str, scheduler: Scheduler) -> tuple[Turn, ...]:
        """How a card of a note came to stand where it stands."""
        self._file()
        events = self._about({note, *self._with_old_ids({card})})
        return courses(events, scheduler).get(card, ())

    def carry_on(self, state: State, new: Sequence[Event], scheduler: Scheduler) -> State:
        """The state after `new` events about any notes, as `fold` would say."""
        ahead = advance(state, new, scheduler)
        return ahead or fold(self._events.plus(new), scheduler, state.settings)

    def _about(self, names: Collection[str]) -> list[Event]:
        places = {place for name in names for place in self._places.get(name, ())}
        return [self._events[place] for place in sorted(places.union(self._everywhere))]

    def _with_old_ids(self, cards: Collection[str]) -> set[str]:
        rebinds = [
            one for place in self._everywhere if isinstance(one := self._events[place], Rebind)
        ]
        known, before = {*cards}, -1
        while len(known) != before:
            before = len(known)
            known.update(*({one.old, one.new} for one in rebinds if {one.old, one.new} & known))
        return known


def names(event: Event) -> set[str]:
    """The cards and the note that an event is about."""
    own = {getattr(event, key, "") for key in ("card", "note", "old", "new")}
    return {*own, *getattr(event, "cards", ())} - {""}
