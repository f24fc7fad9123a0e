"""What must stand in the journal before an act: the card's text, the note's own history."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.library import acts
from studyapp.library.authorship import Author
from studyapp.schedule.events import CardSeen, Event, Reschedule, Reset, Review
from studyapp.schedule.schedules import Reviewed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.library.acts import Stamp
    from studyapp.library.recognition import Rebound
    from studyapp.notes import Card, Note
    from studyapp.schedule.fold import State


def prelude(
    act: Event, card: Card | None, note: Note | None, author: Author | None, state: State
) -> list[Event]:
    """The events that go before `act` about `card` in `note`, whose values `author` wrote.

    A card is introduced at its first event and when its text has changed; a note is adopted
    before its first write; a date that the person moved by hand comes before what follows it.
    """
    stamp = acts.Stamp(act.id, act.at, act.day)
    first: list[Event] = []
    if card and note and not _known(card, note.title, state):
        first.append(acts.seen(card, note.title, stamp))
    if note and author is None and isinstance(act, Review | Reschedule | Reset):
        first += adoption(note, state, stamp, but=card)
    if note and author is Author.HAND:
        first.append(moved(note, state, stamp))
    return first


def adoption(
    note: Note, state: State, stamp: Stamp, *, but: Card | None = None, anew: bool = False
) -> list[Event]:
    """A note's values as its cards' start, and what is needed to know those cards again.

    Cards that were reviewed in another note keep that history, unless all is to begin `anew`.
    """
    elsewhere = () if anew else {card.id for card in note.cards if _reviewed(card, state)}
    unknown = [card for card in note.cards if card != but and not _known(card, note.title, state)]
    brought = note.metadata.review_count > 0
    told = [card for card in unknown if brought or card.history]  # else nothing is yet to lose
    return [
        *(acts.seen(card, note.title, replace(stamp, id=f"{stamp.id}-{card.id}")) for card in told),
        acts.adopt(note, stamp, elsewhere),
    ]


def introduction(rebound: Rebound, note: Note, events: Iterable[Event]) -> list[Event]:
    """What makes a reworded card of `note` known, before `events` that name it."""
    event = rebound.event
    stamp = acts.Stamp(event.id, event.at, event.day)
    told = {one.card for one in events if isinstance(one, CardSeen)}
    cards = [card for card in note.cards if card.id == rebound.new.id and card.id not in told]
    return [event, *(acts.seen(card, note.title, stamp) for card in cards)]


def moved(note: Note, state: State, stamp: Stamp) -> Reschedule:
    """The person's own date for a note's reviewed cards, as an event."""
    due = note.metadata.next_review
    assert due is not None, "only a date is taken for a person's wish"  # noqa: S101  an invariant
    reviewed = [card.id for card in note.cards if _reviewed(card, state)]
    return acts.reschedule(note.path, due, reviewed, acts.about(note, stamp))


def _reviewed(card: Card, state: State) -> bool:
    own = state.cards.get(card.id)
    return own is not None and isinstance(own.schedule, Reviewed)


def _known(card: Card, title: str, state: State) -> bool:
    record = state.seen.get(card.id)
    now = (card.note, title, card.question, card.digest, card.difficulty)
    return record is not None and now == (
        record.note,
        record.title,
        record.question,
        record.digest,
        record.difficulty,
    )
