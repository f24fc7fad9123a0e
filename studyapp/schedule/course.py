"""How a card came to stand where it stands: its schedule after each of its events."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studyapp.schedule.cards import CardState, replay
from studyapp.schedule.events import Review
from studyapp.schedule.fold import filed
from studyapp.schedule.schedules import New
from studyapp.schedule.undoing import undone_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from studyapp.schedule.events import Event
    from studyapp.schedule.grades import Grade
    from studyapp.schedule.schedules import Schedule, Scheduler


class Turn(NamedTuple):
    """A moment at which a card was asked, or its schedule changed in another way.

    `grade` is None where it was not asked; `again` tells that it had been, earlier on that day.
    """

    day: date
    before: Schedule
    after: Schedule
    grade: Grade | None = None
    again: bool = False


def courses(events: Sequence[Event], scheduler: Scheduler) -> dict[str, tuple[Turn, ...]]:
    """The turns of every card, by the id that it has now; the last is as `fold` leaves the card.

    What is undone counts nothing. As long as a card has none, nothing is known but its text.
    """
    histories, _ = filed(events, undone_ids(events))
    return {
        card: tuple(_turns((event for _, event in history), scheduler))
        for card, history in histories.by_card.items()
    }


def _turns(history: Iterable[Event], scheduler: Scheduler) -> Iterator[Turn]:
    state = CardState()
    for event in history:
        after = replay((event,), scheduler, state)
        if isinstance(event, Review):
            again = event.day in state.scheduled_days
            yield Turn(event.day, state.schedule, after.schedule, event.grade, again)
        elif after.schedule != state.schedule and _known(state.schedule, after.schedule):
            yield Turn(event.day, state.schedule, after.schedule)
        state = after


def _known(*schedules: Schedule) -> bool:
    """Whether one of them is more than a new card's, which only its label of difficulty moves."""
    return any(not isinstance(one, New) for one in schedules)
