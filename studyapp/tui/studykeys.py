"""The keys of a sitting: what is bound, and which of them the foot of the screen names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from studyapp.study import Phase
from studyapp.tui import demokeys
from studyapp.tui.widgets.keyline import Key

if TYPE_CHECKING:
    from textual.binding import BindingType

    from studyapp.study import Session
    from studyapp.tui.words import Words

BINDINGS: list[BindingType] = [
    Binding("space,enter,ideographic_space", "forward", "reveal", id="study.forward"),
    Binding("1,１", "grade('1')", "again", id="study.again"),
    Binding("2,２", "grade('2')", "hard", id="study.hard"),
    Binding("3,３", "grade('3')", "good", id="study.good"),
    Binding("4,４", "grade('4')", "easy", id="study.easy"),
    Binding("n,ｎ", "note", "note", id="study.note"),
    Binding("e,ｅ", "edit", "edit", id="study.edit"),
    Binding("w,ｗ", "why", "why this date", id="study.why"),
    Binding("u,ｕ,ctrl+z", "undo", "undo", id="study.undo"),
    Binding("s,ｓ", "mark('suspend')", "suspend", id="study.suspend"),
    Binding("b,ｂ", "mark('bury')", "bury", id="study.bury"),
    Binding("f,ｆ", "mark('flag')", "flag", id="study.flag"),
    Binding("q,ｑ", "leave", "leave", id="study.leave"),
    *demokeys.BINDINGS,
]
SPARE = ("w", "n", "u")
"""Keys that the line does without where it is short; help names them all."""


def useful(session: Session, *, more: bool, say: Words) -> list[Key]:
    """The keys that do something now, the most useful first; `more` of the answer is below."""
    undo = [Key("u", say("k_undo"), "screen.undo")] if session.past else []
    if session.phase is Phase.FINISHED:
        home = Key("q" if session.queue else "enter", say("k_home"), "screen.leave")
        onward = [Key("enter", say("k_go_on"), "screen.forward")] if session.queue else []
        return [*onward, home, *undo]
    return [
        Key("space", say(_forward(session.phase, more=more)), "screen.forward"),
        Key("n", say("k_note"), "screen.note"),
        Key("w", say("k_why"), "screen.why"),
        *undo,
        Key("?", say("k_help"), "app.help"),
        Key("q", say("k_leave"), "screen.leave"),
    ]


def _forward(phase: Phase, *, more: bool) -> str:
    if phase is Phase.ASKING:
        return "k_answer"
    if more:
        return "k_more"
    return "got_it" if phase is Phase.DRILLING else "good"
