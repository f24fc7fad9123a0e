"""The keys of a note: what is bound, and which of them the foot of the screen names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from studyapp.tui.widgets.keyline import Key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType

    from studyapp.tui.widgets.landmarks import Kind
    from studyapp.tui.words import Words

BINDINGS: list[BindingType] = [
    Binding("space,ideographic_space", "page", "page down", id="note.page"),
    Binding("tab", "turn(1)", "next link, code or question", id="note.next"),
    Binding("shift+tab", "turn(-1)", "previous link, code or question", id="note.previous"),
    Binding("enter", "act", "follow, run or ask", id="note.act"),
    Binding("right_square_bracket,】,］", "turn(1, 'fence')", "next code", id="note.next_code"),
    Binding("left_square_bracket,【,［", "turn(-1, 'fence')", "code before", id="note.code_before"),
    Binding("full_stop,。,．", "turn(1, 'card')", "next question", id="note.next_card"),
    Binding("comma,，", "turn(-1, 'card')", "question before", id="note.card_before"),
    Binding("s,ｓ", "ask", "study the question", id="note.ask"),
    Binding("t,ｔ", "contents", "contents", id="note.contents"),
    Binding("b,ｂ", "backlinks", "what links here", id="note.backlinks"),
    Binding("backspace,alt+left", "back", "the note before", id="note.back"),
    Binding("e,ｅ", "edit", "edit", id="note.edit"),
    Binding("slash,／,ctrl+f", "seek", "find words", id="note.seek"),
    Binding("n,ｎ", "seek_on(1)", "next find", id="note.seek_next"),
    Binding("N,Ｎ", "seek_on(-1)", "find before", id="note.seek_before"),
    Binding("r,ｒ", "run(False)", "run", id="note.run"),
    Binding("R,Ｒ", "run(True)", "run with another seed", id="note.reseed"),
    Binding("c,ｃ", "change", "change and run", id="note.change"),
    Binding("i,ｉ,colon,：", "try", "try a line", id="note.try"),
    Binding("p,ｐ", "probe", "gradients, or predict", id="note.probe"),
    Binding("g,ｇ", "graph", "autograd graph", id="note.graph"),
    Binding("o,ｏ", "figure", "open the figure", id="note.figure"),
    Binding("X,Ｘ", "aside", "set a mark aside", id="note.aside"),
    Binding("l,ｌ", "earlier", "earlier code", id="note.earlier"),
    Binding("d,ｄ", "swap", "fold the results", id="note.swap"),
    Binding("w,ｗ", "where", "what runs the code", id="note.where"),
    Binding("escape", "stop", "stop, or back", id="note.stop"),
    Binding("q,ｑ", "leave", "leave", id="note.leave"),
]
SPARE = (", .", "/", "e", "b", "t", "[ ]")
"""Keys that the line does without where it is short; help names them all."""
_ACTS: dict[Kind, str] = {"link": "k_follow", "fence": "k_run", "card": "k_ask"}


def useful(
    say: Words, *, at: Kind | None, code: bool, cards: bool, past: bool, found: tuple[int, int]
) -> Iterator[Key]:
    """The keys that do something now: `at` a stop, with what the note has, and a note before."""
    if at:
        yield Key("enter", say(_ACTS[at]), "screen.act")
    if found[1]:
        yield Key("n N", say("k_found", at=found[0], n=found[1]), "screen.seek_on(1)")
    yield Key("tab", say("k_next_stop"), "screen.turn(1)")
    if code:
        yield Key("r", say("k_run"), "screen.run(False)")
        yield Key("[ ]", say("k_code"), "screen.turn(1, 'fence')")
    if cards:
        yield Key(", .", say("k_questions"), "screen.turn(1, 'card')")
    yield Key("t", say("k_contents"), "screen.contents")
    yield Key("/", say("k_seek"), "screen.seek")
    yield Key("b", say("k_backlinks"), "screen.backlinks")
    yield Key("e", say("k_edit"), "screen.edit")
    if past:
        yield Key("backspace", say("k_note_before"), "screen.back")
    yield Key("q", say("k_back"), "screen.leave")


def of_contents(say: Words) -> Iterator[Key]:
    """The keys among the contents."""
    yield Key("enter", say("k_enter"), "")
    yield Key("esc", say("k_back"), "screen.stop")
