"""The process that has imported torch, computes nothing, and forks a child for each run."""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Iterator, NamedTuple  # noqa: UP035  Python 3.9

from . import child, limits, loading
from .frames import Channel, encode_json
from .link import Hangup, Link
from .processes import kill, kill_all
from .supervisor import Supervisor

if TYPE_CHECKING:
    from collections.abc import Mapping

_QUIET = 0.3
"""Seconds without a request, after which there is time for an import."""


def serve(scratch: Path, *, alone: bool) -> None:
    """Answer requests on standard input until it closes.

    `alone` in a process namespace of our own, whose user has no other processes.
    """
    link = Link.take_stdio()
    limits.adopt_orphans()
    gc.disable()
    version = loading.load_torch()
    terms = child.Terms(str(scratch), cuda=loading.has_cuda(), alone=alone)
    zygote = Zygote(link, terms)
    link.send({"ready": {"torch": version, "device": "cuda" if terms.cuda else "cpu"}})
    with contextlib.suppress(Hangup, BrokenPipeError):
        zygote.serve(loading.load_later() if version else iter(()))


class Spare(NamedTuple):
    """A child that is forked and waits for its request, and our ends of its pipes."""

    pid: int
    request: int
    events: int
    output: int

    def close(self) -> None:
        """Let go of the pipes."""
        for descriptor in self[1:]:
            os.close(descriptor)


class Zygote:
    """Forks, supervises, tidies up; one child is always forked ahead."""

    def __init__(self, link: Link, terms: child.Terms) -> None:
        self._link = link
        self._terms = terms
        self._scratch = Path(terms.scratch)
        self._kept = set(self._scratch.iterdir())  # what the sandbox binds below it
        self._spare: Spare | None = None
        self._woken, self._waker = os.pipe()
        os.set_blocking(self._waker, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._waker, warn_on_full_buffer=False)

    def serve(self, later: Iterator[None]) -> None:
        """Run what is asked; while nothing is, take one step of `later`."""
        pause: float | None = _QUIET
        while True:
            self._spare = self._spare or self._fork()
            message = self._link.receive(pause)
            if message is None:
                pause = _QUIET if next(later, _DONE) is not _DONE else None
                self._drop_spare()  # it lacks what was imported since
            elif "run" in message:
                self._run(message["run"])

    def _run(self, request: Mapping[str, Any]) -> None:
        self._link.send({"began": request["id"]})
        spare, self._spare = self._spare or self._fork(), None
        supervisor = Supervisor(self._link, request["id"], spare.pid, spare.events, spare.output)
        try:
            _write(spare.request, encode_json(Channel.CONTROL, request))
            over = supervisor.watch(request["deadline"], self._woken)
            self._link.send({"over": {"id": request["id"], **over}})
        finally:
            spare.close()
        kill_all()
        self._wipe()

    def _fork(self) -> Spare:
        _assert_single()
        request, request_in = os.pipe()
        events, events_in = os.pipe()
        output, output_in = os.pipe()
        spare = Spare(os.getpid(), request_in, events, output)
        pid = os.fork()
        if pid == 0:
            signal.set_wakeup_fd(-1)
            self._link.close()
            for descriptor in (self._woken, self._waker, *spare[1:]):
                os.close(descriptor)
            child.serve(child.Pipes(request, events_in, output_in), self._terms, spare.pid)
        for descriptor in (request, events_in, output_in):
            os.close(descriptor)
        return spare._replace(pid=pid)

    def _drop_spare(self) -> None:
        if self._spare:
            kill(self._spare.pid)
            os.waitpid(self._spare.pid, 0)
            self._spare.close()
            self._spare = None

    def _wipe(self) -> None:
        """Remove what the run left behind."""
        for entry in set(self._scratch.iterdir()) - self._kept:
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.unlink(missing_ok=True)


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
