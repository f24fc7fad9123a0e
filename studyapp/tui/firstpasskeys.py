"""The keys of a first pass: what is bound, and which of them the foot of the screen names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from studyapp.tui.widgets.grades import Option
from studyapp.tui.widgets.keyline import Key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType

    from studyapp.study.triage import Pass
    from studyapp.tui.words import Words

BINDINGS: list[BindingType] = [
    Binding("space,enter,ideographic_space", "forward", "peek", id="first.peek"),
    Binding("1,１", "sort(1)", "don't know", id="first.unknown"),
    Binding("2,２", "sort(2)", "vaguely", id="first.vague"),
    Binding("3,３", "sort(3)", "know it", id="first.known"),
    Binding("u,ｕ,ctrl+z", "undo", "undo", id="first.undo"),
    Binding("q,ｑ,escape", "leave", "leave", id="first.leave"),
]
_ANSWERS = {"1": "unknown", "2": "vague", "3": "known"}


def options(say: Words) -> list[Option]:
    """What can be said of a card."""
    return [
        Option(
            key,
            say(f"first_pass_{key}"),
            say(f"first_pass_{key}_then"),
            cap=say.cap(f"first.{name}", key),
        )
        for key, name in _ANSWERS.items()
    ]


def useful(state: Pass, *, more: bool, say: Words) -> Iterator[Key]:
    """The keys that do something now; `more` of the answer is below."""
    if state.current is None:
        yield Key("enter", say("k_home"), "screen.forward")
    elif not state.revealed:
        yield Key("space", say("k_peek"), "screen.forward")
    elif more:
        yield Key("space", say("k_more"), "screen.forward")
    if state.said:
        yield Key("u", say("k_undo"), "screen.undo")
    yield Key("?", say("k_help"), "app.help")
    if state.cards:
        yield Key("q", say("k_leave"), "screen.leave")
