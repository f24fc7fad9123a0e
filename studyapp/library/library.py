"""One library, opened: what it holds, and the acts that change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.library import acts, undoing
from studyapp.library.asides import aside, asides
from studyapp.library.authoring import Authoring
from studyapp.library.changes import Changed
from studyapp.library.snapshot import NoSuch
from studyapp.schedule.events import Event, Rebind, Undo
from studyapp.schedule.ledger import cards_of, current

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from studyapp.library.changes import Change
    from studyapp.library.desk import Committed
    from studyapp.library.drafting import Ready
    from studyapp.notes import Card
    from studyapp.schedule.grades import Grade


class Library(Authoring):
    """The notes below `root` and the journal about them. Acts are safe from any thread.

    Opening reads and never writes; `settle`, `resolve`, `grade`, `cram`, `undo`, `mark`, `change`
    write.
    Where those say OSError, the journal could not be written and nothing has changed. They raise
    NoSuch for a card or an event that is not there, as when an editor has taken a question away.
    """

    def prepare(self, card_id: str, now: datetime) -> Ready | None:
        """What the four grades of a card come to, for `grade`; None if there is nothing to grade.

        Writes nothing that anybody finds, and changes nothing.
        """
        return self._desk.ready(card_id, self._stamp(now))

    def grade(
        self,
        card_id: str,
        grade: Grade,
        seconds: float,
        now: datetime,
        ready: Ready | None = None,
    ) -> Committed:
        """Journal a grade, then write the note. Raises OSError.

        What was prepared is made use of if it is still so.
        """
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            if draft := self._desk.prepared(ready, grade, card_id, stamp.day):
                return self._desk.carry_out(draft, draft.given(now, seconds))
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
                if card and own and (event := change(card, own, undoing.part(stamp, number))):
                    told.append((card, event))
            waiting = self._desk.commit_all(told) if told else {}
        return Changed(tuple(event for _, event in told), waiting)

    def undo_last(self, now: datetime) -> Changed:
        """Take back the last act in the journal, with all the cards that it was about.

        Answers with what is undone: nothing, if there was nothing. Raises OSError.
        """
        stamp = self._stamp(now)
        with self._desk.acting(stamp):
            events = undoing.last(self.snapshot.state.live)
            if len(events) == 1:
                done = self.undo(events[0].id, now)
                path = done.card.note if done.card else getattr(events[0], "note", "")
                return Changed(tuple(events), {path: done.waiting} if done.waiting else {})
            told: list[tuple[Card | None, Event]] = []
            for number, event in enumerate(events):
                card = self._about(event)
                path = card.note if card else ""
                told.append((card, acts.undo(event.id, path, undoing.part(stamp, number))))
            return Changed(tuple(events), self._desk.commit_all(told) if told else {})

    def _about(self, event: Event) -> Card | None:
        """The card that an event names first, as it is called now."""
        [name, *_] = [*cards_of(event), ""]
        return self.snapshot.cards.get(current(name, self.snapshot.state.renamed))

    def _origin(self, event_id: str) -> Event:
        by_id = {event.id: event for event in self.snapshot.events}
        if event_id not in by_id:
            raise NoSuch("event", event_id)
        event = by_id[event_id]
        while isinstance(event, Undo) and event.undone in by_id:
            event = by_id[event.undone]
        return event
