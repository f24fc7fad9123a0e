"""Adds up what all processes of a run take together, which no limit of the kernel's does."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from .processes import descendants

if TYPE_CHECKING:
    from .scratch import Scratch

PROCESSES = 40
"""Fewer than the limit that the kernel keeps, where it does: that one a snippet may ignore."""

_PAGE = os.sysconf("SC_PAGE_SIZE")
_SHARE = 2


class Watchdog:
    """Looks at the tree below this process, and at the `scratch` that has no size of its own.

    `memory` is in bytes; where the machine itself has little, half of that is enough.
    """

    def __init__(self, memory: int, scratch: Scratch | None) -> None:
        self._memory = min(memory, _PAGE * os.sysconf("SC_PHYS_PAGES") // _SHARE)
        self._scratch = scratch

    def excess(self) -> str:
        """What is taken too much of (`processes`, `memory`, `files`), or nothing."""
        tree = descendants()
        if len(tree) > PROCESSES:
            return "processes"
        # The pages that a process has mapped are soon counted, but those shared with the zygote
        # are among them; to tell them apart takes a walk through its tables.
        if sum(map(_mapped, tree)) > self._memory and sum(map(_own, tree)) > self._memory:
            return "memory"
        if self._scratch and self._scratch.overflows():
            return "files"
        return ""


def _mapped(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_bytes().split()[1]) * _PAGE
    except (OSError, IndexError):  # it has ended
        return 0


def _own(pid: int) -> int:
    """Bytes that it takes: a page that several share counts in parts."""
    total = 0
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_bytes().splitlines()
    except OSError:  # it has ended, or this kernel does not tell
        return total
    for line in lines:
        name, _, rest = line.partition(b":")
        if name in (b"Pss", b"SwapPss"):
            total += int(rest.split()[0]) << 10
    return total
