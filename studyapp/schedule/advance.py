"""The fold carried on: what further events add, without looking at the earlier ones."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from studyapp.schedule.cards import CardState, replay
from studyapp.schedule.events import Adopt, CardSeen, Event, Rebind, Reschedule, Review, Undo
from studyapp.schedule.fold import State, frozen
from studyapp.schedule.ledger import NoteBook, cards_of, current
from studyapp.schedule.live import answers
from studyapp.schedule.overlay import overlaid
from studyapp.schedule.schedules import Scheduler


def advance(state: State, events: Sequence[Event], scheduler: Scheduler) -> State | None:
    """Give the state after further `events`.

    Equals the fold of all, at the cost of the new ones alone. None where it takes the earlier
    ones to tell: an undo, a note adopted again, a rebind of two cards that both have a history.
    """
    if any(_looks_back(event, state) for event in events) or _repeats(events):
        return None
    cards = _Carried(state.cards, dict(state.renamed))
    notes = NoteBook(written=_opened(state, events))
    for event in events:
        if not cards.take(event, scheduler):
            return None
        notes.keep(event)
        notes.remember(event)
    seen = {event.card: event for event in events if isinstance(event, CardSeen)}
    return replace(
        state,
        cards=overlaid(state.cards, cards.changed, cards.gone),
        seen=overlaid(state.seen, seen),
        adoptions=overlaid(state.adoptions, notes.adoptions),
        written=overlaid(state.written, frozen(notes.written)),
        rescheduled={**state.rescheduled, **notes.rescheduled},
        renamed=cards.renamed,
        live=state.live.plus(events),
        answers=answers(events, state.answers),
    )


def amended(state: State, act: Review | Undo) -> State:
    """Give the state in which the last of all events is `act`, which had named no values yet.

    Equals the fold with `act` in its place; nothing but what was written depends on its values.
    """
    notes = NoteBook(written=_opened(state, [act]))
    notes.remember(act)
    written = overlaid(state.written, frozen(notes.written))
    return replace(retold(state, act), written=written)


def retold(state: State, act: Review | Undo) -> State:
    """Give the state in which the last of all events is `act`, which was put otherwise before.

    Equals the fold with `act` in its place: its moment and the seconds it took decide nothing.
    """
    cards = state.cards
    if isinstance(act, Review) and act.id not in state.undone:
        card = current(act.card, state.renamed)
        before = cards[card]
        cards = overlaid(cards, {card: replace(before, reviews=(*before.reviews[:-1], act))})
    return replace(state, cards=cards, live=state.live.ending(act))


@dataclass(slots=True)
class _Carried:
    """What becomes of cards whose states `before` are known."""

    before: Mapping[str, CardState]
    renamed: dict[str, str]
    changed: dict[str, CardState] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    def take(self, event: Event, scheduler: Scheduler) -> bool:
        """Carry the cards of an event on; false where their earlier events would have to tell."""
        if isinstance(event, Rebind):
            return self._rebind(current(event.old, self.renamed), event.new)
        for named in cards_of(event):
            card = current(named, self.renamed)
            self.changed[card] = replay((event,), scheduler, self._find(card))
        return True

    def _find(self, card: str) -> CardState | None:
        known = None if card in self.gone else self.before.get(card)
        return self.changed.get(card, known)

    def _rebind(self, old: str, new: str) -> bool:
        """Give a card's state to its new id, under which nothing has happened yet."""
        self.renamed.pop(new, None)
        if old == new:
            return True
        self.renamed[old] = new
        if known := self._find(old):
            if self._find(new):
                return False
            self.changed.pop(old, None)
            self.changed[new] = known
            self.gone.add(old)
        return True


def _looks_back(event: Event, state: State) -> bool:
    if isinstance(event, Undo) or event.id in state.undone:
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
