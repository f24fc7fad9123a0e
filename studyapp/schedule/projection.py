"""The four values of a note's front matter that the journal implies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from studyapp.schedule.adoption import adopted_count
from studyapp.schedule.events import Adopt
from studyapp.schedule.fold import State
from studyapp.schedule.mastery import mastery
from studyapp.schedule.schedules import Reviewed, Schedule


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

    Returns None where the journal implies nothing: all four are as they were adopted. A date
    that a person set by hand stands until a card of the note has a due day of its own.
    """
    days = {review.day for card, _, _ in cards for review in state.card(card).reviews}
    by_hand = state.rescheduled.get(adopt.note)
    if not days:
        return Values(None, by_hand, None, None) if by_hand else None
    active = [schedule for _, schedule, suspended in cards if not suspended]
    due = [schedule.due for schedule in active if isinstance(schedule, Reviewed)]
    return Values(
        last_reviewed=max(days),
        next_review=min(due, default=by_hand),
        review_count=adopted_count(adopt) + len(days),
        mastery_level=_mean_mastery(active),
    )


def _mean_mastery(schedules: Sequence[Schedule]) -> float | None:
    if not schedules:
        return None
    return round(sum(map(mastery, schedules)) / len(schedules), 2)
