"""What a note's front matter says, and which four of its keys studyapp writes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from studyapp.notes.values import read_count, read_date, read_difficulty, read_share, read_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

KEYS = ("last_reviewed", "next_review", "review_count", "mastery_level")
"""The keys whose values studyapp writes; it never touches another."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The front matter of a note as understood; what is missing or unreadable has its default."""

    created: date | None = None
    last_reviewed: date | None = None
    next_review: date | None = None
    review_count: int = 0
    difficulty: str = "medium"
    mastery_level: float = 0.0
    tags: tuple[str, ...] = ()
    related_outlines: tuple[str, ...] = ()


READERS: dict[str, Callable[[Any], Any]] = {
    "created": read_date,
    "last_reviewed": read_date,
    "next_review": read_date,
    "review_count": read_count,
    "difficulty": read_difficulty,
    "mastery_level": read_share,
    "tags": read_words,
    "related_outlines": read_words,
}
"""How each key is read, in the order of a fresh note."""


def read_metadata(entries: Iterable[tuple[str, Any]]) -> tuple[Metadata, dict[str, str]]:
    """The metadata in `entries` (key, value), and why each unreadable value is one, by key."""
    fields: dict[str, Any] = {}
    reasons: dict[str, str] = {}
    for key, value in entries:
        if key not in READERS:
            continue
        try:
            fields[key] = READERS[key](value)
        except (ValueError, OverflowError) as error:
            reasons[key] = str(error)
    return Metadata(**fields), reasons
