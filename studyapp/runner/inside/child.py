"""The forked process of one run: confined, seeded, executed, ended."""

from __future__ import annotations

import builtins
import gc
import os
import signal
import sys
import types
from typing import Any, Iterable, Mapping, NamedTuple, NoReturn  # noqa: UP035  Python 3.9

from . import chance, claims, failures, limits, names, prelude, values, walls
from .execute import Block, Execution
from .frames import Decoder, decode_json
from .speaker import Speaker, Stream


class Terms(NamedTuple):
    """What the zygote knows of its surroundings and every child must heed."""

    walls: walls.Walls
    cuda: bool
    alone: bool
    """No other processes of the user count against the limit on their number."""


class Pipes(NamedTuple):
    """Descriptors that a child listens and speaks to."""

    request: int
    events: int
    output: int


def serve(pipes: Pipes, terms: Terms, parent: int) -> NoReturn:
    """Prepare, wait for one request, run it, and end this process."""
    speaker = Speaker(pipes.events, on_flood=lambda: _flood(speaker))
    status, reason = "killed", "its process could not be prepared"
    try:
        _prepare(pipes, terms, parent, speaker)
        request = _receive(pipes.request)
        alone = terms.alone or terms.walls.stranger
        limits.restrict(request["deadline"], cuda=terms.cuda, alone=alone)
        chance.seed(request["seed"])
        gc.enable()
        status, reason = _execute(request["blocks"], speaker)
    finally:
        _end(speaker, status, reason)


def _prepare(pipes: Pipes, terms: Terms, parent: int, speaker: Speaker) -> None:
    os.setsid()
    walls.leave_root(terms.walls)
    if not terms.walls.namespaces:  # there, the first process takes all others with it
        limits.die_with_parent(parent)
    walls.confine(terms.walls)
    for number in (signal.SIGCHLD, signal.SIGINT, signal.SIGTERM, signal.SIGPIPE):
        signal.signal(number, signal.SIG_DFL)
    os.dup2(pipes.output, 1)
    os.dup2(pipes.output, 2)
    os.close(pipes.output)
    os.chdir(terms.walls.scratch)
    sys.stdout, sys.stderr = Stream(speaker, 1), Stream(speaker, 2)
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)
        _warm(torch)


def _warm(torch: types.ModuleType) -> None:
    """Take the steps of a small run, while nobody waits: the first time costs milliseconds."""
    chance.seed(0)
    tensor = torch.tensor([1.5, 2.0], requires_grad=True) * 2
    values.describe(tensor, "tensor", {"tensor": tensor})
    claims.judge(
        "# tensor([3., 4.])", claims.Outcome(has_value=True, value=tensor, printed=""), chance=False
    )
    Block("x = [1]  # 1", 1)


def _receive(source: int) -> dict[str, Any]:
    decoder = Decoder()
    while data := os.read(source, 1 << 16):
        for _, payload in decoder.feed(data):
            os.close(source)
            return decode_json(payload)
    os._exit(0)  # the zygote has gone


def _execute(requested: Iterable[Mapping[str, Any]], speaker: Speaker) -> tuple[str, str]:
    fences: list[int] = []
    blocks: list[Block] = []
    for part in requested:
        try:
            blocks.append(Block(part["code"], part["line"]))
        except (SyntaxError, ValueError, RecursionError) as error:
            speaker.say("failure", **failures.describe(error))
            return "not-python", _blame(part["fence"], "is not Python", alone=not fences)
        fences.append(part["fence"])
    execution = None
    try:
        execution = Execution(blocks, _namespace(blocks), speaker)
        execution.run()
    except BaseException as error:  # noqa: BLE001  whatever a snippet raises is its result
        speaker.say("failure", **failures.describe(error))
        status, reason = failures.judge(error, _bound(blocks))
        if execution and execution.current is not blocks[-1]:
            at = fences[blocks.index(execution.current)]
            reason = f"the fence at line {at}, which this one needs, failed: {reason or error}"
            return "error" if status == "ok" else status, reason
        return status, reason
    if blocks[-1].only_defines and not speaker.said:
        return "defines", ""
    return "ok", ""


def _namespace(blocks: Iterable[Block]) -> dict[str, Any]:
    """The main module's dictionary, with the part of the prelude that the blocks name."""
    module = types.ModuleType("__main__")
    module.__dict__["__builtins__"] = builtins
    sys.modules["__main__"] = module
    used = sorted({name for block in blocks for name in names.loaded(block.tree)})
    module.__dict__.update(prelude.load(used))
    return module.__dict__


def _bound(blocks: Iterable[Block]) -> set[str]:
    return {
        name for block in blocks for statement in block.tree.body for name in names.bound(statement)
    }


def _blame(fence: int, what: str, *, alone: bool) -> str:
    return "" if alone else f"the fence at line {fence} {what}"


def _flood(speaker: Speaker) -> NoReturn:
    _end(speaker, "limit", "it printed more than is kept of one run")


def _end(speaker: Speaker, status: str, reason: str) -> NoReturn:
    speaker.say("end", status=status, reason=reason)
    speaker.close()
    os._exit(0)
