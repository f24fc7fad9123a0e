"""One library, opened: what it holds, and the acts that change it."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from studyapp.library import acts
from studyapp.library.adding import store_card
from studyapp.library.asides import aside, asides
from studyapp.library.authorship import Author
from studyapp.library.changes import Changed
from studyapp.library.creating import Created, create_note
from studyapp.library.desk import Desk
from studyapp.library.recoding import store_code
from studyapp.library.settings import LibrarySettings, read_library, write_library
from studyapp.library.snapshot import NoSuch
from studyapp.library.walk import walk
from studyapp.library.watching import differs
from studyapp.schedule.days import study_day
from studyapp.schedule.events import Event, Rebind, Undo
from studyapp.schedule.ledger import cards_of, current

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from studyapp.library.changes import Change
    from studyapp.library.desk import Committed
    from studyapp.library.recognition import Rebound
    from studyapp.library.snapshot import Snapshot
    from studyapp.notes import Card, Snippet, Waits
    from studyapp.notes.fresh import Looks
    from studyapp.schedule.course import Turn
    from studyapp.schedule.grades import Grade
    from studyapp.schedule.schedules import Outcome

Choice: TypeAlias = Literal["mine", "theirs"]
Tell: TypeAlias = "Callable[[int, int], object]"
_ORDER = {"minutes_per_day", "new_per_day", "reviews_per_day", "weights", "interview"}
"""Settings that change what a day asks, and nothing of what is known."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What opening for writing brought in order: notes healed, notes that the person moved."""

    healed: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()


