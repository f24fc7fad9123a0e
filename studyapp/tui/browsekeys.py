"""The keys of Browse: what is bound, and which of them its foot names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from studyapp.tui.widgets.keyline import Key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType

    from studyapp.tui.words import Words

BINDINGS: list[BindingType] = [
    Binding("slash,／", "search", "search", id="browse.search"),
    Binding("g,ｇ", "study", "study these", id="browse.study"),
    Binding("c,ｃ", "cram", "cram these", id="browse.cram"),
    Binding("s,ｓ", "mark('suspend')", "suspend", id="browse.suspend"),
    Binding("f,ｆ", "mark('flag')", "flag", id="browse.flag"),
    Binding("B,Ｂ", "mark('bury')", "bury", id="browse.bury"),
    Binding("d,ｄ", "move", "set the due day", id="browse.move"),
    Binding("R,Ｒ", "reset", "begin again as new", id="browse.reset"),
    Binding("n,ｎ", "note", "note", id="browse.note"),
    Binding("e,ｅ", "edit", "edit", id="browse.edit"),
    Binding("w,ｗ", "why", "why this date", id="browse.why"),
    Binding("u,ｕ,ctrl+z", "undo", "undo", id="browse.undo"),
    Binding("1,１", "sort('due')", "by due day", id="browse.by_due"),
    Binding("2,２", "sort('ease')", "by ease", id="browse.by_ease"),
    Binding("3,３", "sort('mastery')", "by mastery", id="browse.by_mastery"),
    Binding("4,４", "sort('deck')", "by deck", id="browse.by_deck"),
    Binding("5,５", "sort('added')", "by creation", id="browse.by_added"),
    Binding("6,６", "sort('lapses')", "by lapses", id="browse.by_lapses"),
    Binding("0,０", "sort('')", "in order", id="browse.in_order"),
    Binding("escape,q,ｑ", "back", "back", id="browse.back"),
]
SPARE = ("R", "e", "n", "B", "1-6", "d", "w", "c", "f", "u", "s")
"""Keys that the line does without where it is short; help names them all."""


def useful(say: Words, *, any_card: bool) -> Iterator[Key]:
    """The keys that do something now, the most useful first."""
    yield Key("/", say("k_search"), "screen.search")
    if any_card:
        yield Key("space", say("k_choose"), "")
        yield Key("g", say("k_study"), "screen.study")
        yield Key("c", say("k_cram"), "screen.cram")
        yield Key("s", say("k_suspend"), "screen.mark('suspend')")
        yield Key("f", say("k_flag"), "screen.mark('flag')")
        yield Key("B", say("k_bury"), "screen.mark('bury')")
        yield Key("d", say("k_move"), "screen.move")
        yield Key("R", say("k_reset"), "screen.reset")
        yield Key("n", say("k_note"), "screen.note")
        yield Key("e", say("k_edit"), "screen.edit")
        yield Key("w", say("k_why"), "screen.why")
        yield Key("1-6", say("k_sort"), "")
    yield Key("u", say("k_undo"), "screen.undo")
    yield Key("?", say("k_help"), "app.help")
    yield Key("esc", say("k_back"), "screen.back")
