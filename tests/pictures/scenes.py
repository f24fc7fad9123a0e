"""What is pressed before each picture, in stories that begin at the first open, or on Home."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from base import live_a_month, spoil, write_notes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Shot = tuple[str, tuple[str, ...]]
"""A name, and the keys pressed before the picture is taken."""


@dataclass(frozen=True, slots=True)
class Story:
    """One run of the app on a library that `made` lays out."""

    name: str
    made: tuple[Callable[[Path], None], ...]
    shots: tuple[Shot, ...]


def nothing(root: Path) -> None:
    """A folder without a note."""
    root.mkdir(parents=True, exist_ok=True)


STORIES = (
    Story("empty", (nothing,), (("home", ()), ("cardless", ("n",)))),
    Story(
        "first",
        (write_notes,),
        (
            ("home", ()),
            ("pass", ("t",)),
            ("pass-peek", ("space",)),
            ("pass-done", ("1", "2", *"3333333333")),
        ),
    ),
    Story(
        "day",
        (write_notes, live_a_month),
        (
            ("home", ()),
            ("help", ("question_mark",)),
            ("palette", ("escape", "ctrl+p")),
            ("settings-day", ("escape", "d")),
            ("filter", ("escape", "slash", *"is:due")),
            ("stats", ("escape", "a")),
            ("settings", ("escape", "comma")),
            ("settings-number", ("enter",)),
            ("suspended", ("escape", "escape", "s")),
            ("browse", ("escape", "b")),
            ("coverage", ("escape", "v", "right", "down", "right")),
            ("capture", ("escape", "ctrl+n")),
        ),
    ),
    Story(
        "study",
        (write_notes,),
        (
            ("asked", ("down", "down", "enter")),
            ("revealed", ("space",)),
            ("run", ("r", "wait")),
            ("tried", ("i", *"x.grad.sum()", "enter", "wait")),
            ("changed", ("escape", "c")),
            ("why", ("escape", "w")),
            ("note", ("escape", "n")),
            ("graded", ("escape", "3")),
            ("hinted", ("space", "3", "space", "3", "h")),
            ("ticked", ("space", "j", "x", "j", "x")),
            ("typed", ("3", "space", "3", "y", *"no", "enter")),
            ("finished", ("3",)),
        ),
    ),
    Story("trouble", (write_notes, live_a_month, spoil), (("home", ()), ("problems", ("p",)))),
)
