"""The journal folded into what is true now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from studyapp.schedule.cards import CardState
from studyapp.schedule.events import Adopt, CardSeen, Event
from studyapp.schedule.schedules import Scheduler


@dataclass(frozen=True, slots=True)
class Settings:
    """What of the person's settings the fold depends on."""

    max_repeats: int = 3


@dataclass(frozen=True, slots=True)
class State:
    """What the live events add up to.

    `cards` and `seen` are by card id; `adoptions`, `written` and `rescheduled` by note path.
    `written` holds, per key, every canonical value that was ever adopted or written;
    `live` the person's own live acts in order, the last being the first to undo.
    """

    cards: Mapping[str, CardState]
    seen: Mapping[str, CardSeen]
    adoptions: Mapping[str, Adopt]
    written: Mapping[str, Mapping[str, frozenset[str | None]]]
    rescheduled: Mapping[str, date]
    live: tuple[Event, ...]
    undone: frozenset[str]
    settings: Settings

    def card(self, card: str) -> CardState:
        """Find a card's state; a card without events is new, of medium difficulty."""
        raise NotImplementedError

    def adoption(self, note: str, cards: Sequence[str]) -> Adopt | None:
        """Find a note's adoption by its path or, if it was renamed, by its cards."""
        raise NotImplementedError

    def repeats(self, day: date) -> list[str]:
        """List the cards still to repeat that day, the one asked longest ago first."""
        raise NotImplementedError


def fold(events: Sequence[Event], scheduler: Scheduler, settings: Settings) -> State:
    """Fold ordered events into a state, in two passes: undone ids first."""
    raise NotImplementedError
