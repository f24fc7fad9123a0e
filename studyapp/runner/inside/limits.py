"""What a child may use, set in the child before any of the snippet's code runs."""

from __future__ import annotations

import math
import os
import platform
import re
import signal
import sys

from . import kernel

if sys.platform != "win32":
    import resource

GIB = 1 << 30
MIB = 1 << 20

ADDRESS_SPACE = 4 * GIB
FILE_SIZE = 64 * MIB
FILES = 256
PROCESSES = 64

_COUNTED_APART = (5, 14)
"""The first Linux that counts the processes of a user namespace by themselves."""


def restrict(deadline: float, *, cuda: bool, alone: bool) -> None:
    """Lower this process's limits for good.

    CUDA reserves address space by the hundred GiB, so only without it is that capped. Where the
    processes of the user's own session count too (not `alone`), their number is left to the
    supervisor, which counts the snippet's tree.
    """
    processor = math.ceil(deadline) + 1
    caps = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: processor,
        resource.RLIMIT_FSIZE: FILE_SIZE,
        resource.RLIMIT_NOFILE: FILES,
    }
    if not cuda:
        caps[resource.RLIMIT_AS] = ADDRESS_SPACE
    if alone and _counted_apart():
        caps[resource.RLIMIT_NPROC] = PROCESSES
    for kind, cap in caps.items():
        _, hard = resource.getrlimit(kind)
        most = cap if hard == resource.RLIM_INFINITY else min(cap, hard)
        resource.setrlimit(kind, (most, most))


def die_with_parent(parent: int) -> None:
    """Have the kernel kill this process when its parent, known as `parent`, ends."""
    kernel.die_with_parent(signal.SIGKILL)
    if os.getppid() != parent:  # it ended before the call above
        os._exit(1)


def _counted_apart() -> bool:
    if sys.platform != "linux":
        return True
    version = tuple(map(int, re.findall(r"\d+", platform.release())[:2]))
    return version >= _COUNTED_APART
