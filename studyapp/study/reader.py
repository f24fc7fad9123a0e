"""A reader whose memory keeps to the forgetting curve, and the cards as they pass before them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp.schedule import Grade, New
from studyapp.study.gain import recalled

if TYPE_CHECKING:
    from datetime import date

    from studyapp.schedule import Drill, Schedule
    from studyapp.study.candidate import Candidate
    from studyapp.study.pace import Pace


@dataclass(frozen=True, slots=True)
class Card:
    """A card on its way through the coming days; a `Candidate`."""

    id: str
    note: str
    deck: str
    weight: int
    schedule: Schedule
    suspended: bool = False
    buried_until: date | None = None
    to_repeat: Drill | None = None
    introduced: date | None = None
    knows: int = 0
    known_due: date | None = None


class Reader:
    """Recalls as often as the forgetting curve says, spread evenly instead of by chance."""

    def __init__(self, pace: Pace) -> None:
        """`pace` tells what is known at the first meeting, and how fast is forgotten."""
        self._pace = pace
        self._missed = {"new": 0.0, "review": 0.0}

    def grade(self, schedule: Schedule, day: date) -> Grade:
        """Good, or Again as soon as the chances of failing add up to one."""
        new = isinstance(schedule, New)
        chance = self._pace.known if new else recalled(schedule, day, self._pace.forgets)
        kind = "new" if new else "review"
        self._missed[kind] += 1 - chance
        if self._missed[kind] < 1:
            return Grade.GOOD
        self._missed[kind] -= 1
        return Grade.AGAIN


def answered(card: Card, schedule: Schedule) -> Card:
    """The card after an answer: with its new schedule, and nothing else to wait for."""
    return Card(
        card.id,
        card.note,
        card.deck,
        card.weight,
        schedule,
        buried_until=card.buried_until,
        introduced=card.introduced,
        knows=card.knows,
    )


def copied(card: Candidate) -> Card:
    """The card as it is, free to change."""
    return Card(
        card.id,
        card.note,
        card.deck,
        card.weight,
        card.schedule,
        buried_until=card.buried_until,
        to_repeat=card.to_repeat,
        introduced=card.introduced,
        knows=card.knows,
        known_due=card.known_due,
    )
