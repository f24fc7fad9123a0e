"""An app that a server started, which leaves if that server is killed and can't tell it to."""

from __future__ import annotations

import os
import signal
import time
from threading import Thread

_EVERY = 1.0
"""Seconds between two looks."""


def leave_with(server: int) -> None:
    """Have this process end, as by a signal, once its parent is `server` no longer."""
    Thread(target=_leave_with, args=(server,), name="server", daemon=True).start()


def _leave_with(server: int) -> None:
    while os.getppid() == server:
        time.sleep(_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
