"""Keeps one other process alive: chooses its Python and its walls, starts it, starts it again."""

from __future__ import annotations

import os
import secrets
import sys
import tempfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.runner import bubblewrap, interpreter, sandbox
from studyapp.runner.process import Process
from studyapp.runner.state import Dead, Ready, Starting, State, Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

HINT = 'name a Python that has torch in the settings: python = "/path/to/python"'

_TICK = 0.02


class Host:
    """The other process and its replacements.

    The strongest level that lets it start is kept: a later start never falls below it. One that
    is named is the only one that is tried.
    """

    def __init__(self, python: Path | None, level: str, memory: int) -> None:
        self._named = python
        self._wanted = level
        self._memory = memory
        self._lock = threading.Lock()
        self._levels: list[sandbox.Level] = []
        self._kept: sandbox.Level | None = None
        self._process: Process | None = None
        self._failure: Unavailable | None = None
        self._refused: list[tuple[str, str]] = []
        self._python = python
        self._settled = threading.Event()
        self._closed = False

    @property
    def state(self) -> State:
        """Where the process stands now."""
        with self._lock:
            process, failure, python = self._process, self._failure, self._python
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
            return self._kept is not None and self._kept.sandboxed

    @property
    def refused(self) -> tuple[tuple[str, str], ...]:
        """The levels that did not stand here, each with the reason."""
        with self._lock:
            return tuple(self._refused)

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
            found = interpreter.choose(self._named, os.environ)
            self._python = found.python
            only = self._kept.name if self._kept else self._wanted
            self._levels = list(sandbox.levels(found, _scratch(), only, self._memory))
            self._refused = [] if bubblewrap.find() else [(sandbox.BUBBLEWRAP, "not found")]
            if self._wanted == sandbox.OFF:
                self._failure = Unavailable("code is turned off", "start without --no-run")
                self._settled.set()
            elif fault := interpreter.fault(found.python):
                self._give_up(f"{found.python} {fault}")
            else:
                self._launch()
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

    def _launch(self) -> None:
        """Start the process at the strongest level left; under the lock."""
        complaint = "" if self._levels else f"{self._wanted} is not to be had here"
        if sys.platform == "win32":
            self._levels, complaint = [], "live code needs Linux or macOS, or WSL on Windows"
        while self._levels:
            level = self._levels.pop(0)
            try:
                self._process = Process(level, self._on_settled)
            except OSError as error:
                complaint = str(error)
                self._refused.append((level.name, complaint))
            else:
                return
        self._fail(complaint)

    def _on_settled(self, process: Process) -> None:
        """Called by the process's own thread: it is ready, or it ended before it was."""
        with self._lock:
            if process is not self._process:
                return
            if process.ready is not None:
                self._kept = process.level
                self._settled.set()
                return
            self._process = None
            self._refused.append((process.level.name, _last_line(process.complaint())))
            if self._levels:
                self._launch()
            else:
                self._fail(process.complaint())
        process.close()

    def _fail(self, complaint: str) -> None:
        self._give_up(f"{self._python} did not start: {_last_line(complaint)}")

    def _give_up(self, reason: str) -> None:
        self._failure = Unavailable(reason, HINT)
        self._settled.set()


def _describe(process: Process, python: Path) -> State:
    said = process.ready or {}
    torch = said.get("torch")
    if not isinstance(torch, str):
        return Unavailable(f"torch is not installed for {python}", HINT)
    level, device = process.level, str(said.get("device"))
    walls = (level.name, level.sandboxed, level.keeps_out, level.lets_through)
    return Ready(python, torch, device, *walls)


def _last_line(complaint: str) -> str:
    return complaint.rpartition("\n")[2] or "it said nothing"


def _scratch() -> Path:
    return Path(tempfile.gettempdir()) / f"studyapp-{secrets.token_hex(8)}"
