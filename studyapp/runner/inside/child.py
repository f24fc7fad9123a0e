"""The forked process of one run: confined, seeded, executed, ended."""

from __future__ import annotations

import gc
import os
import select
import signal
import sys
from typing import Any, NamedTuple, NoReturn

from . import absent, generators, job, limits, rehearsal, walls
from .frames import Channel, Decoder, decode_json, encode, encode_json
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
    farewell, write, leave = _farewell(), os.write, os._exit
    try:
        _prepare(pipes, terms, parent, speaker)
        request = _receive(pipes.request)
        alone = terms.alone or terms.walls.stranger
        limits.restrict(request["deadline"], cuda=terms.cuda, alone=alone)
        generators.seed(request["seed"])
        gc.enable()
        status, reason = job.perform(request, speaker)
    finally:
        try:
            _end(speaker, status, reason)
        finally:  # what a snippet took from Python itself was needed for that
            write(pipes.events, farewell)
            leave(0)


def _farewell() -> bytes:
    """A last word that needs nothing of Python any more."""
    reason = "it changed what Python itself is made of, so no more can be told"
    event = {"event": "end", "status": "error", "reason": reason}
    return encode_json(Channel.CHILD, event) + encode(Channel.CHILD, b"")


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
    absent.refuse(speaker.warn, locks=not terms.walls.landlock)
    sys.stdout, sys.stderr = Stream(speaker, 1), Stream(speaker, 2)
    if torch := sys.modules.get("torch"):
        torch.set_num_threads(1)
        if not select.select([pipes.request], [], [], 0)[0]:  # nobody waits yet
            rehearsal.rehearse()


def _receive(source: int) -> dict[str, Any]:
    decoder = Decoder()
    while data := os.read(source, 1 << 16):
        for _, payload in decoder.feed(data):
            os.close(source)
            return decode_json(payload)
    os._exit(0)  # the zygote has gone


def _flood(speaker: Speaker) -> NoReturn:
    _end(speaker, "limit", "it printed more than is kept of one run")


def _end(speaker: Speaker, status: str, reason: str) -> NoReturn:
    speaker.say("end", status=status, reason=reason)
    speaker.close()
    os._exit(0)
