"""Acts worked out before they are journalled: what they rely on, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp.library.authorship import Author
from studyapp.library.inventory import Inventory
from studyapp.library.preludes import prelude
from studyapp.notes import Waits
from studyapp.schedule.advance import amended
from studyapp.schedule.events import Event, Review, Undo

if TYPE_CHECKING:
    from studyapp.library.shelf import Fresh, Turned
    from studyapp.library.standing import Standing
    from studyapp.notes import Card, Note
    from studyapp.schedule.cards import CardState
    from studyapp.schedule.fold import State


@dataclass(frozen=True, slots=True)
class Draft:
    """One act, the events that go `first`, and the `state` that follows from them.

    `own` is the state of its card before it. Of its note, if it has one: as it was read and who
    wrote its values; where it is then to stand; what it becomes, None where it is left or waits.
    """

    act: Event
    card: Card | None
    own: CardState | None
    first: list[Event]
    state: State
    fresh: Fresh | None
    author: Author | None
    stand: Standing | None
    turned: Turned | None


class Drafting(Inventory):
    """Where acts are worked out; nothing is written."""

    def draft(self, act: Event, card: Card | None, path: str = "") -> Draft:
        """What an act about a card, or about the note at `path`, comes to."""
        own = self.snapshot.card_state(card) if card else None
        fresh = self._shelf.fresh(card.note if card else path)
        note = fresh.note if fresh else None
        author = self._shelf.author(fresh) if fresh else None
        first = prelude(act, card, note, author, self.snapshot.state)
        state = self.folded([*first, act], card, note)
        stand = self._shelf.stand(fresh, state) if fresh else None
        if note and stand and isinstance(act, Review | Undo):
            act = replace(act, before=dict(note.values), after=dict(stand.expected))
            state = amended(state, act)
        turned = None
        if fresh and fresh.raw and stand and author is not Author.FOREIGN:
            found = self._shelf.turn(fresh, stand, state)
            turned = None if isinstance(found, Waits) else found
        return Draft(act, card, own, first, state, fresh, author, stand, turned)

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
