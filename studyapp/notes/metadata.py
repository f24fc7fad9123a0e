"""What a note's front matter says, and which four of its keys studyapp writes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003  a field type that readers of the dataclass resolve

KEYS = ("last_reviewed", "next_review", "review_count", "mastery_level")
"""The keys whose values studyapp writes; it never touches another."""

DIFFICULTIES = ("easy", "medium", "hard")


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
