"""The keys of a mock interview: those of a sitting, but for what is about schedules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from studyapp.study import Phase
from studyapp.tui import recallkeys, studykeys
from studyapp.tui.widgets.keyline import Key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType

    from studyapp.notes import Card
    from studyapp.study import Session
    from studyapp.tui.words import Words

_ABOUT_SCHEDULES = {"study.why", "study.suspend", "study.bury", "study.flag"}
BINDINGS: list[BindingType] = [
    one for one in studykeys.BINDINGS if isinstance(one, Binding) and one.id not in _ABOUT_SCHEDULES
]
SPARE = ("n", "m", "h", "u", "W")
"""Keys that the line does without where it is short."""


def useful(
    session: Session, card: Card, say: Words, *, more: bool, proposed: str, undoable: bool
) -> Iterator[Key]:
    """The keys that do something now, the most useful first."""
    [forward, *_] = studykeys.useful(session, more=more, proposed=proposed, say=say)
    yield forward
    if session.phase is Phase.ASKING:
        yield Key("y", say("k_mock_type"), "screen.type")
        yield Key("W", say("k_write"), "screen.write")
        yield Key("h", say("k_hint"), "screen.hint")
    else:
        yield from recallkeys.useful(card, say, asked=False)
        yield Key("n", say("k_note"), "screen.note")
    if undoable:
        yield Key("u", say("k_undo"), "screen.undo")
    yield Key("?", say("k_help"), "app.help")
    yield Key("q", say("k_mock_end"), "screen.leave")


def typing_keys(say: Words) -> list[Key]:
    """The keys while a long answer is typed."""
    return [Key("f2", say("essay.done"), ""), Key("esc", say("k_back"), "")]
