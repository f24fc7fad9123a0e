"""What stands between a snippet and the rest: raised in its process, tried out at the start."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple, Sequence, Tuple  # noqa: UP035  Python 3.9

from . import filters, kernel, landlock, namespaces
from .processes import kill
from .scratch import ENTRIES

NOBODY = 65534
SHARED_MEMORY = "/dev/shm"  # noqa: S108  a private one, in namespaces

_DEVICES = ("null", "zero", "full", "random", "urandom")
_FACTS = ("self", "cpuinfo", "meminfo", "stat", "filesystems", "sys/vm/overcommit_memory")


class Walls(NamedTuple):
    """Which walls to raise, beside the limits; what can't be raised is an `OSError`."""

    namespaces: bool = False
    """Each run in a process namespace of its own."""
    landlock: int = 0
    """The Landlock ABI whose rights close the files; 0: what lies open is chosen otherwise."""
    filtered: str = ""
    """`kernel`: calls that lead around other walls are refused, on the processors known here;
    `outside`: also those that reach beyond, where no namespace ends; empty: none is."""
    scratch: str = ""
    """The one folder to write in."""
    readable: Tuple[str, ...] = ()  # noqa: UP006  Python 3.9
    """Files and folders to read, for Landlock."""
    stranger: bool = False
    """Whether root becomes nobody."""


def fork(walls: Walls) -> tuple[int, int]:
    """As `os.fork`: (0, 0) in the child, else the child and whom to kill to end it."""
    if walls.namespaces:
        return namespaces.fork()
    child = os.fork()
    return child, child


def leave_root(walls: Walls) -> None:
    """Where root runs this: become nobody, who may signal and change nothing of anyone's.

    Reading stays: this Python may lie below root's own home.
    """
    if not walls.stranger or os.geteuid() != 0:
        return
    kernel.keep_capabilities()
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)
    kernel.set_capabilities(kernel.MAY_READ_ALL)


def prepare(walls: Walls) -> None:
    """Make the folders to write in ready, for whom `leave_root` becomes."""
    for folder in (walls.scratch, SHARED_MEMORY) if walls.namespaces else (walls.scratch,):
        if walls.namespaces:
            kernel.limit_entries(folder, ENTRIES)
        if walls.stranger and os.geteuid() == 0:
            os.chown(folder, NOBODY, NOBODY)


def confine(walls: Walls) -> None:
    """Raise the walls around this process, for good."""
    if walls.namespaces:  # only the zygote makes them
        kernel.set_capabilities(kernel.MAY_READ_ALL if walls.stranger else 0)
    if walls.landlock:
        landlock.confine(walls.landlock, _readable(walls), _writable(walls))
    if walls.filtered and filters.known():
        outside = walls.filtered == "outside"
        filters.restrict(outside=outside, signals=outside and walls.landlock < landlock.SCOPES)


def try_out(walls: Walls) -> None:
    """Raise them in a process that does nothing else.

    Raises:
        SystemExit: they do not stand on this kernel; the message says why.
    """
    if walls.landlock > landlock.abi():
        raise SystemExit(f"Landlock here is version {landlock.abi()}; it takes {walls.landlock}")
    if walls.filtered == "outside" and not filters.known():
        raise SystemExit("system calls can't be filtered on this processor")
    try:
        child, first = fork(walls)
        if child == 0:
            _try(walls)
        _, status = os.waitpid(child, 0)
        if first != child:
            kill(first)
            os.waitpid(first, 0)
    except OSError as error:
        raise SystemExit(str(error)) from error
    if status:
        raise SystemExit("its walls can't be raised")


def _try(walls: Walls) -> None:
    status = 1
    try:
        leave_root(walls)
        confine(walls)
        status = 0
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        sys.stderr.flush()
    finally:
        os._exit(status)


def _readable(walls: Walls) -> Sequence[str]:
    return (*walls.readable, *(f"/proc/{name}" for name in _FACTS), "/sys/devices/system")


def _writable(walls: Walls) -> Sequence[str]:
    graphics = map(str, Path("/dev").glob("nvidia*"))
    return (walls.scratch, *(f"/dev/{name}" for name in _DEVICES), *graphics)
