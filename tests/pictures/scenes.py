"""What is pressed before each picture, in stories that begin at the first open, or on Home."""

from __future__ import annotations

from base import live_a_month, spoil, write_notes
from corners import CORNERS
from story import Story, nothing

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
    *CORNERS,
)
