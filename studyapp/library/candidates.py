"""The cards that today may ask, with what of their state matters to a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from studyapp.library.index.brief import CardBrief
    from studyapp.library.snapshot import Snapshot
    from studyapp.schedule.cards import Drill
    from studyapp.schedule.schedules import Schedule


@dataclass(frozen=True, slots=True)
class Candidate:
    """A card that may be asked.

    `weight` is its deck's; `to_repeat` the drill that it still owes today; `introduced` the day
    of its first review, if that was here.
    """

    id: str
    note: str
    deck: str
    schedule: Schedule
    weight: int = 1
    suspended: bool = False
    buried_until: date | None = None
    to_repeat: Drill | None = None
    introduced: date | None = None


def candidates(snapshot: Snapshot, day: date) -> list[Candidate]:
    """The cards below the opened folder, in library order."""
    repeats = set(snapshot.state.repeats(day))
    return [_candidate(card, snapshot, repeats) for card in snapshot.visible()]


def _candidate(card: CardBrief, snapshot: Snapshot, repeats: set[str]) -> Candidate:
    own = snapshot.card_state(card)
    return Candidate(
        card.id,
        card.note,
        card.deck,
        own.schedule,
        suspended=own.suspended,
        buried_until=own.buried_until,
        to_repeat=own.drill if card.id in repeats else None,
        introduced=own.introduced,
    )
