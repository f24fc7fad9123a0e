"""The keys that help to grade: what is bound, and which of them the foot of the screen names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from studyapp.notes.points import points
from studyapp.study.telling import typable
from studyapp.tui.widgets.keyline import Key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType

    from studyapp.notes import Card
    from studyapp.tui.words import Words

BINDINGS: list[BindingType] = [
    Binding("j,ｊ", "point(1)", "next point", id="study.next_point"),
    Binding("k,ｋ", "point(-1)", "previous point", id="study.previous_point"),
    Binding("x,ｘ", "tick", "tick a point", id="study.tick"),
    Binding("h,ｈ", "hint", "hint", id="study.hint"),
    Binding("y,ｙ", "type", "type the answer", id="study.type"),
    Binding("m,ｍ", "more", "more of the note", id="study.more"),
    Binding("W,Ｗ", "write", "write the answer", id="study.write"),
]
SPARE = ("W", "m", "h", "y")
"""Keys that the line does without where it is short; help names them all."""


def useful(card: Card, say: Words, *, asked: bool) -> Iterator[Key]:
    """The keys that do something with a card, before its answer is seen or after."""
    if asked:
        yield Key("h", say("k_hint"), "screen.hint")
        if typable(card.answer):
            yield Key("y", say("k_type"), "screen.type")
        yield Key("W", say("k_write"), "screen.write")
        return
    if points(card.answer):
        yield Key("x", say("k_tick"), "screen.tick")
    yield Key("m", say("k_more_note"), "screen.more")


def typing_keys(say: Words) -> list[Key]:
    """The keys while an answer is typed."""
    return [Key("enter", say("k_check"), ""), Key("esc", say("k_back"), "")]
