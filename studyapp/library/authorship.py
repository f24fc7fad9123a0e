"""Who wrote the four values that a note holds now: we, an older we, the person, another tool."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

MANY = 5
"""So many notes with only `next_review` changed at once are a tool's work, not a hand's."""


class Author(Enum):
    """Where a note's present values come from."""

    OURS = "equal to the projection"
    STALE = "written by us before"
    HAND = "the person set next_review"
    FOREIGN = "another tool wrote them"
    UNREAD = "the front matter can't be read"


def author(
    current: Mapping[str, str | None],
    expected: Mapping[str, str | None],
    written: Mapping[str, Collection[str | None]],
) -> Author:
    """Judge canonical values by the projection and by all that was ever adopted or written.

    A crash, a pull, a merge or an old editor buffer brings back a value that stood there before,
    so such a value is nobody's wish. Only a date in `next_review` can be a person's wish.
    Where nothing could be read, as in a merge's conflict, `current` is empty.
    """
    if not current:
        return Author.UNREAD
    changed = {key for key in expected if current.get(key) != expected[key]}
    strange = {key for key in changed if current.get(key) not in written.get(key, ())}
    if not changed:
        return Author.OURS
    if not strange:
        return Author.STALE
    if strange == {"next_review"} and _is_date(current.get("next_review")):
        return Author.HAND
    return Author.FOREIGN


def _is_date(text: str | None) -> bool:
    try:  # `20261124` has the value of no date in a note, though Python would read one
        return text is not None and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
