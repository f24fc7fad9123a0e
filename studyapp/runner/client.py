"""The near side of the runner: asks the other process, and outlives it."""

from __future__ import annotations

import codecs
import threading
import time
from typing import TYPE_CHECKING, Self

from studyapp.runner import wire
from studyapp.runner.host import Host
from studyapp.runner.inside.frames import Channel, FrameError, decode_json
from studyapp.runner.results import Finished, Output
from studyapp.runner.state import Unavailable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from studyapp.runner.process import Process
    from studyapp.runner.request import Request
    from studyapp.runner.results import Event, Status
    from studyapp.runner.state import State

_TICK = 0.05
_GRACE = 3.0
"""Seconds that the zygote may be late with its word before it is taken for dead."""
_PATIENCE = 60.0
"""Seconds before it begins: it may be importing."""

_CANCELLED = "cancelled"


class Runner:
    """Runs snippets in another process, one at a time; safe to use from several threads."""

    def __init__(self, python: Path | None = None, *, sandbox: bool = True) -> None:
        self._host = Host(python, sandboxed=sandbox)
        self._turn = threading.Lock()
        self._cancelled = threading.Event()
        self._current: tuple[Process, int] | None = None
        self._closed = threading.Event()
        self._runs = 0

    @property
    def state(self) -> State:
        """Where the other process stands now; never waits."""
        return self._host.state

    @property
    def sandboxed(self) -> bool:
        """Whether walls are known to stand around what runs; False until the process is ready."""
        return self._host.sandboxed

    def start(self) -> None:
        """Start the other process and return at once."""
        self._host.start()

    def wait(self) -> State:
        """Where the process stands once it no longer starts; blocks until then."""
        self._host.process(self._closed.is_set)
        return self._host.state

    def run(self, request: Request) -> Iterator[Event]:
        """Yield the events of one run as they come; the last one, always, is `Finished`.

        Blocks, so belongs on a worker thread. Waits for the process to be ready, and for
        another thread's run to end. A caller that stops early should close the generator.
        """
        with self._turn:
            self._cancelled.clear()
            start = time.monotonic()
            process = self._host.process(self._cancelled.is_set)
            if process is None:
                yield self._refuse(time.monotonic() - start)
                return
            self._runs += 1
            run = _Run(process, request, self._runs, self._cancelled)
            self._current = process, self._runs
            try:
                yield from run.events()
            finally:
                self._current = None
                run.leave()

    def cancel(self) -> None:
        """End the run that goes on now, if any, as `killed`; may be called from any thread."""
        self._cancelled.set()
        if current := self._current:
            process, run = current
            process.send({"cancel": run})

    def close(self) -> None:
        """End the other process, and a run with it."""
        self._cancelled.set()
        self._closed.set()
        self._host.close()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def _refuse(self, seconds: float) -> Finished:
        state = self._host.state
        if isinstance(state, Unavailable):
            return Finished("needs", f"{state.reason}; {state.hint}", seconds)
        return Finished("killed", _CANCELLED, seconds)


class _Run:
    """One request on its way through one process."""

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
        while not self._done:
            frame = self._process.receive(_TICK)
            if frame:
                yield from self._read(*frame)
            elif lost := self._lost():
                self._done = True
                yield Finished("killed", lost, self._age())

    def leave(self) -> None:
        """See to it that the process is free for the next run, or gone."""
        if self._done:
            return
        self._process.send({"cancel": self._number})
        self._cancelled.set()
        for _ in self.events():
            pass

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
        elif event := wire.as_event(message):
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

    def _lost(self) -> str | None:
        """Why nothing more is to come, if so."""
        if self._process.ended.is_set():
            return _CANCELLED if self._cancelled.is_set() else "the runner's process died"
        if self._cancelled.is_set():
            if not self._begun:
                return _CANCELLED
            self._patience = min(self._patience, self._age() + 1.0)
        if self._age() > self._patience:
            self._process.kill()
            return "the runner's process did not answer"
        return None

    def _age(self) -> float:
        return time.monotonic() - self._started
