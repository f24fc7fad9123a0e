"""A library's statistics, as values for screens and verbs.

Imports no part of Textual, so that the command line can tell the same.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp.schedule.course import Turn, courses
from studyapp.schedule.events import Cram, Review
from studyapp.schedule.schedules import New, Reviewed
from studyapp.study.habits import Answered
from studyapp.study.statistics import Statistics, statistics
from studyapp.tui.day import day_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from studyapp.library.candidates import Candidate
    from studyapp.library.settings import LibrarySettings
    from studyapp.library.snapshot import Snapshot
    from studyapp.schedule.schedules import Scheduler


def statistics_of(snapshot: Snapshot, day: date, settings: LibrarySettings) -> Statistics:
    """The statistics on `day` of what is open of a library; its days of study are those of all.

    Replays every card's events, so not for the screen's thread.
    """
    today = day_of(snapshot, day, settings)
    pace = replace(today.agenda.limits.pace, forgets=today.forgets())
    return statistics(
        _answered(snapshot),
        _courses(snapshot, today.cards, settings.scheduling),
        today.cards,
        day,
        today.terms.limits(pace),
        interview=settings.interview,
        spent=today.spent,
    )


def _answered(snapshot: Snapshot) -> list[Answered]:
    return [
        Answered(event.day, event.seconds, isinstance(event, Cram))
        for event in snapshot.state.live
        if isinstance(event, Review | Cram)
    ]


def _courses(
    snapshot: Snapshot, cards: Sequence[Candidate], scheduler: Scheduler
) -> Mapping[str, Sequence[Turn]]:
    """The turns of each card; of a folder that was opened, those of its own cards alone."""
    found = courses(snapshot.assumed(), scheduler)
    own = {card.id: found.get(card.id) or _brought(card) for card in cards}
    return own if snapshot.prefix else {**found, **own}


def _brought(card: Candidate) -> Sequence[Turn]:
    """What a card came with, in a note that the journal does not know yet."""
    if not isinstance(card.schedule, Reviewed):
        return ()
    return (Turn(card.schedule.last, New(), card.schedule),)
