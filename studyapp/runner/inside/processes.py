"""The processes below this one, by the kernel's own list; empty where there is no `/proc`."""

from __future__ import annotations

import contextlib
import os
import signal
import time
from pathlib import Path

_PROC = Path("/proc")
_ROUNDS = 1000
_PAUSE = 0.001


def descendants() -> list[int]:
    """Every process below this one, parents first."""
    children: dict[int, list[int]] = {}
    for entry in os.listdir(_PROC) if _PROC.is_dir() else ():  # noqa: PTH208  names are enough
        if entry.isdigit() and (parent := _parent(int(entry))) is not None:
            children.setdefault(parent, []).append(int(entry))
    found = [os.getpid()]
    for pid in found:
        found += children.get(pid, ())
    return found[1:]


def kill_all() -> None:
    """Kill and reap all below this process, until none is left: a dying tree may still fork."""
    for _ in range(_ROUNDS):
        if not _reap():
            return
        for pid in descendants():
            kill(pid)
        time.sleep(_PAUSE)


def kill(pid: int) -> None:
    """End a process at once, if it is still there."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _reap() -> bool:
    """Reap the children that have ended; False when this process has no others."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return False
    return True


def _parent(pid: int) -> int | None:
    """The parent of a live process; a zombie has none for our purpose."""
    try:
        stat = (_PROC / str(pid) / "stat").read_bytes()
    except OSError:
        return None
    # The command, in parentheses, may hold anything: the fields start after its last one.
    state, parent = stat[stat.rfind(b")") + 2 :].split()[:2]
    return None if state == b"Z" else int(parent)
