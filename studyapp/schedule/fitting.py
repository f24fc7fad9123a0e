"""FSRS's parameters fitted to a person's own answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.schedule.fsrs import rating, used

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from fsrs_rs_python import FSRSItem

    from studyapp.schedule.grades import Grade


class TooFew(ValueError):
    """There are too few reviews to fit anything; `count` of a later day than the first."""

    def __init__(self, count: int) -> None:
        super().__init__(f"{count} reviews are too few to fit parameters")
        self.count = count


LEAST = 64
"""Below so many reviews of a later day the core would return its own parameters, silently."""


def fitted(histories: Iterable[Sequence[tuple[date, Grade]]]) -> tuple[float, ...]:
    """The parameters that foretell these cards' answers best, each by day and in order.

    Raises:
        TooFew: there is nothing to learn from.
    """
    from fsrs_rs_python import FSRS  # noqa: PLC0415  fitting is rare

    items = _items(histories)
    found = FSRS(list(used(()))).compute_parameters(items) if len(items) >= LEAST else []
    if not found or tuple(found) == used(()):
        raise TooFew(len(items))
    return tuple(round(one, 4) for one in found)


def _items(histories: Iterable[Sequence[tuple[date, Grade]]]) -> list[FSRSItem]:
    """An item a review of a later day, with all that was before it, in the order of their days."""
    from fsrs_rs_python import FSRSItem, FSRSReview  # noqa: PLC0415  fitting is rare

    rows: list[tuple[date, FSRSItem]] = []
    for history in histories:
        reviews: list[FSRSReview] = []
        last = history[0][0] if history else None
        for day, grade in history:
            elapsed = max(0, (day - last).days) if last else 0
            reviews.append(FSRSReview(rating(grade), elapsed))
            if elapsed:
                rows.append((day, FSRSItem([*reviews])))
            last = day
    rows.sort(key=lambda row: row[0])
    return [item for _, item in rows]
