"""One request on its way through one process, from its message to its last event."""

from __future__ import annotations

import codecs
import math
import time
from typing import TYPE_CHECKING

from studyapp.runner import hearing, wire
from studyapp.runner.events import Finished, Output
from studyapp.runner.inside.frames import Channel, FrameError, decode_json

if TYPE_CHECKING:
    import threading
    from collections.abc import Iterator

    from studyapp.runner.events import Event, Status
    from studyapp.runner.process import Process
    from studyapp.runner.request import Request

CANCELLED = "cancelled"

_TICK = 0.02
_SOON = 0.03
"""Seconds after which a cancelled run is called so, whether it is over or not."""
_GRACE = 3.0
"""Seconds that the zygote may be late with its word before it is taken for dead."""
_PATIENCE = 60.0
"""Seconds before it begins: it may be importing."""
_HURRY = 1.0
"""Seconds that it may take to obey a cancel."""


class Exchange:
    """Sends the request, and follows what comes back as far as its end."""

    def __init__(
        self, process: Process, request: Request, number: int, cancelled: threading.Event
    ) -> None:
        self._process = process
        self._request = request
        self._number = number
        self._cancelled = cancelled
        self._started = time.monotonic()
        self._patience = _PATIENCE
        self._begun = False
        self._done = False
        self._end: tuple[Status, str] | None = None
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def events(self) -> Iterator[Event]:
        """What happens, to its end."""
        self._process.send(wire.as_message(self._request, self._number))
        if self._cancelled.is_set():  # said before this run had its number
            self._process.send({"cancel": self._number})
        yield from self._follow(_SOON)

    def leave(self) -> None:
        """See to it that the process is free for the next run, or gone."""
        if self._done:
            return
        self._cancelled.set()
        self._process.send({"cancel": self._number})
        for _ in self._follow():
            pass

    def _follow(self, soon: float = math.inf) -> Iterator[Event]:
        """What comes, to its end; or, `soon` seconds after a cancel, what has come so far."""
        cancelled = math.inf
        while not self._done:
            frame = self._process.receive(_TICK)
            if self._cancelled.is_set():
                cancelled = min(cancelled, time.monotonic())
            if time.monotonic() - cancelled > soon:
                yield Finished("killed", CANCELLED, self._age())
                return
            if frame:
                yield from self._read(*frame)
            elif lost := self._lost():
                self._done = True
                yield Finished(self._verdict(), lost, self._age())

    def _read(self, channel: Channel, payload: bytes) -> Iterator[Event]:
        try:
            message = {} if channel is Channel.OUTPUT else decode_json(payload)
        except FrameError:
            return
        if channel is Channel.CONTROL:
            yield from self._control(message)
        elif not self._begun:
            return  # the end of a run that was given up
        elif channel is Channel.OUTPUT:
            yield Output(None, self._decoder.decode(payload))
        elif event := hearing.as_event(message):
            yield event
        else:
            self._end = wire.as_end(message) or self._end

    def _control(self, message: dict[str, object]) -> Iterator[Event]:
        if message.get("began") == self._number:
            self._begun = True
            self._started = time.monotonic()
            self._patience = self._request.deadline + _GRACE
        over = message.get("over")
        if isinstance(over, dict) and over.get("id") == self._number:
            self._done = True
            yield wire.finish(over, self._end, self._request.deadline)

    def _verdict(self) -> Status:
        """A run that outlived its deadline timed out, also where the zygote could not say so."""
        late = self._begun and self._age() > self._request.deadline
        return "timeout" if late and not self._cancelled.is_set() else "killed"

    def _lost(self) -> str | None:
        """Why nothing more is to come, if so."""
        if self._process.ended.is_set():
            return CANCELLED if self._cancelled.is_set() else "the runner's process died"
        if self._cancelled.is_set():
            if not self._begun:
                return CANCELLED
            self._patience = min(self._patience, self._age() + _HURRY)
        if self._age() > self._patience:
            self._process.kill()
            return "the runner's process did not answer"
        return None

    def _age(self) -> float:
        return time.monotonic() - self._started
