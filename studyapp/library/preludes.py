"""What must stand in the journal before an act: the card's text, the note's own history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.library import acts
from studyapp.library.authorship import Author
from studyapp.schedule.events import Event, Review
from studyapp.schedule.schedules import Reviewed

if TYPE_CHECKING:
    from studyapp.library.acts import Stamp
    from studyapp.notes import Card, Note
    from studyapp.schedule.events import Reschedule
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
    if note and author is None and isinstance(act, Review):
        first.append(acts.adopt(note, stamp))
    if note and author is Author.HAND:
        first.append(moved(note, state, stamp))
    return first


def moved(note: Note, state: State, stamp: Stamp) -> Reschedule:
    """The person's own date for a note's reviewed cards, as an event."""
    due = note.metadata.next_review
    assert due is not None, "only a date is taken for a person's wish"  # noqa: S101  an invariant
    reviewed = [
        card.id
        for card in note.cards
        if (own := state.cards.get(card.id)) and isinstance(own.schedule, Reviewed)
    ]
    return acts.reschedule(note.path, due, reviewed, acts.about(note, stamp))


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
