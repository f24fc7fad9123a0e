"""Stories of what is met more rarely: dialogs, mishaps, empty lists, an interview."""

from __future__ import annotations

from base import live_a_month, spoil, write_notes
from mishaps import (
    add_long_note,
    forget_often,
    link_hard,
    merge_badly,
    plan_interview,
    reword,
    shut,
)
from story import Story, nothing

CORNERS = (
    Story(
        "mock",
        (write_notes, live_a_month),
        (
            ("choose", ("i",)),
            ("asked", ("enter",)),
            ("written", ("y", *"They gather up to the size")),
            ("answered", ("f2",)),
            ("follow-up", ("3",)),
            ("sure", ("space", "2", "q")),
            ("result", ("q",)),
            ("saving", ("s",)),
        ),
    ),
    Story(
        "interview",
        (write_notes, add_long_note, live_a_month, plan_interview),
        (
            ("home", ()),
            ("shift", ("d", "tab", "down", "space", "enter")),
            ("nothing-due", ("escape", "escape", "down", "enter", "space", "3")),
        ),
    ),
    Story(
        "long",
        (write_notes, add_long_note),
        (
            ("asked", ("slash", *"softmax", "enter")),
            ("revealed", ("space",)),
            ("run", ("r", "wait")),
            ("where", ("t",)),
            ("diff", ("escape", "c", *"z = 1", "enter", "f6")),
            ("note", ("escape", "n")),
            ("contents", ("t",)),
            ("find", ("t", "slash", *"softmax", "enter")),
            ("fence", ("right_square_bracket", "r", "wait")),
        ),
    ),
    Story(
        "paged",
        (write_notes, add_long_note),
        (("revealed", ("slash", *"softmax", "enter", "space")), ("more", ("space",))),
    ),
    Story(
        "leech",
        (write_notes, forget_often),
        (
            ("browse", ("b", "slash", *"is:leech", "enter")),
            ("chosen", ("space",)),
            ("due-day", ("d", *"5")),
            ("none", ("escape", "slash", *" deck:x", "enter")),
            ("why", ("slash", *["backspace"] * 7, "enter", "w")),
            ("study", ("escape", "c")),
            ("advice", ("space", "1")),
        ),
    ),
    Story(
        "repeats",
        (write_notes,),
        (
            ("again", ("down", "enter", "space", "1", "space", "1")),
            ("drill", ("space",)),
            ("flagged", ("f",)),
            ("suspended", ("s",)),
            ("left", ("q",)),
            ("over", ("s",)),
        ),
    ),
    Story(
        "reworded",
        (write_notes, live_a_month, reword),
        (("home", ()), ("rebinds", ("r",))),
    ),
    Story("merged", (write_notes, live_a_month, merge_badly), (("home", ()), ("mended", ("m",)))),
    Story(
        "linked",
        (write_notes, link_hard),
        (("graded", ("enter", "space", "3")), ("home", ("q",)), ("problems", ("p",))),
    ),
    Story(
        "shut",
        (write_notes, shut),
        (("graded", ("enter", "space", "3")), ("home", ("q",)), ("problems", ("p",))),
    ),
    Story(
        "beside",
        (write_notes,),
        (("written", ("down", "down", "enter", "W")), ("graded", ("3",))),
        editor="""sh -c 'printf "It adds to .grad,\\nso zero_grad() first.\\n" > "$1"'""",
    ),
    Story("foreign", (write_notes, live_a_month, spoil), (("taken", ("o",)),)),
    Story(
        "consent",
        (write_notes,),
        (("asked", ("down", "down", "enter", "space", "r")),),
        level="limits only",
    ),
    Story("off", (write_notes,), (("revealed", ("down", "down", "enter", "space")),), level="off"),
    Story(
        "none",
        (write_notes,),
        (
            ("stats", ("a",)),
            ("palette-none", ("escape", "ctrl+p", *"xyzzy", "pause")),
            ("cardless", ("escape", "n")),
            ("new-card", ("enter",)),
            ("open-note", ("escape", "escape", "ctrl+o")),
            ("filter-none", ("escape", "slash", *"is:flagged")),
            ("settings-end", ("escape", "escape", "comma", "end")),
            ("key", ("enter",)),
            ("theme", ("escape", "home", *["down"] * 19, "enter")),
        ),
    ),
    Story("bare", (nothing,), (("coverage", ("v",)), ("browse", ("escape", "b")))),
)
