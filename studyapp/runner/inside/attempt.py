"""Calls that may fail, print or take too long, and none of that is the note's doing."""

from __future__ import annotations

import contextlib
import io
import signal
import sys
import time
import warnings
from typing import Any, Callable, Iterator  # noqa: UP035  Python 3.9

MOST_TEXT = 4096
"""Characters kept of what one guessed call prints."""

_AGAIN = 0.05
_PATIENCE = 20
"""Alarms that a call may swallow before the process is ended."""


class Late(BaseException):
    """The time is over; no Exception, so that a snippet's own handlers let it through."""


class Heard(io.StringIO):
    """What a guessed call prints, as far as it is kept."""

    def write(self, text: str) -> int:
        """Keep `text` while there is room."""
        return super().write(text[: max(0, MOST_TEXT - self.tell())]) and len(text)


class Clock:
    """The time that all guessing of one run may take together, from its first call on."""

    def __init__(self, seconds: float, give_up: Callable[[], None]) -> None:
        self._seconds = seconds
        self._end: float | None = None
        self._give_up = give_up

    @property
    def left(self) -> float:
        """Seconds."""
        return self._seconds if self._end is None else self._end - time.monotonic()

    @contextlib.contextmanager
    def limit(self, seconds: float) -> Iterator[None]:
        """Raise `Late` inside when `seconds`, or what is left, are over.

        Code that swallows even that hears it again and again, and is given up in the end.
        """
        self._end = self._end or time.monotonic() + self._seconds
        granted = min(seconds, self.left)
        if granted <= 0:
            raise Late
        swallowed = 0

        def ring(*_: Any) -> None:
            nonlocal swallowed
            swallowed += 1
            if swallowed > _PATIENCE:
                self._give_up()
            raise Late

        previous = signal.signal(signal.SIGALRM, ring)
        signal.setitimer(signal.ITIMER_REAL, granted, _AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, previous)


@contextlib.contextmanager
def overheard() -> Iterator[Heard]:
    """Keep what is printed inside, instead of printing it; no warnings, as the inputs are ours."""
    heard = Heard()
    streams = sys.stdout, sys.stderr
    sys.stdout = sys.stderr = heard
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield heard
    finally:
        sys.stdout, sys.stderr = streams
