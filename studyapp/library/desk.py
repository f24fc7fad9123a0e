"""The journal and the notes kept in step: append first, then bring the note up to it."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp.library import acts
from studyapp.library.authorship import Author
from studyapp.library.changes import introduced
from studyapp.library.chronicle import Chronicle, names
from studyapp.library.index.briefs import Briefs
from studyapp.library.index.catalogue import Catalogue
from studyapp.library.index.views import Cards, Notes
from studyapp.library.journal import Journal
from studyapp.library.past import How
from studyapp.library.preludes import adoption, introduction, moved, prelude
from studyapp.library.recollection import Recollection
from studyapp.library.settings import LibrarySettings
from studyapp.library.settled import settled
from studyapp.library.shelf import Shelf
from studyapp.library.snapshot import Snapshot
from studyapp.library.standing import written
from studyapp.library.standings import NOWHERE
from studyapp.library.survey import survey
from studyapp.library.writing import write
from studyapp.notes import Note, Problem, Waits
from studyapp.schedule.advance import amended
from studyapp.schedule.events import Event, Review, Undo
from studyapp.schedule.fold import Settings as FoldSettings
from studyapp.schedule.fold import State, fold
from studyapp.schedule.strand import Strand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from studyapp.library.acts import Stamp
    from studyapp.library.recognition import Rebound
    from studyapp.library.standing import Standing
    from studyapp.notes import Card
    from studyapp.schedule.cards import CardState
    from studyapp.schedule.course import Turn
    from studyapp.schedule.grades import Grade
    from studyapp.schedule.schedules import Outcome, Scheduler

FOREIGN = Waits(
    "another tool changed its review values", 0, "choose on Home: keep mine, or take theirs"
)


@dataclass(frozen=True, slots=True)
class Committed:
    """One act, safe in the journal.

    `own` is the state of its card before it; `values` the note's four canonical values now;
    `waiting` says why the note could not be written, if it could not.
    """

    event: Event
    card: Card | None
    own: CardState | None
    scheduler: Scheduler
    values: Mapping[str, str | None]
    waiting: Waits | None

    @property
    def outcomes(self) -> Mapping[Grade, Outcome]:
        """What each grade would have done to the card at that moment."""
        return self.own.outcomes(self.scheduler, self.event.day) if self.own else {}


class Desk:
    """One library's journal, its notes, and the snapshot of what they add up to.

    What writes must run inside `acting`, which first journals what the person moved by hand.
    """

    def __init__(self, root: Path, under: str, device: str, index: Path | None) -> None:
        self.root = root
        self.under = under
        self.journal = Journal(root, device)
        self.settings = LibrarySettings()
        self.catalogue = Catalogue(root, index)
        self.recollection = Recollection(self.journal, self.catalogue)
        nothing = Notes(self.catalogue, Briefs())
        state = fold((), self.scheduler, FoldSettings())
        empty = Snapshot(root, under, nothing, Cards(nothing), Strand(), state, NOWHERE)
        self._shelf = Shelf(root, self.catalogue, empty)
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

    def commit(self, act: Event, card: Card | None, path: str = "") -> Committed:
        """Journal one act about a card, or about the note at `path`, then write the note.

        When this returns, the act is durable. Raises:
            OSError: the journal can't be written; nothing has changed.
        """
        own = self.snapshot.card_state(card) if card else None
        note = self._shelf.fresh(card.note if card else path)
        author = self._shelf.author(note) if note else None
        first = prelude(act, card, note, author, self.snapshot.state)
        state = self._folded([*first, act], card, note)
        stand = self._shelf.stand(note, state) if note else None
        if note and stand and isinstance(act, Review | Undo):
            act = replace(act, before=dict(note.values), after=dict(stand.expected))
            state = amended(state, act)
        self.append([*first, act], state)
        about = acts.Stamp(act.id, act.at, act.day)
        waits = self._bring_up(note, stand, author, about) if note else None
        values = stand.expected if stand else note.values if note else {}
        return Committed(act, card, own, self.scheduler, values, waits)

    def commit_all(self, told: Iterable[tuple[Card | None, Event]]) -> dict[str, Waits]:
        """Journal acts, each with the card that it is about, in one piece; then write the notes.

        By path, the notes that wait to be written, and why. When this returns, the acts are
        durable. Raises:
            OSError: the journal can't be written; nothing has changed.
        """
        by_note: dict[str, list[tuple[Card | None, Event]]] = {}
        for card, act in told:
            by_note.setdefault(card.note if card else "", []).append((card, act))
        authors: dict[str, Author | None] = {}
        events: list[Event] = []
        for path, acted in by_note.items():
            note = self._shelf.fresh(path)
            authors[path] = self._shelf.author(note) if note else None
            events += introduced(note, authors[path], acted, self.snapshot.state)
        state = self._chronicle.carry_on(self.snapshot.state, events, self.scheduler)
        self.append(events, state)
        waiting: dict[str, Waits] = {}
        for path, ((_, act), *_) in by_note.items():
            note = self._shelf.fresh(path)  # again: what is shelved is the note last read
            about = acts.Stamp(act.id, act.at, act.day)
            if note and (
                waits := self._bring_up(note, self._shelf.stand(note), authors[path], about)
            ):
                waiting[path] = waits
        return waiting

    def _folded(self, new: list[Event], card: Card | None, note: Note | None) -> State:
        """The state with `new` events, all about one note and its cards."""
        cards = {one.id for one in note.cards} if note else set()
        return self._chronicle.refold(
            self.snapshot.state,
            new,
            self.scheduler,
            note=note.path if note else "",
            cards={*cards, card.id} if card else cards,
        )

    def _bring_up(
        self, note: Note, stand: Standing | None, author: Author | None, stamp: Stamp
    ) -> Waits | None:
        """Shelve a freshly read note, and write it unless another tool's values stand in it."""
        if stand and author is Author.FOREIGN:
            self._shelf.take(note, replace(stand, author=author))
            return FOREIGN
        self._shelf.take(note, stand)
        return self.rewrite(note.path, stamp)

    def mend(self, path: str, stamp: Stamp) -> None:
        """Take git's conflict markers off a note's review values, and write those anew."""
        from studyapp.notes import mend  # noqa: PLC0415  its YAML takes 20 ms

        done = not isinstance(write(self.root, path, mend), Waits)
        if done and (note := self._shelf.fresh(path)):
            self._shelf.take(note, self._shelf.stand(note))
            self.rewrite(path, stamp)

    def heal(self, path: str, stamp: Stamp) -> bool:
        """Bring a stale note up to the journal, unless somebody wrote to it since it was read."""
        note = self._shelf.fresh(path)
        if note is None or self._shelf.author(note) is not Author.STALE:
            return False
        self._shelf.take(note, self._shelf.stand(note))
        return self.rewrite(path, stamp) is None

    def obey(self, paths: Sequence[str], stamp: Stamp) -> None:
        """Take over what another tool wrote: the date where only that changed, else all four."""
        state = self.snapshot.state
        for note in filter(None, map(self._shelf.fresh, paths)):
            stand = self._shelf.stand(note, state)
            by_date = stand is not None and stand.author is Author.HAND
            anew = adoption(note, state, acts.about(note, stamp), anew=True)
            self.append([moved(note, state, stamp)] if by_date else anew)
            self._shelf.take(note, self._shelf.stand(note))
        self._survey(self.snapshot.notes, stamp, self.snapshot.waiting)

    def rule(self, rebound: Rebound, stamp: Stamp, *, same: bool) -> None:
        """Journal what the person says of two cards: that they are the same, or are not."""
        told = introduction(rebound, self.snapshot.notes[rebound.new.note], ())
        self.append(told if same else [told[0], acts.undo(rebound.event.id, "", stamp)])
        self._survey(self.snapshot.notes, stamp, self.snapshot.waiting)
        self.heal(rebound.new.note, stamp)

    def rewrite(self, path: str, stamp: Stamp) -> Waits | None:
        """Put the projection into the note on disk, if it has one.

        Values that no event tells are journalled first: when they come back from git or an
        editor, they are known for ours.
        """
        stand = self.snapshot.standings.get(path)
        if stand is None:
            return None
        known = written(self.snapshot.state, {path, stand.adopt.note})
        if any(text not in known[key] for key, text in stand.expected.items()):
            event = acts.wrote(path, stand.expected, stamp)
            state = self._folded([event], None, self.snapshot.notes[path])
            self.append([event], state)
        return self._shelf.write(path, stand)

    def append(self, events: Sequence[Event], state: State | None = None) -> None:
        """Journal events, durable when this returns, and before them what they rely on.

        `state` is what then follows from all events.
        """
        known = self.snapshot
        if known.rebinds:
            events = [*self._first_of_rebound(events), *events]
        size = self.journal.append(events)
        self._sizes = {**self._sizes, self.journal.device: size}
        self._chronicle.add(events)
        told = {event.id for event in events}
        self._shelf.snapshot = replace(
            known,
            events=known.events.plus(events),
            state=state or known.state,
            rebinds=tuple(one for one in known.rebinds if one.event.id not in told),
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
