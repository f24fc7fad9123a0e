"""The process that has imported torch, computes nothing, and forks a child for each run."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Iterator  # noqa: UP035  Python 3.9

from . import child, kernel, loading, spares, walls
from .frames import Channel, encode_json
from .link import Hangup, Link
from .processes import kill_all
from .scratch import Scratch, remove
from .supervisor import Supervisor
from .watchdog import Watchdog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .spares import Spare

_QUIET = 0.3
"""Seconds without a request, after which there is time for an import."""
_LONG = 0.5
"""Seconds of a run that may have been an import, which the next run should find made."""


def serve(*, alone: bool, memory: int, around: Mapping[str, Any]) -> None:
    """Answer requests on standard input until it closes.

    `alone` in namespaces of our own: the user has no other processes there, and what can be
    written in are small file systems. `memory` is what a run may take, in bytes; `around` tells
    which `Walls` each run needs.
    """
    link = Link.take_stdio()
    kernel.adopt_orphans()
    chosen = walls.Walls(**around)
    walls.prepare(chosen)
    walls.try_out(chosen)
    gc.disable()
    version = loading.load_torch()
    terms = child.Terms(chosen, cuda=loading.has_cuda(), alone=alone)
    zygote = Zygote(link, terms, memory)
    link.send({"ready": {"torch": version, "device": "cuda" if terms.cuda else "cpu"}})
    with contextlib.suppress(Hangup, BrokenPipeError):
        zygote.serve(loading.load_later() if version else iter(()))
    kill_all()
    if not alone:
        remove([chosen.scratch])  # if the client was killed, nobody else does


class Zygote:
    """Forks, supervises, tidies up; one child is always forked ahead."""

    def __init__(self, link: Link, terms: child.Terms, memory: int) -> None:
        self._link = link
        self._terms = terms
        folder = terms.walls.scratch
        self._scratch = Scratch([folder, walls.SHARED_MEMORY] if terms.alone else [folder])
        self._watchdog = Watchdog(memory, None if terms.walls.namespaces else self._scratch)
        self._spare: Spare | None = None
        self._woken, self._waker = os.pipe()
        os.set_blocking(self._waker, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._waker, warn_on_full_buffer=False)

    def serve(self, later: Iterator[None]) -> None:
        """Run what is asked; while nothing is, and after a long run, take one step of `later`."""
        pause: float | None = _QUIET
        while True:
            self._spare = self._spare or self._fork()
            message = self._link.receive(pause)
            if message is None or ("run" in message and self._run(message["run"]) > _LONG):
                pause = _QUIET if next(later, _DONE) is not _DONE else None
                self._drop()

    def _drop(self) -> None:
        """Let go of the child forked ahead: it lacks what was imported since."""
        if self._spare:
            self._spare.drop()
            self._spare = None

    def _run(self, request: Mapping[str, Any]) -> float:
        """Have one request done; the seconds it took."""
        self._link.send({"began": request["id"]})
        spare, self._spare = self._spare or self._fork(), None
        supervisor = Supervisor(self._link, request["id"], spare, self._watchdog)
        try:
            _write(spare.request, encode_json(Channel.CONTROL, request))
            over = supervisor.watch(request["deadline"], self._woken)
            self._link.send({"over": {"id": request["id"], **over}})
        finally:
            spare.close()
        spare.kill()
        kill_all()
        self._scratch.empty()
        return float(over["seconds"])

    def _fork(self) -> Spare:
        _assert_single()
        link = self._link
        return spares.fork(self._terms, (link.source, link.sink, self._woken, self._waker))


_DONE = object()


def _write(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    with contextlib.suppress(BrokenPipeError):  # the supervisor sees that the child has gone
        while view:
            view = view[os.write(descriptor, view) :]


def _assert_single() -> None:
    """A fork copies one thread only: with a second one, the child would wait for it forever."""
    tasks = Path("/proc/self/task")
    count = len(list(tasks.iterdir())) if tasks.is_dir() else threading.active_count()
    if count != 1:
        raise SystemExit(f"the zygote has {count} threads and must not fork")
