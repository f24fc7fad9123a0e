"""The near side of the runner: asks the other process, and outlives it."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Self

from studyapp.runner.host import Host
from studyapp.runner.sandbox import MEMORY, OFF
from studyapp.runner.state import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from types import TracebackType

    from studyapp.runner.events import Event, Finished
    from studyapp.runner.process import Process
    from studyapp.runner.request import Request
    from studyapp.runner.state import State


class Runner:
    """Runs snippets in another process, one at a time; safe to use from several threads.

    `level`, one of `sandbox.NAMES`, forces that level; empty takes the strongest that works, and
    `sandbox.OFF` runs nothing, and `off` says so. `memory` is what the
    processes of a run may take, in bytes.
    """

    def __init__(
        self, python: Path | None = None, *, level: str = "", memory: int = MEMORY
    ) -> None:
        self.off = level == OFF
        self._host = Host(python, level, memory)
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

    @property
    def refused(self) -> tuple[tuple[str, str], ...]:
        """The levels that did not stand here, each with the reason; complete after `wait`."""
        return self._host.refused

    @property
    def pid(self) -> int | None:
        """The other process, while it lives."""
        return self._host.pid

    def start(self) -> None:
        """Start the other process and return at once."""
        self._host.start()

    def wait(self) -> State:
        """Where the process stands once it no longer starts; blocks until then."""
        self._host.process(self._closed.is_set)
        return self._host.state

    def run(self, request: Request, wanted: Callable[[], bool] = lambda: True) -> Iterator[Event]:
        """Yield the events of one run as they come; the last one, always, is `Finished`.

        Blocks, so belongs on a worker thread. Waits for the process to be ready, and for
        another thread's run to end; a run that is no longer `wanted` by then is cancelled, since
        a `cancel` that came before it began could not name it. A caller that stops early should
        close the generator.
        """
        from studyapp.runner.events import Finished  # noqa: PLC0415  the process starts first
        from studyapp.runner.exchange import CANCELLED, Exchange  # noqa: PLC0415  likewise

        with self._turn:
            self._cancelled.clear()
            if not wanted():
                yield Finished("killed", CANCELLED, 0.0)
                return
            start = time.monotonic()
            process = self._host.process(self._cancelled.is_set)
            if process is None:
                yield self._refuse(time.monotonic() - start)
                return
            self._runs += 1
            exchange = Exchange(process, request, self._runs, self._cancelled)
            self._current = process, self._runs
            try:
                yield from exchange.events()
            finally:
                self._current = None
                exchange.leave()

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
        from studyapp.runner.events import Finished  # noqa: PLC0415  `run` has imported it
        from studyapp.runner.exchange import CANCELLED  # noqa: PLC0415  likewise

        state = self._host.state
        if isinstance(state, Unavailable):
            return Finished("needs", f"{state.reason}; {state.hint}", seconds)
        return Finished("killed", CANCELLED, seconds)
