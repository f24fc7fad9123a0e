"""What a snippet that only defines things would do: its definitions called with example inputs."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Callable, NamedTuple  # noqa: UP035  Python 3.9

from . import candidates, generators, guesses, world
from .attempt import Clock, Late
from .calling import Shown, call, joined
from .classes import is_dataset, show_class, show_dataset
from .inputs import Inputs
from .lending import Lender
from .making import Scene
from .modules import is_function, is_module, show_function, show_module
from .sizes import Sizes
from .verdicts import NOTHING, Verdict, judge

if TYPE_CHECKING:
    from .block import Block
    from .candidates import Candidate
    from .guesses import Variant
    from .speaker import Speaker

SECONDS = 2.0
"""All guessing of one run together."""

_MOST = 2


class Stage(NamedTuple):
    """Where the definitions of a snippet are called."""

    block: Block
    namespace: dict[str, Any]
    seed: int
    defined: frozenset[str]
    """The names that the run's blocks bind."""
    clock: Clock


def present(stage: Stage, speaker: Speaker) -> Verdict:
    """Call what can be called and say what came of it."""
    found = candidates.find(stage.block.tree, stage.namespace)
    shown: dict[int, Shown] = {}
    verdicts: list[Verdict] = []
    covered: set[str] = set()
    for candidate in candidates.outermost(found):
        if len(shown) == _MOST:
            break
        if candidate.name in covered:
            continue
        outcome = _explain(candidate) or _show(candidate, stage)
        if isinstance(outcome, Shown):
            shown[candidate.node.lineno] = outcome
            covered |= set(world.reads(candidate.value)) if outcome.result else set()
        else:
            verdicts.append(outcome)
    for line, each in sorted(shown.items()):
        _tell(line, each, speaker)
    if any(each.result for each in shown.values()):
        return Verdict("showcased", "")
    verdicts += [Verdict("defines", "a method without its class") for _ in shown]
    return next((each for each in verdicts if each.status == "needs"), (verdicts or [NOTHING])[0])


def _explain(candidate: Candidate) -> Shown | None:
    """Why a method without its class can't be called."""
    if not candidates.is_torn(candidate):
        return None
    used = [f"self.{name}" for name in candidates.of_self(candidate)]
    parts = f", whose {', '.join(used)} it uses" if used else ""
    remark = f"not callable alone: a method without its class; `self` would be an instance{parts}"
    arguments = ", ".join(inspect.signature(candidate.value).parameters)
    return Shown(f"{candidate.name}({arguments})", "", "", remark)


def _show(candidate: Candidate, stage: Stage) -> Shown | Verdict:
    """The candidate called, or why not."""
    if objection := candidates.objection(candidate):
        return Verdict(*objection)
    lines = stage.block.code.split("\n")
    scene = Scene(lines, stage.block.line, stage.clock, stage.namespace)
    show = _way(candidate)
    lender = Lender(stage.namespace, scene.kind(candidate.value))
    try:
        shown = lender.lending(
            lambda: guesses.fitting(
                lambda variant: show(candidate, scene, variant),
                scene.text(candidate.node),
                stage.clock,
                lambda: generators.seed(stage.seed),
            )
        )
    except (Late, Exception) as error:  # noqa: BLE001  the note's code, given what it did not expect
        return judge(error, candidate.name, stage.defined)
    if not shown.result and not shown.steps:
        return Verdict("defines", f"{candidate.name} only keeps what it is given")
    return shown._replace(guessed=joined((shown.guessed, *lender.told)))


def _way(candidate: Candidate) -> Callable[[Candidate, Scene, Variant], Shown]:
    value = candidate.value
    if not inspect.isclass(value):
        return _show_function
    if is_module(value):
        return show_module
    if is_function(value):
        return show_function
    return show_dataset if is_dataset(value) else show_class


def _show_function(candidate: Candidate, scene: Scene, variant: Variant) -> Shown:
    function = candidate.value
    told = scene.stated(candidate.node, function)
    called = call(function, Inputs(Sizes(), scene.kind(function), told, variant), scene.clock)
    remark = ""
    if called.same or candidates.returns_input(candidate):
        remark = "called, but nothing happened: it returned its input"
    elif called.summary == "None" and not called.printed:
        remark = "called: it returned None, and no input changed"
    written = f"{candidate.name}({called.arguments})"
    return Shown(written, joined(called.told), called.summary, remark, (), called.printed)


def _tell(line: int, shown: Shown, speaker: Speaker) -> None:
    if shown.printed:
        speaker.listen(line)
        speaker.write(shown.printed)
        speaker.listen(None)
    speaker.say(
        "showcase",
        line=line,
        call=shown.call,
        guessed=shown.guessed,
        result=shown.result,
        remark=shown.remark,
        steps=[list(step) for step in shown.steps],
    )
