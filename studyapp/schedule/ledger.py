"""The two books that a fold keeps: each card's events, and each note's values."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter

from studyapp.schedule.adoption import canonical
from studyapp.schedule.events import (
    Adopt,
    Bury,
    CardSeen,
    Cram,
    Event,
    Flag,
    Known,
    Rebind,
    Reschedule,
    Reset,
    Review,
    Suspend,
    Texts,
    Undo,
    Wrote,
)


@dataclass(slots=True)
class Histories:
    """Live events by card, each with its place in the journal; rebinds are followed."""

    by_card: dict[str, list[tuple[int, Event]]] = field(default_factory=dict)
    seen: dict[str, CardSeen] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)

    def add(self, place: int, event: Event, wanted: Callable[[str], bool]) -> None:
        """File an event under those of its cards that want it."""
        if isinstance(event, Rebind):
            self._rebind(event)
        if isinstance(event, CardSeen):
            self.seen[event.card] = event
        for card in map(self.current, cards_of(event)):
            if wanted(card):
                self.by_card.setdefault(card, []).append((place, event))

    def current(self, card: str) -> str:
        """Follow a card through its rebinds: another device may still use an old id."""
        return current(card, self.renamed)

    def untouched(self, card: str) -> bool:
        """Tell whether nothing but the card's text is known of it."""
        return all(isinstance(event, CardSeen) for _, event in self.by_card.get(card, ()))

    def _rebind(self, rebind: Rebind) -> None:
        old, new = self.current(rebind.old), rebind.new
        # The new id is where all ends, even if it had once been renamed itself: no circles.
        self.renamed.pop(new, None)
        if old == new:
            return
        self.renamed[old] = new
        joined = self.by_card.pop(old, []) + self.by_card.get(new, [])
        if joined:
            self.by_card[new] = sorted(joined, key=itemgetter(0))


def current(card: str, renamed: Mapping[str, str]) -> str:
    """Name a card as it is called now."""
    while card in renamed:
        card = renamed[card]
    return card


def cards_of(event: Event) -> tuple[str, ...]:
    """Name the cards whose history an event belongs to."""
    match event:
        case Adopt() | Reschedule():
            return event.cards
        case CardSeen() | Review() | Cram() | Suspend() | Flag() | Bury() | Known() | Reset():
            return (event.card,)
        case _:
            return ()


@dataclass(slots=True)
class NoteBook:
    """What was adopted and written, by note path; values in their canonical text."""

    adoptions: dict[str, Adopt] = field(default_factory=dict)
    rescheduled: dict[str, date] = field(default_factory=dict)
    written: dict[str, dict[str, set[str | None]]] = field(default_factory=dict)

    def restarts(self, adopt: Adopt) -> bool:
        """Tell whether an adoption brings values that are news.

        Two devices that adopt the same note, or one that adopts what the other wrote, bring
        none: the history that the journals hold goes on.
        """
        known = self.written.get(adopt.note, {})
        return adopt.note not in self.adoptions or any(
            text not in known.get(key, ()) for key, text in adopt.canonical.items()
        )

    def keep(self, event: Event) -> None:
        """Take in a live event that restarts or reschedules a note."""
        match event:
            case Adopt():
                self.adoptions[event.note] = event
                self.rescheduled.pop(event.note, None)
            case Reschedule():
                self.rescheduled[event.note] = event.due
            case _:
                pass

    def remember(self, event: Event) -> None:
        """Take in the values that an event put into its note, undone since or not."""
        match event:
            case Adopt():
                self._remember(event.note, event.canonical)
            case Review() | Undo() | Wrote():
                after = {key: canonical(text) for key, text in event.after.items()}
                self._remember(event.note, after)
            case Reschedule():
                self._remember(event.note, {"next_review": event.due.isoformat()})
            case _:
                pass

    def _remember(self, note: str, texts: Texts) -> None:
        book = self.written.setdefault(note, {})
        for key, text in texts.items():
            book.setdefault(key, set()).add(text)