class Library:
    """The notes below `root` and the journal about them. Acts are safe from any thread.

    Opening reads and never writes; `settle`, `resolve`, `grade`, `cram`, `undo`, `mark`, `change`
    write.
    Where those say OSError, the journal could not be written and nothing has changed. They raise
    NoSuch for a card or an event that is not there, as when an editor has taken a question away.
    """

    def __init__(self, root: Path, under: str, device: str, index: Path | None = None) -> None:
        self._desk = Desk(root, under, device, index)
        self._temporaries: list[str] = []

    @property
    def root(self) -> Path:
        """The library's folder."""
        return self._desk.root

    @property
    def snapshot(self) -> Snapshot:
        """What the library holds now."""
        return self._desk.snapshot

    @property
    def settings(self) -> LibrarySettings:
        """The settings that travel with the notes."""
        return self._desk.settings

    @property
    def journalled(self) -> bool:
        """Whether anything was ever written about this library."""
        return bool(self._desk.journal.sizes())

    def keep_journal_private(self) -> None:
        """Have git ignore the journal, which holds questions and times. Raises OSError."""
        self._desk.journal.keep_private()

    def open(self, now: datetime, tell: Tell | None = None) -> Snapshot:
        """Read settings, journals and notes, and say what they add up to.

        If many notes have to be read, `tell` is told now and then how many of how many were; at
        the first time there is a snapshot of them already, if there was none before. Raises:
            NotADirectoryError: there is no such folder.
        """
        folder = self.root / self._desk.under
        if not folder.is_dir():
            raise NotADirectoryError(f"{folder} is no folder")
        settings, problems = read_library(self.root)
        self._desk.set(settings)
        stamp = self._stamp(now)
        with _no_garbage():
            found = walk(self.root)
            self._temporaries = found.temporaries
            refreshing = self._desk.catalogue.refresh(found)
            for done in refreshing:
                if tell:
                    if not self.snapshot.notes:
                        self._desk.lay(refreshing.listing().briefs, (), stamp, partial=True)
                    tell(done, refreshing.total)
            briefs, unread = refreshing.listing()
            self._desk.lay(briefs, [*problems, *found.problems, *unread], stamp)
        return self.snapshot

    def rest(self) -> None:
        """Wait until the index has what it is being given to keep."""
        self._desk.recollection.rest()

    def changed(self, paths: Iterable[str]) -> bool:
        """Whether anybody but us has changed what lies at `paths` since it was read.

        `paths` are relative to the root: notes, folders, journals, settings.
        """
        known = self.snapshot.notes.briefs
        return (
            self._desk.behind()
            or read_library(self.root)[0] != self.settings
            or any(differs(self.root, path, known) for path in paths)
        )

    def choose(self, key: str, value: object, now: datetime) -> None:
        """Set one of the settings that travel with the notes; None goes back to its default.

        What follows from it is read again. Raises OSError.
        """
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            write_library(self.root, key, value)
            self._desk.set(read_library(self.root)[0])
        if key not in _ORDER:
            self.open(now)

    def day(self, now: datetime) -> date:
        """The study day of `now` under this library's rollover."""
        return study_day(now, self.settings.rollover_hour)

    def outcomes(self, card: Card, day: date) -> Mapping[Grade, Outcome]:
        """What each grade would do to a card on `day`."""
        return self._desk.outcomes(card, day)

    def course(self, card: Card) -> tuple[Turn, ...]:
        """How a card came to stand where it stands; the first time reads the whole journal."""
        return self._desk.course(card)

    def foreign(self) -> list[str]:
        """The notes whose values another tool rewrote; nothing is written to them until told.

        None while only a part was read: it can't be told yet from what the person did.
        """
        return [] if self.snapshot.partial else self.snapshot.standings.by(Author.FOREIGN)

    def stale(self) -> list[str]:
        """The notes that are behind the journal, as after a crash; `settle` mends them.

        Not those of which a card is in doubt: their values wait for the person's answer.
        """
        doubted = {one.new.note for one in self.snapshot.doubts}
        return [path for path in self.snapshot.standings.by(Author.STALE) if path not in doubted]

    def settle(self, now: datetime) -> Settled:
        """Heal what a crash or a merge left behind, and journal what the person moved by hand.

        A library in order is not touched. Raises OSError.
        """
        stale, by_hand = self.stale(), self.snapshot.pending
        decided = self.settings.foreign if self.foreign() else "ask"
        if not (self._temporaries or by_hand or stale or decided != "ask"):
            return Settled()
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            for path in self._temporaries:
                with suppress(OSError):  # litter, which may lie where nobody can sweep
                    (self.root / path).unlink()
            healed = tuple(path for path in stale if self._desk.heal(path, stamp))
            if decided != "ask":
                self.resolve(decided, now)
        self._temporaries = []
        return Settled(healed, tuple(event.note for event in by_hand))

    def resolve(self, choice: Choice, now: datetime, *, always: bool = False) -> None:
        """Settle what another tool rewrote: put the projection back, or obey its values.

        `always` answers for the future too.

        Raises OSError, for the settings too.
        """
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            if always:
                write_library(self.root, "foreign", choice)
                self._desk.settings = replace(self.settings, foreign=choice)
            paths = self.foreign()
            if choice == "theirs":
                self._desk.obey(paths, stamp)
            for path in paths:
                self._desk.rewrite(path, stamp)

    def conflicts(self) -> list[str]:
        """The notes in which git's conflict markers stand around review values, and only there."""
        flawed = [(path, one) for path, one in self.snapshot.notes.briefs.flats() if one.flawed]
        if not flawed:
            return []
        from studyapp.notes.block import IN_VALUES  # noqa: PLC0415  its YAML is seldom needed

        return [
            path
            for path, one in flawed
            if any(problem.message == IN_VALUES for problem in one.problems(path))
        ]

    def mend(self, now: datetime) -> None:
        """Take those markers away, write the values from the journal, and read all again.

        A note that the journal does not know keeps the values of the first side. Raises OSError.
        """
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            for path in self.conflicts():
                self._desk.mend(path, stamp)
        self.open(now)

    def rule(self, pair: Rebound, now: datetime, *, same: bool) -> None:
        """Say that a doubtful pair of cards is the same or is not, or part one that seemed sure.

        Raises OSError, and NoSuch where the pair is no longer in question.
        """
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            asked = (*self.snapshot.rebinds, *self.snapshot.doubts)
            found = next((one for one in asked if one.is_of(pair)), None)
            if found is None:
                raise NoSuch("reworded card", pair.new.id)
            self._desk.rule(found, stamp, same=same)

    def grade(self, card_id: str, grade: Grade, seconds: float, now: datetime) -> Committed:
        """Journal a grade, then write the note. Raises OSError."""
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            card = self._card(card_id)
            return self._desk.commit(acts.review(card, grade, seconds, stamp), card)

    def cram(self, card_id: str, grade: Grade, seconds: float, now: datetime) -> Committed:
        """Journal a grade that leaves the schedule and the note alone. Raises OSError."""
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            card = self._card(card_id)
            return self._desk.commit(acts.cram(card, grade, seconds, stamp), card)

    def know(self, card_id: str, knows: int, due: date, now: datetime) -> Committed:
        """Journal what a first pass said of an unseen card: 1 unknown, 2 vague, 3 known.

        It is first to be asked on `due`; its note stays as it is. Raises OSError.
        """
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            card = self._card(card_id)
            return self._desk.commit(acts.known(card, knows, due, stamp), card)

    def mark(self, card_id: str, mark: acts.Mark, now: datetime) -> Committed:
        """Suspend, bury or flag a card, or take the mark off. Raises OSError."""
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            card = self._card(card_id)
            own = self.snapshot.card_state(card)
            return self._desk.commit(acts.marked(card, own, mark, stamp), card)

    def set_aside(self, path: str, text: str, line: int, now: datetime) -> bool:
        """Set a mark in a note aside for good, or put it back; whether it is aside now.

        Notes are not touched. Raises OSError.
        """
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            known = aside(asides(self.root, self.snapshot.state.live), path, text)
            act = acts.undo(known, path, stamp) if known else acts.claim(path, text, line, stamp)
            self._desk.commit(act, None)
        return known is None

    def undo(self, event_id: str, now: datetime) -> Committed:
        """Take one event back, whichever it is; taking an undo back is redo. Raises OSError."""
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            event = self._origin(event_id)
            named = event.new if isinstance(event, Rebind) else getattr(event, "card", "")
            card = self.snapshot.cards.get(named)
            path = card.note if card else getattr(event, "note", "")
            return self._desk.commit(acts.undo(event_id, path, stamp), card, path)

    def change(self, cards: Iterable[str], change: Change, now: datetime) -> Changed:
        """Journal one act on many cards, in one piece, then write their notes. Raises OSError.

        Cards that are gone, or of which nothing would change, are left alone.
        """
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            told: list[tuple[Card | None, Event]] = []
            for number, name in enumerate(cards):
                card = self.snapshot.cards.get(name)
                own = card and self.snapshot.card_state(card)
                if card and own and (event := change(card, own, acts.part(stamp, number))):
                    told.append((card, event))
            waiting = self._desk.commit_all(told) if told else {}
        return Changed(tuple(event for _, event in told), waiting)

    def undo_last(self, now: datetime) -> Changed:
        """Take back the last act in the journal, with all the cards that it was about.

        Answers with what is undone: nothing, if there was nothing. Raises OSError.
        """
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            events = acts.last(self.snapshot.state.live)
            if len(events) == 1:
                done = self.undo(events[0].id, now)
                path = done.card.note if done.card else getattr(events[0], "note", "")
                return Changed(tuple(events), {path: done.waiting} if done.waiting else {})
            told: list[tuple[Card | None, Event]] = []
            for number, event in enumerate(events):
                card = self._about(event)
                path = card.note if card else ""
                told.append((card, acts.undo(event.id, path, acts.part(stamp, number))))
            return Changed(tuple(events), self._desk.commit_all(told) if told else {})

    def _about(self, event: Event) -> Card | None:
        """The card that an event names first, as it is called now."""
        [name, *_] = [*cards_of(event), ""]
        return self.snapshot.cards.get(current(name, self.snapshot.state.renamed))

    def save_code(self, path: str, snippet: Snippet, code: str, now: datetime) -> Waits | None:
        """Put changed code into its note, or say why that can't be. Raises OSError."""
        with self._desk.acting(self._stamp(now)):
            return store_code(self.root, path, snippet, code)

    def add_card(self, path: str, question: str, answer: str, now: datetime) -> int | Waits:
        """Add a card to a note: the line where its answer ends or will, or why not.

        The next `open` reads it. Raises OSError.
        """
        with self._desk.acting(self._stamp(now)):
            return store_card(self.root, path, question, answer, self.settings.syntax)

    def new_note(
        self,
        folder: str,
        question: str,
        answer: str,
        now: datetime,
        *,
        looks: Looks,
        name: str = "",
    ) -> Created | Waits:
        """Make a note of a question in a folder, or say why not; the next `open` reads it.

        It is called after the question, or `name`. Raises OSError.
        """
        with self._desk.acting(self._stamp(now)):
            day, syntax = self.day(now), self.settings.syntax
            return create_note(
                self.root, folder, question, answer, day=day, looks=looks, syntax=syntax, name=name
            )

    def _card(self, card_id: str) -> Card:
        card = self.snapshot.cards.get(card_id)
        if card is None:
            raise NoSuch("card", card_id)
        return card

    def _origin(self, event_id: str) -> Event:
        by_id = {event.id: event for event in self.snapshot.events}
        if event_id not in by_id:
            raise NoSuch("event", event_id)
        event = by_id[event_id]
        while isinstance(event, Undo) and event.undone in by_id:
            event = by_id[event.undone]
        return event

    def _stamp(self, now: datetime) -> acts.Stamp:
        return acts.Stamp(os.urandom(6).hex(), now, self.day(now))


@contextmanager
def _no_garbage() -> Iterator[None]:
    """Look for no cycles meanwhile: what opening makes stays, and looking takes half the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
