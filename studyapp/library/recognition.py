"""Reworded and moved cards of a library: which history without a card goes on under which id."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from studyapp.library import acts
from studyapp.library.pairing import Fresh, Match
from studyapp.library.rebinding import matches
from studyapp.schedule.events import Rebind
from studyapp.schedule.schedules import Reviewed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.library.acts import Stamp
    from studyapp.library.index.brief import CardBrief
    from studyapp.library.index.views import Cards
    from studyapp.schedule.cards import CardState
    from studyapp.schedule.events import CardSeen, Event
    from studyapp.schedule.fold import State


@dataclass(frozen=True, slots=True)
class Rebound:
    """A card known again: the event that says so, the card as it was and as it is.

    The event is journalled with the new card's first, or when the person answers a doubt.
    """

    event: Rebind
    old: CardSeen
    new: CardBrief

    def is_of(self, other: Rebound) -> bool:
        """Whether both are about the same two cards, found at different times."""
        return (self.old.card, self.new.id) == (other.old.card, other.new.id)


@dataclass(frozen=True, slots=True)
class Recognition:
    """What is certain, and what the person is to be asked."""

    rebinds: tuple[Rebound, ...] = ()
    doubts: tuple[Rebound, ...] = ()


def recognize(cards: Cards, state: State, events: Iterable[Event], stamp: Stamp) -> Recognition:
    """Find the cards that go on with a history whose own card is gone."""
    gone = [id_ for id_ in state.cards if id_ not in cards and id_ in state.seen]
    lost = [state.seen[id_] for id_ in gone if has_history(state.cards[id_])]
    if not lost:
        return Recognition()
    known = sum(map(has_history, state.cards.values()))
    fresh = (
        Fresh(one, cards.notes.briefs[one.note].title, partial(_answer, cards, id_))
        for id_, one in cards.briefs.items()
        if id_ not in state.cards
    )
    found = matches(lost, fresh, known, _refused(events, state))
    rebinds = tuple(_rebound(match, stamp) for match in found if match.sure)
    return Recognition(rebinds, tuple(_rebound(match, stamp) for match in found if not match.sure))


def _answer(cards: Cards, id_: str) -> str:
    try:
        return cards[id_].answer
    except KeyError:  # its file changed a moment ago
        return ""


def has_history(own: CardState) -> bool:
    """Whether anything would be lost with a card's state."""
    set_aside = own.suspended or own.flagged or own.known_due is not None
    return set_aside or bool(own.reviews) or isinstance(own.schedule, Reviewed)


def _refused(events: Iterable[Event], state: State) -> set[tuple[str, str]]:
    """A rebind taken back says that two cards are not the same."""
    if not state.undone:
        return set()
    rebinds = (event for event in events if isinstance(event, Rebind))
    return {(event.old, event.new) for event in rebinds if event.id in state.undone}


def _rebound(match: Match, stamp: Stamp) -> Rebound:
    return Rebound(acts.rebind(match.old.card, match.new.id, stamp), match.old, match.new)
