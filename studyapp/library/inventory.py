"""The journal, the notes, and the snapshot of what they add up to."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.library.chronicle import Chronicle, names
from studyapp.library.disk import DISK
from studyapp.library.index.briefs import Briefs
from studyapp.library.index.catalogue import Catalogue
from studyapp.library.index.views import Cards, Notes
from studyapp.library.journal import Journal
from studyapp.library.past import How
from studyapp.library.preludes import introduction
from studyapp.library.recollection import Recollection
from studyapp.library.settings import LibrarySettings
from studyapp.library.settled import settled
from studyapp.library.shelf import Shelf
from studyapp.library.snapshot import Snapshot
from studyapp.library.standings import NOWHERE
from studyapp.library.survey import survey
from studyapp.schedule.fold import Settings as FoldSettings
from studyapp.schedule.fold import State, fold
from studyapp.schedule.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from studyapp.library.acts import Stamp
    from studyapp.library.disk import Disk
    from studyapp.notes import Card, Problem, Waits
    from studyapp.schedule.course import Turn
    from studyapp.schedule.events import Event
    from studyapp.schedule.grades import Grade
    from studyapp.schedule.schedules import Outcome, Scheduler


class Inventory:
    """One library's journal and its notes, and the snapshot of what they add up to.

    What writes must run inside `acting`, which first journals what the person moved by hand.
    """

    def __init__(
        self, root: Path, under: str, device: str, index: Path | None, disk: Disk = DISK
    ) -> None:
        self.root = root
        self.under = under
        self.disk = disk
        self.journal = Journal(root, device, disk)
        self.settings = LibrarySettings()
        self.catalogue = Catalogue(root, index)
        self.recollection = Recollection(self.journal, self.catalogue)
        nothing = Notes(self.catalogue, Briefs())
        state = fold((), self.scheduler, FoldSettings())
        empty = Snapshot(root, under, nothing, Cards(nothing), Strand(), state, NOWHERE)
        self._shelf = Shelf(root, self.catalogue, empty, disk)
        self._chronicle = Chronicle()
        self._problems: tuple[Problem, ...] = ()
        self._sizes: Mapping[str, int] = {}
        self._guard = threading.RLock()

    @property
    def scheduler(self) -> Scheduler:
        """The scheduler that the settings name."""
        return self.settings.scheduling

    @property
    def snapshot(self) -> Snapshot:
        """What the library holds now."""
        return self._shelf.snapshot

    def set(self, settings: LibrarySettings) -> None:
        """Take the settings that travel with the notes, as they are now."""
        self.settings = settings
        if settings.syntax != self.catalogue.syntax:
            self.catalogue.read_as(settings.syntax)
            self.recollection.forget()

    @contextmanager
    def acting(self, stamp: Stamp) -> Iterator[None]:
        """Hold the library against other threads and processes, and know all they journalled.

        Raises:
            OSError: the journal's folder can't be written.
        """
        with self._guard, self.journal.held():
            if self.journal.sizes() != self._sizes:
                known = self.snapshot
                self._survey(known.notes, stamp, known.waiting, partial=known.partial)
            if pending := self.snapshot.pending:
                self.append(pending)
                self._shelf.snapshot = replace(self.snapshot, pending=())
            yield

    def behind(self) -> bool:
        """Whether another process, or git, has written to the journals since they were read."""
        with self._guard:
            return self.journal.sizes() != self._sizes

    def lay(
        self,
        briefs: Briefs,
        problems: Iterable[Problem],
        stamp: Stamp,
        *,
        partial: bool = False,
    ) -> None:
        """Take the notes as they were just read, or part of them, and what was wrong with them."""
        with self._guard:
            self._problems = tuple(problems)
            early = self.snapshot if self.snapshot.partial else None
            notes = early.notes.relisted(briefs) if early else Notes(self.catalogue, briefs)
            waiting = early.waiting if early else {}
            self._survey(notes, stamp, waiting, partial=partial, anew=not (early or partial))

    def _survey(
        self,
        notes: Notes,
        stamp: Stamp,
        waiting: Mapping[str, Waits],
        *,
        partial: bool = False,
        anew: bool = False,
    ) -> None:
        """Read the journals of all devices and lay the notes beside them.

        Only where all notes were read `anew` it counts which of them were in order before.
        """
        how = How(self.scheduler, FoldSettings(max_repeats=self.settings.repeats_per_day))
        past = self.recollection.recall(how)
        past = past if anew else replace(past, since=None)
        self._sizes = {device: mark.size for device, mark in past.marks.items()}
        found = survey(
            (self.root, self.under), notes, past, stamp, problems=self._problems, partial=partial
        )
        if anew:
            self.recollection.settle(past, settled(found, notes.briefs))
        self._chronicle = Chronicle(past.events, [one.event for one in found.rebinds])
        self._shelf.lay(found, waiting)

    def outcomes(self, card: Card, day: date) -> Mapping[Grade, Outcome]:
        """What each grade would do to a card on `day`."""
        return self.snapshot.card_state(card).outcomes(self.scheduler, day)

    def course(self, card: Card) -> tuple[Turn, ...]:
        """How a card came to stand where it stands."""
        with self._guard:
            return self._chronicle.course(card.id, card.note, self.scheduler)

    def append(
        self, events: Sequence[Event], state: State | None = None, spelled: bytes | None = None
    ) -> None:
        """Journal events, durable when this returns, and before them what they rely on.

        `state` is what then follows from all events; see `Journal.append`.
        """
        known = self.snapshot
        if known.rebinds and (first := self._first_of_rebound(events)):
            events, spelled = [*first, *events], None
        size = self.journal.append(events, spelled)
        self._sizes = {**self._sizes, self.journal.device: size}
        self._chronicle.add(events)
        told = {event.id for event in events} if known.rebinds else ()
        self._shelf.snapshot = replace(
            known,
            events=known.events.plus(events),
            state=state or known.state,
            rebinds=tuple([one for one in known.rebinds if one.event.id not in told]),
        )

    def _first_of_rebound(self, events: Sequence[Event]) -> list[Event]:
        """What makes a reworded card known, before the first event that names it."""
        named = {name for event in events for name in names(event)}
        told = {event.id for event in events}
        shelf = self.snapshot.notes
        return [
            event
            for one in self.snapshot.rebinds
            if one.new.id in named and one.event.id not in told
            for event in introduction(one, shelf[one.new.note], events)
        ]
