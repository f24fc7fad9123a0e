"""Workers that read many notes, so that the app stays quick and outlives the parser."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import deque
from contextlib import contextmanager, suppress
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING

from studyapp.library.index.rows import Row, read_row, spoilt
from studyapp.library.index.worker import LENGTH, spelled, unframed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from studyapp.notes import Problem, Syntax

MOST = 4
"""With more workers, the thread that files what they read is what they wait for."""
WORTH = 200
"""So many notes are worth another worker's start."""
# Without -P a `yaml.py` in the folder of notes would be imported.
WORKER = (sys.executable, "-P", "-m", "studyapp.library.index.worker")
_HANDFUL = 32  # notes that a worker is given at once, so that it need not wait
_BUFFER = 1 << 16  # bytes, as much as a pipe holds: about what a handful answers
_CRASHES = {-signal.SIGSEGV, -signal.SIGABRT, -signal.SIGILL, -signal.SIGFPE}
if sys.platform != "win32":
    _CRASHES.add(-signal.SIGBUS)


def read_all(
    root: Path, paths: Sequence[str], syntax: Syntax, command: Sequence[str] = WORKER
) -> Iterator[Row | Problem]:
    """Read notes below `root`, in no order; one that ends its worker is `spoilt`."""
    found: SimpleQueue[Row | Problem] = SimpleQueue()
    left = deque(paths)
    number = min(MOST, os.cpu_count() or 1, 1 + len(paths) // WORTH)
    tend = partial(_tend, root, left, found, syntax, command)
    for _ in range(number):
        Thread(target=tend, name="index", daemon=True).start()
    try:
        for _ in range(len(paths)):
            yield found.get()
    finally:
        left.clear()


def _tend(
    root: Path,
    left: deque[str],
    found: SimpleQueue[Row | Problem],
    syntax: Syntax,
    command: Sequence[str],
) -> None:
    """Keep one worker busy, and another if that one dies."""
    alone: deque[str] = deque()  # of a handful that ended a worker: each by itself tells which did
    while left or alone:
        handful: deque[str] = deque()
        with _worker([*command, str(root), spelled(syntax)]) as process:
            while process and (handful := _taken(left, alone)) and _done(process, handful, found):
                pass
        if len(handful) > 1:
            alone.extend(handful)
        elif handful:
            path = handful.popleft()
            crashed = process is not None and process.returncode in _CRASHES
            found.put(spoilt(root, path) if crashed else read_row(root, path, syntax))
        elif process is None:
            with suppress(IndexError):  # another thread took the last
                found.put(read_row(root, (alone or left).popleft(), syntax))


def _taken(left: deque[str], alone: deque[str]) -> deque[str]:
    if alone:
        return deque([alone.popleft()])
    handful: deque[str] = deque()
    with suppress(IndexError):
        while len(handful) < _HANDFUL:
            handful.append(left.popleft())
    return handful


def _done(
    process: subprocess.Popen[bytes], handful: deque[str], found: SimpleQueue[Row | Problem]
) -> bool:
    """Have a handful read; false if the worker died, at one of those that are left in it."""
    assert process.stdin is not None and process.stdout is not None  # noqa: S101, PT018  pipes both
    try:
        process.stdin.write(b"".join([*map(_line, handful), b"\n"]))
        process.stdin.flush()
    except OSError:
        return False
    while handful:
        frame = _frame(process.stdout)
        if frame is None:
            return False
        found.put(unframed(frame))
        handful.popleft()
    return True


def _line(path: str) -> bytes:
    return path.encode().replace(b"\n", b"\0") + b"\n"


def _frame(stream: IO[bytes]) -> bytes | None:
    length = stream.read(LENGTH)
    data = stream.read(int.from_bytes(length)) if len(length) == LENGTH else b""
    return data if data and len(data) == int.from_bytes(length) else None


@contextmanager
def _worker(command: Sequence[str]) -> Iterator[subprocess.Popen[bytes] | None]:
    """A worker, gone at the end; None where no process can be started."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=_BUFFER,
            start_new_session=True,
        )
    except OSError:
        yield None
        return
    with suppress(BrokenPipeError), process:  # leaving closes its stdin, and waits
        yield process
