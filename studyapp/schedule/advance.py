"""The fold carried on: what further events add, without looking at the earlier ones."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from studyapp.schedule.cards import CardState, replay
from studyapp.schedule.events import Adopt, CardSeen, Event, Rebind, Reschedule, Undo
from studyapp.schedule.fold import State, frozen, is_act
from studyapp.schedule.ledger import NoteBook, cards_of
from studyapp.schedule.schedules import Scheduler


def advance(state: State, events: Sequence[Event], scheduler: Scheduler) -> State | None:
    """Give the state after further `events`, of a journal that rebinds no card.

    Equals the fold of all, at the cost of the new ones alone. None where it takes the earlier
    ones to tell: an undo, a rebind, a note adopted again.
    """
    if any(_looks_back(event, state) for event in events) or _repeats(events):
        return None
    cards: dict[str, CardState] = {}
    notes = NoteBook(written=_opened(state, events))
    for event in events:
        for card in cards_of(event):
            before = cards.get(card) or state.cards.get(card)
            cards[card] = replay((event,), scheduler, before)
        notes.keep(event)
        notes.remember(event)
    seen = {event.card: event for event in events if isinstance(event, CardSeen)}
    return replace(
        state,
        cards={**state.cards, **cards},
        seen={**state.seen, **seen} if seen else state.seen,
        adoptions={**state.adoptions, **notes.adoptions} if notes.adoptions else state.adoptions,
        written={**state.written, **frozen(notes.written)},
        rescheduled={**state.rescheduled, **notes.rescheduled},
        live=(*state.live, *filter(is_act, events)),
    )


def _looks_back(event: Event, state: State) -> bool:
    if isinstance(event, Undo | Rebind) or event.id in state.undone:
        return True
    if not isinstance(event, Adopt):
        return False
    return event.note in state.adoptions or event.note in state.rescheduled


def _repeats(events: Iterable[Event]) -> bool:
    """Tell whether one of `events` adopts a note that another one adopts or reschedules."""
    adopted = [event.note for event in events if isinstance(event, Adopt)]
    moved = {event.note for event in events if isinstance(event, Reschedule)}
    return len(adopted) > len(set(adopted)) or not moved.isdisjoint(adopted)


def _opened(state: State, events: Iterable[Event]) -> dict[str, dict[str, set[str | None]]]:
    """Copy what was written to the notes that `events` name."""
    notes = {getattr(event, "note", "") for event in events}
    return {
        note: {key: set(values) for key, values in state.written[note].items()}
        for note in notes
        if note in state.written
    }
