"""The journal folded into what is true now."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from studyapp.schedule.cards import CardState, replay
from studyapp.schedule.events import Adopt, CardSeen, Event
from studyapp.schedule.ledger import Histories, NoteBook, current
from studyapp.schedule.live import Live, answers
from studyapp.schedule.schedules import INITIAL_EASE, New, Scheduler
from studyapp.schedule.undoing import undone_ids


@dataclass(frozen=True, slots=True)
class Settings:
    """What of the person's settings the fold depends on."""

    max_repeats: int = 3


@dataclass(frozen=True, slots=True)
class State:
    """What the live events add up to.

    `cards` and `seen` are by card id; `adoptions`, `written` and `rescheduled` by note path.
    `written` holds, per key, every canonical value that was ever adopted or written; `renamed`
    what reworded cards are called now; `live` the person's own live acts in order, the last being
    the first to undo; `answers` how many grades among them were given on each day.
    """

    cards: Mapping[str, CardState]
    seen: Mapping[str, CardSeen]
    adoptions: Mapping[str, Adopt]
    written: Mapping[str, Mapping[str, frozenset[str | None]]]
    rescheduled: Mapping[str, date]
    renamed: Mapping[str, str]
    live: Live
    answers: Mapping[date, int]
    undone: frozenset[str]
    settings: Settings

    def card(self, card: str, difficulty: str = "medium") -> CardState:
        """Find a card's state; one without events is new, with the ease of its difficulty."""
        fresh = CardState(New(INITIAL_EASE.get(difficulty, New().ease)), difficulty)
        return self.cards.get(card, fresh)

    def adoption(
        self, note: str, cards: Sequence[str], present: Container[str] = ()
    ) -> Adopt | None:
        """Find a note's adoption by its path or, if it was renamed since, by its cards.

        A note that is still `present` was not renamed: some of its cards have moved, no more.
        The adoption speaks of its cards by the ids that they have now.
        """
        if note in self.adoptions:
            return self.current(self.adoptions[note])
        wanted = set(cards)
        gone = (self.adoptions[path] for path in self.adoptions if path not in present)
        sharing = (adopt for adopt in map(self.current, gone) if wanted & set(adopt.cards))
        return max(sharing, key=lambda adopt: adopt.at, default=None)

    def current(self, adopt: Adopt) -> Adopt:
        """Say of an adoption what its cards are called now."""
        if self.renamed.keys().isdisjoint(adopt.cards):
            return adopt
        return replace(adopt, cards=tuple(current(card, self.renamed) for card in adopt.cards))

    def repeats(self, day: date) -> list[str]:
        """List the cards still to repeat that day, the one asked longest ago first."""
        if day not in self.answers:
            return []  # so no card has to be looked at
        waiting = [card for card, state in self.cards.items() if self._repeats(state, day)]
        return sorted(waiting, key=lambda card: self.cards[card].reviews[-1].at)

    def _repeats(self, state: CardState, day: date) -> bool:
        drill = state.drill
        if drill is None or drill.review.day != day or state.suspended:
            return False
        return drill.open and drill.repeats < self.settings.max_repeats


def fold(events: Sequence[Event], scheduler: Scheduler, settings: Settings) -> State:
    """Fold ordered events into a state, in two passes: undone ids first."""
    undone = undone_ids(events)
    histories, notes = filed(events, undone)
    live = Live(events, undone)
    return State(
        cards={
            card: replay((event for _, event in history), scheduler)
            for card, history in histories.by_card.items()
        },
        seen=histories.seen,
        adoptions=notes.adoptions,
        written=frozen(notes.written),
        rescheduled=notes.rescheduled,
        renamed=histories.renamed,
        live=live,
        answers=answers(live),
        undone=undone,
        settings=settings,
    )


def filed(events: Sequence[Event], undone: frozenset[str]) -> tuple[Histories, NoteBook]:
    """The two books of ordered events, in which those `undone` do not count."""
    histories, notes = Histories(), NoteBook()
    for place, event in enumerate(events):
        if event.id not in undone:
            _file(place, event, histories, notes)
        notes.remember(event)
    return histories, notes


def _file(place: int, event: Event, histories: Histories, notes: NoteBook) -> None:
    if isinstance(event, Adopt) and not notes.restarts(event):
        histories.add(place, event, wanted=histories.untouched)
        return
    histories.add(place, event, wanted=lambda _: True)
    notes.keep(event)


def frozen(
    written: Mapping[str, Mapping[str, set[str | None]]],
) -> dict[str, dict[str, frozenset[str | None]]]:
    """Give a book of written values that stays as it is."""
    return {
        note: {key: frozenset(values) for key, values in book.items()}
        for note, book in written.items()
    }
