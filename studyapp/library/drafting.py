"""Acts worked out before they are journalled: what they rely on, and what follows from them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp.library import acts
from studyapp.library.authorship import Author
from studyapp.library.files import holds
from studyapp.library.inventory import Inventory
from studyapp.library.journal import spell
from studyapp.library.preludes import prelude
from studyapp.library.spare import spared
from studyapp.library.standing import is_told
from studyapp.notes import Waits
from studyapp.schedule.advance import amended
from studyapp.schedule.events import Event, Review, Undo
from studyapp.schedule.grades import BUTTONS, Grade

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from studyapp.library.acts import Stamp
    from studyapp.library.fresh import Fresh, Turned
    from studyapp.library.settings import LibrarySettings
    from studyapp.library.snapshot import Snapshot
    from studyapp.library.spare import Spare
    from studyapp.library.standing import Standing
    from studyapp.notes import Card, Note
    from studyapp.schedule.cards import CardState
    from studyapp.schedule.fold import State


@dataclass(frozen=True, slots=True)
class Draft:
    """One act, the events that go `first` and how those are spelled, the `state` that follows.

    `own` is the state of its card before it. Of its note, if it has one: as it was read and who
    wrote its values; where it is then to stand; what it becomes, None where it is left or waits,
    or where an event must first tell what it becomes.
    """

    act: Event
    card: Card | None
    own: CardState | None
    first: list[Event]
    spelled: bytes
    state: State
    fresh: Fresh | None
    author: Author | None
    stand: Standing | None
    turned: Turned | None

    def given(self, at: datetime, seconds: float) -> Event:
        """The same act, if it is a review given at another moment of the same study day."""
        if not isinstance(self.act, Review):
            return self.act
        return replace(self.act, at=at, seconds=round(seconds, 1))

    def using(self, spare: Spare) -> Draft:
        """The same, with a file that lies ready for what the note becomes."""
        return replace(self, turned=self.turned and self.turned._replace(spare=spare))


@dataclass(frozen=True, slots=True)
class Ready:
    """What each grade of a card comes to on one study day, for a library that is still as it was.

    It rests on `snapshot`, on `settings`, and on the note at `path` being `raw`.
    """

    card: str
    day: date
    snapshot: Snapshot
    settings: LibrarySettings
    path: str
    raw: bytes
    drafts: Mapping[Grade, Draft]


class Drafting(Inventory):
    """Where acts are worked out; nothing is written."""

    def ready(self, card_id: str, stamp: Stamp) -> Ready | None:
        """Work out a card's four grades; None where it is gone, or its note can't be read."""
        with self._guard:
            card = self.snapshot.cards.get(card_id)
            fresh = self._shelf.fresh(card.note) if card else None
            if card is None or fresh is None or fresh.raw is None:
                return None
            reviews = [acts.review(card, grade, 0, stamp) for grade in BUTTONS]
            drafts = {one.grade: self._drafted(one, card, fresh) for one in reviews}
            likely = drafts[Grade.GOOD].turned
            if likely and (spare := spared(self.root, card.note, likely.data, self.disk)):
                drafts = {grade: draft.using(spare) for grade, draft in drafts.items()}
            return Ready(
                card_id, stamp.day, self.snapshot, self.settings, card.note, fresh.raw, drafts
            )

    def prepared(self, ready: Ready | None, grade: Grade, card: str, day: date) -> Draft | None:
        """A review as it was worked out; None where anything that it rests on is another now."""
        if ready and (ready.card, ready.day) == (card, day) and self._rests_on(ready):
            return ready.drafts.get(grade)
        return None

    def _rests_on(self, ready: Ready) -> bool:
        if ready.snapshot is not self.snapshot or ready.settings is not self.settings:
            return False
        with suppress(OSError):
            return holds(f"{self.root}/{ready.path}", ready.raw)
        return False

    def draft(self, act: Event, card: Card | None, path: str = "") -> Draft:
        """What an act about a card, or about the note at `path`, comes to."""
        return self._drafted(act, card, self._shelf.fresh(card.note if card else path))

    def _drafted(self, act: Event, card: Card | None, fresh: Fresh | None) -> Draft:
        own = self.snapshot.card_state(card) if card else None
        note = fresh.note if fresh else None
        author = self._shelf.author(fresh) if fresh else None
        first = prelude(act, card, note, author, self.snapshot.state)
        state = self.folded([*first, act], card, note)
        stand = self._shelf.stand(fresh, state) if fresh else None
        if note and stand and isinstance(act, Review | Undo):
            act = replace(act, before=dict(note.values), after=dict(stand.expected))
            state = amended(state, act)
        turned = None
        ours = note and stand and author is not Author.FOREIGN and is_told(stand, note.path, state)
        if fresh and fresh.raw and stand and ours:
            found = self._shelf.turn(fresh, stand, state)
            turned = None if isinstance(found, Waits) else found
        return Draft(act, card, own, first, spell(first), state, fresh, author, stand, turned)

    def folded(self, new: list[Event], card: Card | None, note: Note | None) -> State:
        """The state with `new` events, all about one note and its cards."""
        cards = {one.id for one in note.cards} if note else set()
        return self._chronicle.refold(
            self.snapshot.state,
            new,
            self.scheduler,
            note=note.path if note else "",
            cards={*cards, card.id} if card else cards,
        )
