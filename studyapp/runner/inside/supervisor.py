"""Watches one child from its fork to its end: relays, counts, and kills in time."""

from __future__ import annotations

import os
import select
import time
from typing import TYPE_CHECKING, Any

from .frames import Channel, Decoder, FrameError, encode
from .processes import kill_all

if TYPE_CHECKING:
    from .link import Link
    from .spares import Spare
    from .watchdog import Watchdog

MOST_BYTES = 4 << 20
"""Bytes relayed of one run, of whatever kind."""

MOST_RAW = 1 << 18
"""Bytes written past Python's own streams."""

_PIECE = 1 << 16
_TICK = 0.05


class Supervisor:
    """One run seen from outside.

    An empty frame is a child's last: to wait for its memory to be given back would cost as much
    as a small run itself, so its end is left to be awaited by `kill_all`. So is that of a child
    which was ended from here: it may have gigabytes to give back.
    """

    def __init__(self, link: Link, run: int, spare: Spare, watchdog: Watchdog) -> None:
        self._link = link
        self._run = run
        self._child = spare
        self._watchdog = watchdog
        self._decoder = Decoder()
        self._cause = ""
        self._said_all = False
        self._bytes = 0
        self._raw = 0
        self._counted = time.monotonic()
        self._open = {spare.events, spare.output}

    def watch(self, deadline: float, woken: int) -> dict[str, Any]:
        """Relay until the child has said all or has ended; `woken` is readable when it may have.

        The answer tells the cause if the child was ended from here (`deadline`, `cancelled`,
        `flood`, `processes`, `memory`, `files`, `frames`), else its exit code or signal, and the
        seconds it took.
        """
        start = time.monotonic()
        status = None
        self._obey(self._link.taken())  # a cancel may have come along with the request
        while status is None and not self._said_all and not self._cause:
            left = start + deadline - time.monotonic()
            if left <= 0:
                self._stop("deadline")
            self._step(min(_TICK, max(left, 0)), woken)
            status = self._reap()
        if status is not None:
            kill_all()  # else what it started could go on writing
        self._drain()
        ended = {"cause": self._cause, "seconds": time.monotonic() - start}
        if status is not None and os.WIFSIGNALED(status):
            return {**ended, "signal": os.WTERMSIG(status)}
        return {**ended, "exit": os.WEXITSTATUS(status or 0)}

    def _step(self, timeout: float, woken: int) -> None:
        """Wait for something to happen, and deal with it."""
        ready, _, _ = select.select([*self._open, self._link.source, woken], [], [], timeout)
        for descriptor in ready:
            if descriptor == woken:
                os.read(woken, _PIECE)
            elif descriptor == self._link.source:
                self._obey(self._link.take())
            else:
                self._relay(descriptor)
        if time.monotonic() - self._counted > _TICK:
            self._counted = time.monotonic()
            if excess := self._watchdog.excess():
                self._stop(excess)

    def _obey(self, messages: list[dict[str, Any]]) -> None:
        for message in messages:
            if message.get("cancel") == self._run:
                self._stop("cancelled")
            elif "run" in message:  # this one was given up before it was known to have begun
                self._link.keep(message)

    def _relay(self, descriptor: int) -> None:
        data = _read(descriptor)
        if not data:
            self._open.discard(descriptor)
            return
        self._bytes += len(data)
        if descriptor == self._child.output:
            self._raw += len(data)
        if self._bytes > MOST_BYTES or self._raw > MOST_RAW:
            self._stop("flood")
        elif descriptor == self._child.output:
            self._link.relay(encode(Channel.OUTPUT, data))
        else:
            self._relay_events(data)

    def _relay_events(self, data: bytes) -> None:
        try:
            for _, payload in self._decoder.feed(data):
                if payload:
                    self._link.relay(encode(Channel.CHILD, payload))
                else:
                    self._said_all = True
        except FrameError:
            self._stop("frames")
            self._open.discard(self._child.events)

    def _stop(self, cause: str) -> None:
        self._cause = self._cause or cause
        self._child.kill()

    def _reap(self) -> int | None:
        pid, status = os.waitpid(self._child.pid, os.WNOHANG)
        return status if pid else None

    def _drain(self) -> None:
        """Relay what still lies in the pipes."""
        while self._open and self._bytes <= MOST_BYTES:
            ready, _, _ = select.select([*self._open], [], [], 0)
            if not ready:
                return
            for descriptor in ready:
                self._relay(descriptor)


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, _PIECE)
    except BlockingIOError:
        return b""
