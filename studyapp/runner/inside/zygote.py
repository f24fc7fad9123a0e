"""The process that has imported torch, computes nothing, and forks a child for each run."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import shutil
import signal
import sys
import threading
from pathlib import Path
from typing import Any, Iterator  # noqa: UP035  Python 3.9

from . import child, limits
from .link import Hangup, Link
from .supervisor import Supervisor

_LATER = ("torch._dynamo", "matplotlib.pyplot")
"""What torch loads on first use (any optimizer needs dynamo), and what takes a second or two."""

_NVIDIA = Path("/dev/nvidiactl")


def serve(scratch: Path, *, alone: bool) -> None:
    """Answer requests on standard input until it closes.

    `alone` in a process namespace of our own, whose user has no other processes.
    """
    link = Link.take_stdio()
    limits.adopt_orphans()
    gc.disable()  # a collection would copy the pages that the children share
    version = _load_torch()
    terms = child.Terms(str(scratch), cuda=_has_cuda(), alone=alone)
    zygote = Zygote(link, terms)
    gc.freeze()
    link.send({"ready": {"torch": version, "device": "cuda" if terms.cuda else "cpu"}})
    with contextlib.suppress(Hangup, BrokenPipeError):
        zygote.serve(_load_later() if version else iter(()))


class Zygote:
    """Forks, supervises, tidies up."""

    def __init__(self, link: Link, terms: child.Terms) -> None:
        self._link = link
        self._terms = terms
        self._scratch = Path(terms.scratch)
        self._kept = set(self._scratch.iterdir())  # what the sandbox binds below it
        self._woken, waker = os.pipe()
        self._own = (self._woken, waker)
        os.set_blocking(waker, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)

    def serve(self, later: Iterator[None]) -> None:
        """Run what is asked; while nothing is, take one step of `later`."""
        idle = False
        while True:
            message = self._link.receive(wait=idle)
            if message is None:
                idle = next(later, _DONE) is _DONE
            elif "run" in message:
                self._run(message["run"])

    def _run(self, request: dict[str, Any]) -> None:
        _assert_single()
        self._link.send({"began": request["id"]})
        events, events_in = os.pipe()
        output, output_in = os.pipe()
        parent = os.getpid()
        pid = os.fork()
        if pid == 0:
            signal.set_wakeup_fd(-1)
            self._link.close()
            for descriptor in (*self._own, events, output):
                os.close(descriptor)
            child.run(request, child.Pipes(events_in, output_in), self._terms, parent)
        os.close(events_in)
        os.close(output_in)
        supervisor = Supervisor(self._link, request["id"], pid, events, output)
        try:
            over = supervisor.watch(request["deadline"], self._woken)
        finally:
            os.close(events)
            os.close(output)
        self._wipe()
        self._link.send({"over": {"id": request["id"], **over}})

    def _wipe(self) -> None:
        """Remove what the run left behind."""
        for entry in set(self._scratch.iterdir()) - self._kept:
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                entry.unlink(missing_ok=True)


_DONE = object()


def _load_torch() -> str | None:
    try:
        return str(importlib.import_module("torch").__version__)
    except ModuleNotFoundError:
        return None


def _load_later() -> Iterator[None]:
    for name in _LATER:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
        gc.freeze()
        yield


def _has_cuda() -> bool:
    """Whether torch could use CUDA; asked of the driver's files, since a fork can't inherit it."""
    torch = sys.modules.get("torch")
    return torch is not None and torch.version.cuda is not None and _NVIDIA.exists()


def _assert_single() -> None:
    """A fork copies one thread only: with a second one, the child would wait for it forever."""
    tasks = Path("/proc/self/task")
    count = len(list(tasks.iterdir())) if tasks.is_dir() else threading.active_count()
    if count != 1:
        raise SystemExit(f"the zygote has {count} threads and must not fork")
