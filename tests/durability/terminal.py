"""The real app in a pseudo-terminal: keys are pressed, its screen is read, it is killed."""

from __future__ import annotations

import os
import re
import select
import signal
import termios
import time
from typing import TYPE_CHECKING

import pyte
from breaking import Plan

if TYPE_CHECKING:
    from pathlib import Path

    from driver import Driver

NOW = "2026-11-23T20:00+00:00"
ROWS, COLUMNS = 24, 80
PATIENCE = 60.0
_UNKNOWN = b"\x1b[<u"  # ends the kitty keyboard protocol; pyte would print its u


class App:
    """The app on a library, on a disk that breaks as planned."""

    def __init__(
        self,
        driver: Driver,
        root: Path,
        steps: Path,
        plan: Plan | None = None,
        verb: tuple[str, ...] = ("open",),
    ) -> None:
        self._master, slave = os.openpty()
        self._steps = steps
        self.sight = ""
        """The screen, as far as it was read."""
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        termios.tcsetwinsize(slave, (ROWS, COLUMNS))
        command = [*verb, str(root), "--no-run", "--now", NOW]
        self.pid = driver.show(command, os.ttyname(slave), plan or Plan(), steps)
        self.ended = False
        os.close(slave)

    def press(self, *keys: str) -> None:
        for key in keys:
            os.write(self._master, key.encode())

    def sees(self, pattern: str, patience: float = PATIENCE) -> re.Match[str] | None:
        """Wait until a pattern is on the screen; None if the app ends before."""
        until = time.monotonic() + patience
        while not (found := re.search(pattern, self.sight)):
            if self.ended:
                return None
            assert time.monotonic() < until, f"never saw {pattern!r} on:\n{self.sight}"
            self.read(0.05)
        return found

    def read(self, seconds: float) -> None:
        """Take in what the app draws; at most so long for something to come."""
        if not select.select([self._master], [], [], seconds)[0]:
            return
        try:
            data = os.read(self._master, 1 << 16)
        except OSError:  # EIO: the terminal's other end is closed
            data = b""
        self.ended = not data
        self._stream.feed(data.replace(_UNKNOWN, b""))
        self.sight = "\n".join(self._screen.display)

    def kill(self) -> None:
        """End it as a power cut would, and take in what it drew last."""
        os.kill(self.pid, signal.SIGKILL)
        while not self.ended:
            self.read(PATIENCE)

    def steps(self) -> list[str]:
        """What it did to the disk, as far as it came."""
        return self._steps.read_text("utf-8").split("\n")[:-1]

    def close(self) -> None:
        """Kill it if need be, and give the terminal back."""
        if not self.ended:
            self.kill()
        os.close(self._master)
