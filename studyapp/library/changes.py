"""What a person does to many cards at once: for each card an event, or none if nothing changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeAlias

from studyapp.library.acts import Stamp, review
from studyapp.library.preludes import prelude
from studyapp.notes import Card, Waits
from studyapp.schedule.cards import CardState
from studyapp.schedule.events import Bury, CardSeen, Event, Flag, Reschedule, Reset, Suspend
from studyapp.schedule.schedules import New, Reviewed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.library.authorship import Author
    from studyapp.notes import Note
    from studyapp.schedule.fold import State
    from studyapp.schedule.grades import Grade


@dataclass(frozen=True, slots=True)
class Changed:
    """What one act on many cards came to: its events, and by path the notes that wait, and why."""

    events: tuple[Event, ...] = ()
    waiting: Mapping[str, Waits] = field(default_factory=dict)


Change: TypeAlias = Callable[[Card, CardState, Stamp], Event | None]
"""Answers with the event that changes a card, whose state is given."""


def suspend(*, on: bool) -> Change:
    """Set cards aside, or ask them again."""

    def change(card: Card, own: CardState, stamp: Stamp) -> Event | None:
        if own.suspended is on:
            return None
        return Suspend(id=stamp.id, at=stamp.at, day=stamp.day, card=card.id, on=on)

    return change


def flag(*, on: bool) -> Change:
    """Flag cards, or take their flags off."""

    def change(card: Card, own: CardState, stamp: Stamp) -> Event | None:
        if own.flagged is on:
            return None
        return Flag(id=stamp.id, at=stamp.at, day=stamp.day, card=card.id, on=on)

    return change


def bury(*, on: bool) -> Change:
    """Hide cards until tomorrow, or show hidden ones again."""

    def change(card: Card, own: CardState, stamp: Stamp) -> Event | None:
        buried = own.buried_until is not None and own.buried_until > stamp.day
        until = stamp.day + timedelta(days=on)
        if buried is on:
            return None
        return Bury(id=stamp.id, at=stamp.at, day=stamp.day, card=card.id, until=until)

    return change


def move(due: date) -> Change:
    """Have cards come on another day; a new one has no day to move."""

    def change(card: Card, own: CardState, stamp: Stamp) -> Event | None:
        if isinstance(own.schedule, New) or own.schedule.due == due:
            return None
        return Reschedule(
            id=stamp.id,
            at=stamp.at,
            day=stamp.day,
            note=card.note,
            due=due,
            cards=(card.id,),
            here=True,
        )

    return change


def count(grades: Mapping[str, tuple[Grade, float]]) -> Change:
    """Count grades, by card, and their seconds as reviews, except of cards reviewed that day."""

    def change(card: Card, own: CardState, stamp: Stamp) -> Event | None:
        known = isinstance(own.schedule, Reviewed) and own.schedule.last >= stamp.day
        if known or card.id not in grades:
            return None
        grade, seconds = grades[card.id]
        return review(card, grade, seconds, stamp)

    return change


def reset() -> Change:
    """Have cards begin again as new ones."""

    def change(card: Card, own: CardState, stamp: Stamp) -> Event | None:
        fresh = isinstance(own.schedule, New) and own.known_due is None
        return None if fresh else Reset(id=stamp.id, at=stamp.at, day=stamp.day, card=card.id)

    return change


def introduced(
    note: Note | None,
    author: Author | None,
    told: Iterable[tuple[Card | None, Event]],
    state: State,
) -> list[Event]:
    """Acts on cards of one note, whose values `author` wrote, behind what they rely on.

    The note is adopted, or its own date obeyed, once, and so each card is introduced.
    """
    found: dict[str, Event] = {}
    for card, act in told:
        for event in prelude(act, card, note, author, state):
            named = event.card if isinstance(event, CardSeen) else ""
            found.setdefault(f"{event.event} {named}", event)
        found[act.id] = act
    return [*found.values()]
