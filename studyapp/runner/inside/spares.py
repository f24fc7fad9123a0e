"""Children forked ahead: each waits, behind its walls, for the one request that it serves."""

from __future__ import annotations

import os
import signal
from typing import Iterable, NamedTuple  # noqa: UP035  Python 3.9

from . import child, walls
from .processes import kill


class Spare(NamedTuple):
    """A child that waits for its request, and our ends of its pipes."""

    pid: int
    first: int
    """Whom to kill to end it: itself, or the first of its namespace, with all that it started."""
    request: int
    events: int
    output: int

    def kill(self) -> None:
        """End it at once."""
        kill(self.first)

    def drop(self) -> None:
        """End it unused."""
        self.kill()
        os.waitpid(self.pid, 0)
        if self.first != self.pid:
            os.waitpid(self.first, 0)  # the first of a namespace goes last
        self.close()

    def close(self) -> None:
        """Let go of the pipes."""
        for descriptor in self[2:]:
            os.close(descriptor)


def fork(terms: child.Terms, private: Iterable[int]) -> Spare:
    """A child that serves one request; it closes the `private` descriptors."""
    request, request_in = os.pipe()
    events, events_in = os.pipe()
    output, output_in = os.pipe()
    parent = os.getpid()
    pid, first = walls.fork(terms.walls)
    if pid == 0:
        signal.set_wakeup_fd(-1)
        for descriptor in (*private, request_in, events, output):
            os.close(descriptor)
        child.serve(child.Pipes(request, events_in, output_in), terms, parent)
    for descriptor in (request, events_in, output_in):
        os.close(descriptor)
    return Spare(pid, first, request_in, events, output)
