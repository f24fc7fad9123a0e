"""Forks into a process namespace of its own, out of which nothing outside can be signalled."""

from __future__ import annotations

import os
import signal
from typing import NoReturn

from . import kernel

_DESCRIPTORS = 1 << 10


def fork() -> tuple[int, int]:
    """As `os.fork`, but (0, 0) in the child; else the child, and what ends it with all it starts.

    The second is the namespace's first process: the kernel ends every other one along with it.
    Raises OSError where this process may not make namespaces.
    """
    kernel.part_processes()
    try:
        child, first = _pair()
    except OSError:
        kernel.rejoin_processes()
        raise
    if child:
        kernel.rejoin_processes()
    return child, first


def _pair() -> tuple[int, int]:
    first = os.fork()
    if first == 0:
        _stay()
    child = os.fork()
    return child, first if child else 0


def _stay() -> NoReturn:
    """The namespace's first process: it holds nothing open, and waits to be killed."""
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # whoever is orphaned to it leaves no zombie
    os.closerange(0, _DESCRIPTORS)
    while True:
        signal.pause()
