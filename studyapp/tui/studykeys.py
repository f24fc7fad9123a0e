"""The keys of a sitting: what is bound, and which of them the foot of the screen names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from studyapp.study import Phase
from studyapp.tui import demokeys, recallkeys
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
    *recallkeys.BINDINGS,
    *demokeys.BINDINGS,
]
SPARE = ("w", "n", *recallkeys.SPARE, "u")
"""Keys that the line does without where it is short; help names them all."""


def useful(session: Session, *, more: bool, proposed: str, say: Words) -> list[Key]:
    """The keys that do something now, the most useful first.

    `more` of the answer is below; space takes the grade whose key is `proposed`, if one is.
    """
    undo = [Key("u", say("k_undo"), "screen.undo")] if session.past else []
    if session.phase is Phase.FINISHED:
        home = Key("q" if session.queue else "enter", say("k_home"), "screen.leave")
        onward = [Key("enter", say("k_go_on"), "screen.forward")] if session.queue else []
        return [*onward, home, *undo]
    return [
        Key("space", say(_forward(session.phase, more=more, proposed=proposed)), "screen.forward"),
        Key("n", say("k_note"), "screen.note"),
        Key("w", say("k_why"), "screen.why"),
        *undo,
        Key("?", say("k_help"), "app.help"),
        Key("q", say("k_leave"), "screen.leave"),
    ]


def _forward(phase: Phase, *, more: bool, proposed: str) -> str:
    if phase is Phase.ASKING:
        return "k_answer"
    if more:
        return "k_more"
    if phase is Phase.DRILLING:
        return "not_yet" if proposed == "1" else "got_it"
    return {"1": "again", "2": "hard"}.get(proposed, "good")
