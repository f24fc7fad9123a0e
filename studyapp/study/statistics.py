"""All that is told of a person's study: what was, what stands, what comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from studyapp.study.habits import Answered, Streak, StudyDay, streak, study_days
from studyapp.study.hardest import Hard, hardest
from studyapp.study.outlook import Coming, outlook
from studyapp.study.retention import Retention, retention
from studyapp.study.strength import Strength, Week, strength, weeks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from studyapp.schedule.course import Turn
    from studyapp.study.candidate import Candidate
    from studyapp.study.queue import Limits

MONTH, YEAR = 30, 365
WEEKS = 53
HARDEST = 20
"""Cards that are listed as hard, at most."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """As of `day`: `days` are the year up to it, `coming` the month from it on.

    `decks` are by folder in library order; `weeks` are of the cards that there are now.
    """

    day: date
    streak: Streak
    days: tuple[StudyDay, ...]
    coming: tuple[Coming, ...]
    retention: Retention
    lately: Retention
    """The retention of the last month."""
    all: Strength
    decks: tuple[tuple[str, Strength], ...]
    weeks: tuple[Week, ...]
    hardest: tuple[Hard, ...]
    forgets: float = 1.0
    """Days of forgetting that pass in one, by the person's own answers."""

    @property
    def month(self) -> tuple[StudyDay, ...]:
        """The last thirty days."""
        return self.days[-MONTH:]


def statistics(
    answered: Collection[Answered],
    courses: Mapping[str, Sequence[Turn]],
    cards: Sequence[Candidate],
    day: date,
    limits: Limits,
    *,
    interview: date | None = None,
    spent: float = 0.0,
) -> Statistics:
    """The statistics of `cards`, and of those in `courses` that are no longer there.

    `answered` are all answers that count; `limits` are a day's, of which `spent` seconds are over.
    """
    asked = [card for card in cards if not card.suspended]
    here = {card.id: courses.get(card.id, ()) for card in asked}
    turns = [turn for course in courses.values() for turn in course]
    return Statistics(
        day,
        streak({one.day for one in answered}, day),
        study_days(answered, day, YEAR),
        outlook(cards, day, limits, days=MONTH, interview=interview, spent=spent),
        retention(turns),
        retention(turns, day - timedelta(days=MONTH - 1)),
        strength(asked),
        _by_deck(asked),
        weeks(here.values(), day, WEEKS),
        hardest(here, HARDEST),
        limits.pace.forgets,
    )


def _by_deck(cards: Iterable[Candidate]) -> tuple[tuple[str, Strength], ...]:
    decks: dict[str, list[Candidate]] = {}
    for card in cards:
        decks.setdefault(card.deck, []).append(card)
    return tuple((deck, strength(own)) for deck, own in decks.items())
