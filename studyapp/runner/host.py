"""Keeps one other process alive: starts it, and starts it again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from studyapp.runner.attempts import HINT, Attempts
from studyapp.runner.state import Dead, Ready, Starting, State, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studyapp.runner.process import Process

_TICK = 0.02


class Host:
    """The other process and its replacements."""

    def __init__(self, python: Path | None, level: str, memory: int) -> None:
        self._lock = threading.Lock()
        self._attempts = Attempts(python, level, memory)
        self._process: Process | None = None
        self._failure: Unavailable | None = None
        self._settled = threading.Event()
        self._closed = False

    @property
    def state(self) -> State:
        """Where the process stands now."""
        with self._lock:
            process, failure, python = self._process, self._failure, self._attempts.python
        if failure:
            return failure
        if process is None or (process.ended.is_set() and process.ready is not None):
            return Dead()
        if process.ready is None or python is None:
            return Starting()
        return _describe(process, python)

    @property
    def sandboxed(self) -> bool:
        """Whether the level that let the process start is a sandbox."""
        with self._lock:
            return self._attempts.kept is not None and self._attempts.kept.sandboxed

    @property
    def refused(self) -> tuple[tuple[str, str], ...]:
        """The levels that did not stand here, each with the reason."""
        with self._lock:
            return tuple(self._attempts.refused)

    @property
    def pid(self) -> int | None:
        """The process that was started here, while it lives."""
        with self._lock:
            process = self._process
        return process.pid if process and not process.ended.is_set() else None

    def start(self) -> None:
        """Start the process, unless one runs or this is closed."""
        with self._lock:
            if self._closed or (self._process and not self._process.ended.is_set()):
                return
            old, self._process = self._process, None
            self._failure = None
            self._settled.clear()
            self._take(self._attempts.renew() or self._attempts.launch(self._on_settled))
        if old:
            old.close()

    def process(self, gave_up: Callable[[], bool]) -> Process | None:
        """The process, once it is ready; None if there is none to be had, or `gave_up()`."""
        self.start()
        while not self._settled.wait(_TICK):
            if gave_up():
                return None
        with self._lock:
            return self._process

    def close(self) -> None:
        """End the process for good."""
        with self._lock:
            self._closed = True
            process, self._process = self._process, None
            self._settled.set()
        if process:
            process.close()

    def _on_settled(self, process: Process) -> None:
        """Called by the process's own thread: it is ready, or it ended before it was."""
        with self._lock:
            if process is not self._process:
                return
            if process.ready is not None:
                self._attempts.kept = process.level
                self._settled.set()
                return
            self._process = None
            self._take(self._attempts.relaunch(process, self._on_settled))
        process.close()

    def _take(self, launched: Process | Unavailable) -> None:
        """Wait for a process, or know why there is none; under the lock."""
        if isinstance(launched, Unavailable):
            self._failure = launched
            self._settled.set()
        else:
            self._process = launched


def _describe(process: Process, python: Path) -> State:
    said = process.ready or {}
    torch = said.get("torch")
    if not isinstance(torch, str):
        return Unavailable(f"torch is not installed for {python}", HINT)
    level, device = process.level, str(said.get("device"))
    walls = (level.name, level.sandboxed, level.keeps_out, level.lets_through)
    return Ready(python, torch, device, *walls)
