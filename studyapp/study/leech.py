"""Cards that are forgotten again and again."""

from typing import TypeGuard

from studyapp.schedule import Reviewed, Schedule

LAPSES = 6
"""So often a card is forgotten until it is told to be split."""


def is_leech(schedule: Schedule) -> TypeGuard[Reviewed]:
    """Whether a card was forgotten so often that its question should change."""
    return isinstance(schedule, Reviewed) and schedule.lapses >= LAPSES
