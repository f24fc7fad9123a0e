"""The journal and the notes kept in step: append first, then bring the note up to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp.library import acts
from studyapp.library.authorship import Author
from studyapp.library.changes import introduced
from studyapp.library.drafting import Drafting
from studyapp.library.journal import spell
from studyapp.library.preludes import adoption, introduction, moved
from studyapp.library.standing import is_told
from studyapp.library.writing import unwritable, write
from studyapp.notes import Waits
from studyapp.schedule.advance import retold
from studyapp.schedule.events import Review

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from studyapp.library.acts import Stamp
    from studyapp.library.drafting import Draft
    from studyapp.library.fresh import Fresh, Turned
    from studyapp.library.recognition import Rebound
    from studyapp.library.standing import Standing
    from studyapp.notes import Card
    from studyapp.schedule.cards import CardState
    from studyapp.schedule.events import Event
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


class Desk(Drafting):
    """Where acts are journalled and the notes brought up to them, inside `acting`."""

    def commit(self, act: Event, card: Card | None, path: str = "") -> Committed:
        """Journal one act about a card, or about the note at `path`, then write the note.

        When this returns, the act is durable. Raises:
            OSError: the journal can't be written; nothing has changed.
        """
        return self.carry_out(self.draft(act, card, path))

    def carry_out(self, draft: Draft, given: Event | None = None) -> Committed:
        """Commit an act that was worked out before, or the same review `given` later.

        Raises OSError.
        """
        act, fresh, stand, state = draft.act, draft.fresh, draft.stand, draft.state
        if isinstance(given, Review):
            act, state = given, retold(state, given)
        self.append([*draft.first, act], state, draft.spelled + spell([act]))
        about = acts.Stamp(act.id, act.at, act.day)
        waits = self._bring_up(fresh, stand, draft.author, about, draft.turned) if fresh else None
        values = stand.expected if stand else fresh.note.values if fresh else {}
        return Committed(act, draft.card, draft.own, self.scheduler, values, waits)

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
            fresh = self._shelf.fresh(path)
            authors[path] = self._shelf.author(fresh) if fresh else None
            note = fresh.note if fresh else None
            events += introduced(note, authors[path], acted, self.snapshot.state)
        state = self._chronicle.carry_on(self.snapshot.state, events, self.scheduler)
        self.append(events, state)
        waiting: dict[str, Waits] = {}
        for path, ((_, act), *_) in by_note.items():
            fresh = self._shelf.fresh(path)  # again, rather than hold the bytes of all
            about = acts.Stamp(act.id, act.at, act.day)
            if fresh and (
                waits := self._bring_up(fresh, self._shelf.stand(fresh), authors[path], about)
            ):
                waiting[path] = waits
        return waiting

    def _bring_up(
        self,
        fresh: Fresh,
        stand: Standing | None,
        author: Author | None,
        stamp: Stamp,
        ahead: Turned | None = None,
    ) -> Waits | None:
        """Shelve a freshly read note, and write it unless another tool's values stand in it."""
        if stand and author is Author.FOREIGN:
            self._shelf.take(fresh, replace(stand, author=author))
            return FOREIGN
        if stand is None:
            self._shelf.take(fresh, None)
            return None
        return self._write(fresh, stand, stamp, ahead)

    def mend(self, path: str, stamp: Stamp) -> None:
        """Take git's conflict markers off a note's review values, and write those anew."""
        from studyapp.notes import mend  # noqa: PLC0415  its YAML takes 20 ms

        done = not isinstance(write(self.root, path, mend, self.disk), Waits)
        if done and (fresh := self._shelf.fresh(path)):
            self._bring_up(fresh, self._shelf.stand(fresh), None, stamp)

    def heal(self, path: str, stamp: Stamp) -> bool:
        """Bring a stale note up to the journal, unless somebody wrote to it since it was read."""
        fresh = self._shelf.fresh(path)
        if fresh is None or self._shelf.author(fresh) is not Author.STALE:
            return False
        return self._bring_up(fresh, self._shelf.stand(fresh), Author.STALE, stamp) is None

    def obey(self, paths: Sequence[str], stamp: Stamp) -> None:
        """Take over what another tool wrote: the date where only that changed, else all four."""
        state = self.snapshot.state
        for fresh in filter(None, map(self._shelf.fresh, paths)):
            note, stand = fresh.note, self._shelf.stand(fresh, state)
            by_date = stand is not None and stand.author is Author.HAND
            anew = adoption(note, state, acts.about(note, stamp), anew=True)
            self.append([moved(note, state, stamp)] if by_date else anew)
            self._shelf.take(fresh, self._shelf.stand(fresh))
        self._survey(self.snapshot.notes, stamp, self.snapshot.waiting)

    def rule(self, rebound: Rebound, stamp: Stamp, *, same: bool) -> None:
        """Journal what the person says of two cards: that they are the same, or are not."""
        told = introduction(rebound, self.snapshot.notes[rebound.new.note], ())
        self.append(told if same else [told[0], acts.undo(rebound.event.id, "", stamp)])
        self._survey(self.snapshot.notes, stamp, self.snapshot.waiting)
        self.heal(rebound.new.note, stamp)

    def rewrite(self, path: str, stamp: Stamp) -> Waits | None:
        """Put the projection into the note on disk, if it has one."""
        stand = self.snapshot.standings.get(path)
        return self._write(self._shelf.shelved(path), stand, stamp) if stand else None

    def _write(
        self, fresh: Fresh, stand: Standing, stamp: Stamp, ahead: Turned | None = None
    ) -> Waits | None:
        """Put the projection into a note.

        Values that no event tells are journalled first: when they come back from git or an
        editor, they are known for ours.
        """
        path = fresh.note.path
        if ahead is None and not is_told(stand, path, self.snapshot.state):
            event = acts.wrote(path, stand.expected, stamp)
            state = self.folded([event], None, fresh.note)
            try:
                self.append([event], state)
            except OSError as error:  # the act that led here is safe: the note waits
                waits = unwritable(error)
                self._shelf.take(fresh, stand)
                self._shelf.wait(path, waits)
                return waits
        return self._shelf.write(fresh, stand, ahead)
