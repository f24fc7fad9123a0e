"""The processes below this one, by the kernel's own list; empty where there is no `/proc`."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path

_PROC = Path("/proc")
_ROUNDS = 200


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
    """Kill all below this process, and reap what it has to reap.

    Goes on until none is left, since a dying tree may still be forking.
    """
    for _ in range(_ROUNDS):
        for pid in descendants():
            kill(pid)
        if not _reap_all():
            return


def kill(pid: int) -> None:
    """End a process at once, if it is still there."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


def _reap_all() -> bool:
    """Wait for one child and for every other that has ended; False when there are none."""
    try:
        os.waitpid(-1, 0)
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
