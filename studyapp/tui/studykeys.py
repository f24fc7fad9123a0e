"""The keys of a sitting: what is bound, and which of them the foot of the screen names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.binding import Binding

from studyapp.study import Phase
from studyapp.tui.widgets.keyline import Key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from studyapp.study import Session
    from studyapp.tui.screens.demoside import DemoSide
    from studyapp.tui.words import Words

BINDINGS: list[BindingType] = [
    Binding("space,enter,ideographic_space", "forward", "reveal", id="study.forward"),
    Binding("1,１", "grade('1')", "again", id="study.again"),
    Binding("2,２", "grade('2')", "hard", id="study.hard"),
    Binding("3,３", "grade('3')", "good", id="study.good"),
    Binding("4,４", "grade('4')", "easy", id="study.easy"),
    Binding("r,ｒ", "run(False)", "run", id="study.run"),
    Binding("R,Ｒ", "run(True)", "run with another seed", id="study.reseed"),
    Binding("left_square_bracket,【,［", "other(-1)", "previous demo", id="study.previous"),
    Binding("right_square_bracket,】,］", "other(1)", "next demo", id="study.next"),
    Binding("d,ｄ", "swap", "fold the demo", id="study.swap"),
    Binding("n,ｎ", "note", "note", id="study.note"),
    Binding("e,ｅ", "edit", "edit", id="study.edit"),
    Binding("w,ｗ", "why", "why this date", id="study.why"),
    Binding("u,ｕ,ctrl+z", "undo", "undo", id="study.undo"),
    Binding("s,ｓ", "mark('suspend')", "suspend", id="study.suspend"),
    Binding("b,ｂ", "mark('bury')", "bury", id="study.bury"),
    Binding("f,ｆ", "mark('flag')", "flag", id="study.flag"),
    Binding("escape", "stop", "stop", id="study.stop"),
    Binding("q,ｑ", "leave", "leave", id="study.leave"),
]
GAP = 3
"""Cells between two keys of the line."""
_SPARE = ("w", "n", "u", "d")
"""Keys that the line does without where it is short; help names them all."""


def useful(session: Session, side: DemoSide, *, more: bool, say: Words) -> list[Key]:
    """The keys that do something now, the most useful first; `more` of the answer is below."""
    leave = Key("q", say("k_leave"), "screen.leave")
    undo = [Key("u", say("k_undo"), "screen.undo")] if session.past else []
    if session.phase is Phase.FINISHED:
        return [Key("enter", say("k_home"), "screen.leave"), *undo]
    return [
        Key("space", say(_forward(session.phase, more=more)), "screen.forward"),
        *_demo(side, say),
        Key("n", say("k_note"), "screen.note"),
        Key("w", say("k_why"), "screen.why"),
        *undo,
        Key("?", say("k_help"), "app.help"),
        leave,
    ]


def fitting(keys: Sequence[Key], width: int) -> list[Key]:
    """As many of `keys` as stand in `width` cells, the spare ones left out first."""
    kept = list(keys)
    for spare in _SPARE:
        if sum(cell_len(f"{key.key} {key.label}") + GAP for key in kept) - GAP <= width:
            break
        kept = [key for key in kept if key.key != spare]
    return kept


def _forward(phase: Phase, *, more: bool) -> str:
    if phase is Phase.ASKING:
        return "k_answer"
    if more:
        return "k_more"
    return "got_it" if phase is Phase.DRILLING else "good"


def _demo(side: DemoSide, say: Words) -> list[Key]:
    keys = []
    if side.running:
        keys.append(Key("esc", say("k_stop"), "screen.stop"))
    elif side.demo and side.demo.snippet.runnable:
        keys.append(Key("r", say("k_run"), "screen.run(False)"))
    if side.demo:
        keys.append(Key("d", say("k_open" if side.folded else "k_fold"), "screen.swap"))
    if side.count > 1:
        keys.append(Key("[ ]", say("k_other"), "screen.other(1)"))
    return keys
