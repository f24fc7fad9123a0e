"""The keys of a demo: what is bound, and which of them the line beneath it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding

from studyapp.tui.widgets.keyline import Key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.binding import BindingType

    from studyapp.tui.screens.demoside import DemoSide
    from studyapp.tui.words import Words

BINDINGS: list[BindingType] = [
    Binding("r,ｒ", "run(False)", "run", id="study.run"),
    Binding("R,Ｒ", "run(True)", "run with another seed", id="study.reseed"),
    Binding("c,ｃ", "change", "change and run", id="study.change"),
    Binding("i,ｉ,colon,：", "try", "try a line", id="study.try"),
    Binding("p,ｐ", "probe", "gradients, or predict", id="study.probe"),
    Binding("g,ｇ", "graph", "autograd graph", id="study.graph"),
    Binding("o,ｏ", "figure", "open the figure", id="study.figure"),
    Binding("X,Ｘ", "aside", "set a mark aside", id="study.aside"),
    Binding("l,ｌ", "earlier", "earlier code", id="study.earlier"),
    Binding("t,ｔ", "where", "what runs the code", id="study.where"),
    Binding("left_square_bracket,【,［", "other(-1)", "previous demo", id="study.previous"),
    Binding("right_square_bracket,】,］", "other(1)", "next demo", id="study.next"),
    Binding("d,ｄ", "swap", "fold the demo", id="study.swap"),
    Binding("escape", "stop", "stop", id="study.stop"),
]
RUNNING = frozenset({"run", "change", "try", "probe", "graph", "figure", "aside", "earlier"})
"""The actions that are about code that runs."""
SPARE = ("[ ]", "l", "d", "i", "p", "X", "c")
"""Keys that the line does without where it is short; help names them all."""
_LOOKS = frozenset({"probe", "graph", "figure"})
_RUNS = _LOOKS | {"run", "change", "try"}
DRAFT_SPARE = ("f6", "f8")
_WISHES = (("f5", "run"), ("esc", "leave"), ("f2", "save"), ("f6", "diff"), ("f8", "reset"))


def keys(side: DemoSide, say: Words) -> Iterator[Key]:
    """The keys that do something with what is shown, the most useful first."""
    if side.exhibit is None:
        return
    if side.prompt.display:
        yield from prompt_keys(say)
        return
    if side.exhibit.run:
        yield from _running(side, say)
        yield Key("c", say("k_changed" if side.drafted else "k_change"), "screen.change")
        yield Key("i", say("k_try"), "screen.try")
    if side.exhibit.earlier:
        yield Key("l", say("k_earlier"), "screen.earlier")
    yield Key("d", say("k_open" if side.folded else "k_fold"), "screen.swap")
    if side.count > 1:
        yield Key("[ ]", say("k_other"), "screen.other(1)")


def prompt_keys(say: Words) -> Iterator[Key]:
    """The keys while a line is typed."""
    yield Key("enter", say("k_enter"), "")
    yield Key("esc", say("k_back"), "")


def _running(side: DemoSide, say: Words) -> Iterator[Key]:
    """Run or stop, and what a run leaves to be looked into."""
    from studyapp.tui import probes  # noqa: PLC0415  whose demo is shown has it

    if side.running:
        yield Key("esc", say("k_stop"), "screen.stop")
        return
    yield Key("r", say("k_run"), "screen.run(False)")
    if side.loss:
        yield Key("p", f"{side.loss}.backward()", "screen.probe")
    elif side.guessable:
        yield Key("p", say("k_predict"), "screen.probe")
    if side.root:
        yield Key("g", say("k_code" if side.pane.view.graph else "k_graph"), "screen.graph")
    if probes.figure(side.pane.trace):
        yield Key("o", say("k_figure"), "screen.figure")
    if marks := side.differing:
        done = all(map(side.is_aside, marks))
        yield Key("X", say("k_put_back" if done else "k_aside"), "screen.aside")


def draft_keys(side: DemoSide, say: Words) -> Iterator[Key]:
    """The keys of the editor."""
    noted = side.exhibit is not None and side.exhibit.is_noted
    for key, wish in _WISHES if noted else [one for one in _WISHES if one[1] != "save"]:
        yield Key(key, say(f"draft.{wish}"), f"screen.wish('{wish}')")


def lacking(side: DemoSide, act: str) -> str:
    """The text that says why an act does nothing with what is shown; "" where it does something."""
    from studyapp.runner import Request  # noqa: PLC0415  whose demo is shown has it
    from studyapp.tui import probes  # noqa: PLC0415  likewise

    if side.exhibit is None:
        return "silent_demo"
    if act in _RUNS and side.exhibit.run is None:
        return "silent_unrunnable"
    if act in _LOOKS and side.running:
        return "silent_running"
    works = {
        "try": isinstance(side.wanted, Request),
        "probe": bool(side.loss) or side.guessable,
        "graph": bool(side.pane.trace.graph or side.root),
        "figure": probes.figure(side.pane.trace) is not None,
        "aside": bool(side.differing),
        "earlier": bool(side.exhibit.earlier),
        "other": side.count > 1,
    }
    return "" if works.get(act, True) else f"silent_{'unrunnable' if act == 'try' else act}"
