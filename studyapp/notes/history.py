"""What other tools' notes know of a card: when it is due, after which interval, how easy."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from studyapp.notes.values import read_date

if TYPE_CHECKING:
    from collections.abc import Iterable

COMMENT = re.compile(r"<!--\s*SR:(?P<entries>![^>\n]{0,2000}?)-->")
"""Where Obsidian's spaced repetition keeps the state of the cards above: `<!--SR:!…-->`."""

_ENTRY = re.compile(r"!(\d{4}-\d{2}-\d{2}),(\d{1,6})(?:\.\d+)?,(\d{1,4})(?:\.\d+)?")
_KEYS = ("sr-due", "sr-interval", "sr-ease")


@dataclass(frozen=True, slots=True)
class History:
    """A card's state in another tool: due day, interval in days, ease in hundredths."""

    due: date
    interval: int
    ease: int


def read_comment(text: str) -> tuple[History | None, ...]:
    """The states in the comment in `text`, one for each card above it; unreadable ones None."""
    found = COMMENT.search(text)
    if not found:
        return ()
    return tuple(_history(*entry.groups()) for entry in _ENTRY.finditer(found["entries"]))


def read_front_matter(entries: Iterable[tuple[str, Any]]) -> History | None:
    """The state of a whole note, from its `sr-due`, `sr-interval`, `sr-ease`."""
    values = {key: value for key, value in entries if key in _KEYS}
    try:
        due = read_date(values.get("sr-due"))
        interval, ease = int(values["sr-interval"]), int(values["sr-ease"])
    except (KeyError, ValueError, TypeError, OverflowError):
        return None
    return History(due, interval, ease) if due else None


def _history(due: str, interval: str, ease: str) -> History | None:
    try:
        return History(date.fromisoformat(due), int(interval), int(ease))
    except ValueError:
        return None
