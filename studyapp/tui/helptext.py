"""The help page, from the texts of the bindings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.tui.words import Words

    Rows = Sequence[tuple[str, str]]

_SIGN = re.compile(r"[^\w\s]")
"""What means something else in markdown."""

STUDY: Rows = (
    ("space", "study.forward"),
    ("1 2 3 4", "study.grades"),
    ("h", "study.hint"),
    ("y", "study.type"),
    ("W", "study.write"),
    ("j k", "study.points"),
    ("x", "study.tick"),
    ("m", "study.more"),
    ("n", "study.note"),
    ("e", "study.edit"),
    ("w", "study.why"),
    ("u", "study.undo"),
    ("s", "study.suspend"),
    ("b", "study.bury"),
    ("f", "study.flag"),
    ("q", "study.leave"),
)
DEMO: Rows = (
    ("r", "study.run"),
    ("R", "study.reseed"),
    ("esc", "study.stop"),
    ("p", "study.probe"),
    ("g", "study.graph"),
    ("i", "study.try"),
    ("c", "study.change"),
    ("o", "study.figure"),
    ("x X", "study.aside"),
    ("l", "study.earlier"),
    ("[ ]", "study.next"),
    ("d", "study.swap"),
    ("t", "study.where"),
)
DRAFT: Rows = (
    ("f5 ctrl+r", "draft.run"),
    ("f6", "draft.diff"),
    ("f8", "draft.reset"),
    ("f2 ctrl+s", "draft.save"),
    ("esc", "draft.leave"),
)
NOTE: Rows = (
    ("tab", "note.next"),
    ("enter", "note.act"),
    ("r", "note.run"),
    ("c", "note.change"),
    ("[ ]", "note.next_code"),
    (", .", "note.next_card"),
    ("s", "note.ask"),
    ("t", "note.contents"),
    ("/", "note.seek"),
    ("n N", "note.seek_next"),
    ("b", "note.backlinks"),
    ("backspace", "note.back"),
    ("e", "note.edit"),
    ("esc", "note.stop"),
)
HOME: Rows = (
    ("enter", "home.study"),
    ("c", "home.cram"),
    ("t", "home.first_pass"),
    ("/", "home.filter"),
    ("b", "home.browse"),
    ("d", "home.day"),
    (",", "home.settings"),
    ("a", "home.stats"),
    ("v", "home.coverage"),
    ("i", "home.mock"),
    ("+ -", "home.weigh"),
    ("p", "home.problems"),
    ("r", "home.rebinds"),
    ("s", "home.suspended"),
    ("n", "home.cardless"),
    ("u", "home.undo"),
    ("f5", "home.refresh"),
    ("ctrl+n", "capture"),
    ("ctrl+o", "open_note"),
    ("ctrl+p", "palette"),
    ("?", "help"),
    ("q", "home.quit"),
)
BROWSE: Rows = (
    ("/", "browse.search"),
    ("space", "browse.choose"),
    ("ctrl+a", "browse.choose_all"),
    ("enter", "browse.open"),
    ("g", "browse.study"),
    ("c", "browse.cram"),
    ("s", "browse.suspend"),
    ("f", "browse.flag"),
    ("B", "browse.bury"),
    ("d", "browse.move"),
    ("R", "browse.reset"),
    ("e", "browse.edit"),
    ("w", "browse.why"),
    ("u", "browse.undo"),
    ("1 2 3 4 5 6", "browse.sort"),
    ("0", "browse.in_order"),
)
TOGETHER = {
    "study.grades": ("study.again", "study.hard", "study.good", "study.easy"),
    "study.points": ("study.next_point", "study.previous_point"),
    "study.next": ("study.previous", "study.next"),
    "note.next_code": ("note.code_before", "note.next_code"),
    "note.next_card": ("note.card_before", "note.next_card"),
    "note.seek_next": ("note.seek_next", "note.seek_before"),
    "browse.sort": (
        "browse.by_due",
        "browse.by_ease",
        "browse.by_mastery",
        "browse.by_deck",
        "browse.by_added",
        "browse.by_lapses",
    ),
    "home.weigh": ("home.heavier", "home.lighter"),
}
"""Actions that share a row."""
GRADES = (
    ("1", "again", "grade_1"),
    ("2", "hard", "grade_2"),
    ("3", "good", "grade_3"),
    ("4", "easy", "grade_4"),
)


OFF: Rows = tuple(row for row in DEMO if row[1] in {"study.next", "study.swap", "study.where"})


def help_text(say: Words, *, off: bool = False, first: str = "") -> str:
    """Markdown: the keys of each screen and what the grades mean; none for code that is `off`.

    The section called `first` comes first: the keys of the screen that is looked at.
    """
    keys, means = (say("key"), say("does")), (say("grade"), say("means"))
    live = (("help_off", OFF),) if off else (("help_demo", DEMO), ("help_draft", DRAFT))
    rest = (("help_note", NOTE), ("help_home", HOME), ("help_browse", BROWSE))
    sections = sorted((("help_study", STUDY), *live, *rest), key=lambda one: one[0] != first)
    grades = [
        (f"{say.cap(f'study.{name}', key)} {say(name)}", say(meaning))
        for key, name, meaning in GRADES
    ]
    return "\n".join(
        [
            *(_section(say(title), keys, _bound(rows, say)) for title, rows in sections),
            _section(say("help_grades"), means, grades),
        ]
    )


def _bound(rows: Rows, say: Words) -> Rows:
    """What each key does, the keys being those that the person has bound."""
    return [(_caps(usual, action, say), say(action)) for usual, action in rows]


def _caps(usual: str, action: str, say: Words) -> str:
    if together := TOGETHER.get(action):
        pairs = zip(together, usual.split(), strict=True)
        return " ".join(say.cap(one, key) for one, key in pairs)
    return say.cap(action, usual)


def _plain(key: str) -> str:
    """A key as markdown that means no more than itself."""
    return _SIGN.sub(r"\\\g<0>", key)


def _section(title: str, head: tuple[str, str], rows: Rows) -> str:
    lines = [f"| {head[0]} | {head[1]} |", "|---|---|"]
    lines += [f"| **{_plain(key)}** | {text} |" for key, text in rows]
    return "\n".join((f"## {title}", "", *lines, ""))
