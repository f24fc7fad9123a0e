"""The history that a note brought along, before this app wrote to it."""

from datetime import date, timedelta

from studyapp.schedule.events import Adopt
from studyapp.schedule.schedules import INITIAL_EASE, New, Reviewed, Schedule
from studyapp.schedule.sm2 import MAXIMUM_INTERVAL, MINIMUM_EASE

_FIRST, _SECOND = 1, 6  # SM-2's first two intervals, in days


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


def adopted_schedule(adopt: Adopt, brought: Reviewed | None = None) -> Schedule:
    """Start a card from the note that it was adopted with, else from what it `brought` itself."""
    last = _date(adopt.canonical.get("last_reviewed"))
    due = _date(adopt.canonical.get("next_review"))
    schedule = adopted(adopt.difficulty, adopted_count(adopt), last, due)
    return brought if brought and isinstance(schedule, New) else schedule


def imported(history: str) -> Reviewed | None:
    """Start a card from another tool's `due interval ease`, such as `2026-12-01 12 250`.

    How often it was recalled in a row is not told: as often as SM-2 needs for such an interval.
    """
    day, _, numbers = history.partition(" ")
    interval, _, ease = numbers.partition(" ")
    due = _date(day)
    if due is None or not (interval.isdecimal() and ease.isdecimal()):
        return None
    days = min(MAXIMUM_INTERVAL, max(1, int(interval)))
    repetitions = 1 + (days > _FIRST) + (days > _SECOND)
    last = due - timedelta(days=days)
    return Reviewed(last, due, days, max(MINIMUM_EASE, int(ease)), repetitions)


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
