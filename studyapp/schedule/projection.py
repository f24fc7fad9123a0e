"""The four values of a note's front matter that the journal implies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from studyapp.schedule.events import Adopt
from studyapp.schedule.fold import State
from studyapp.schedule.schedules import Schedule


@dataclass(frozen=True, slots=True)
class Values:
    """What the journal implies of a note's four values; None: as the note was adopted."""

    last_reviewed: date | None
    next_review: date | None
    review_count: int | None
    mastery_level: float | None


def project(
    adopt: Adopt, cards: Sequence[tuple[str, Schedule, bool]], state: State
) -> Values | None:
    """Derive a note's values from its cards: (id, schedule, suspended).

    Returns None where the journal implies nothing: all four are as they were adopted.
    """
    raise NotImplementedError
