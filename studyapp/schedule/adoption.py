"""The history that a note brought along, before this app wrote to it."""

from datetime import date

from studyapp.schedule.events import Adopt
from studyapp.schedule.schedules import INITIAL_EASE, New, Reviewed, Schedule


def adopted(
    difficulty: str,
    review_count: int,
    last_reviewed: date | None,
    next_review: date | None,
) -> Schedule:
    """Start a card from its note's values; without a last day there is no history to take."""
    ease = INITIAL_EASE.get(difficulty, New().ease)
    if review_count <= 0 or last_reviewed is None:
        return New(ease)
    due = next_review or last_reviewed
    interval = max(1, (due - last_reviewed).days)
    return Reviewed(last_reviewed, due, interval, ease, repetitions=review_count)


def adopted_schedule(adopt: Adopt) -> Schedule:
    """Start a card from the note that it was adopted with."""
    last = _date(adopt.canonical.get("last_reviewed"))
    due = _date(adopt.canonical.get("next_review"))
    return adopted(adopt.difficulty, adopted_count(adopt), last, due)


def adopted_count(adopt: Adopt) -> int:
    """Read the number of reviews that a note brought along; 0 where it is unreadable."""
    try:
        return max(0, int(adopt.canonical.get("review_count") or ""))
    except ValueError:
        return 0


def canonical(text: str | None) -> str | None:
    """Reduce a value that this app wrote to what it says: no quotes, None for a null."""
    bare = (text or "").strip().strip("'\"")
    return None if bare.lower() in {"", "~", "null"} else bare


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None
