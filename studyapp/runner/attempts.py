"""Which Python and which walls a process is tried with, the strongest first."""

from __future__ import annotations

import os
import secrets
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.runner import bubblewrap, interpreter, sandbox
from studyapp.runner.process import Process
from studyapp.runner.state import Unavailable

if TYPE_CHECKING:
    from collections.abc import Callable

HINT = 'name a Python that has torch in the settings: python = "/path/to/python"'


class Attempts:
    """The levels that are left to be tried; one that is named is the only one.

    The strongest level that let a process start is `kept`: later starts never fall below it.
    `refused` are those that did not stand here, each with the reason.
    """

    def __init__(self, python: Path | None, level: str, memory: int) -> None:
        self._named = python
        self._wanted = level
        self._memory = memory
        self._left: list[sandbox.Level] = []
        self.python = python
        self.kept: sandbox.Level | None = None
        self.refused: list[tuple[str, str]] = []

    def renew(self) -> Unavailable | None:
        """Look anew at what there is; the reason if nothing can be tried."""
        found = interpreter.choose(self._named, os.environ)
        self.python = found.python
        only = self.kept.name if self.kept else self._wanted
        self._left = list(sandbox.levels(found, _scratch(), only, self._memory))
        self.refused = [] if bubblewrap.find() else [(sandbox.BUBBLEWRAP, "not found")]
        if self._wanted == sandbox.OFF:
            return Unavailable("code is turned off", "start without --no-run")
        if fault := interpreter.fault(found.python):
            return Unavailable(f"{found.python} {fault}", HINT)
        if sys.platform == "win32":
            return self._nothing("live code needs Linux or macOS, or WSL on Windows")
        return None

    def launch(self, on_settled: Callable[[Process], None]) -> Process | Unavailable:
        """Start a process at the strongest level left."""
        complaint = f"{self._wanted} is not to be had here"
        while self._left:
            level = self._left.pop(0)
            try:
                return Process(level, on_settled)
            except OSError as error:
                complaint = str(error)
                self.refused.append((level.name, complaint))
        return self._nothing(complaint)

    def relaunch(
        self, failed: Process, on_settled: Callable[[Process], None]
    ) -> Process | Unavailable:
        """Start another one, a level weaker, after one that ended before it was ready."""
        complaint = failed.complaint()
        self.refused.append((failed.level.name, _last_line(complaint)))
        return self.launch(on_settled) if self._left else self._nothing(complaint)

    def _nothing(self, complaint: str) -> Unavailable:
        return Unavailable(f"{self.python} did not start: {_last_line(complaint)}", HINT)


def _last_line(complaint: str) -> str:
    return complaint.rpartition("\n")[2] or "it said nothing"


def _scratch() -> Path:
    return Path(tempfile.gettempdir()) / f"studyapp-{secrets.token_hex(8)}"
