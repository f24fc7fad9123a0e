"""A process that reads notes: what it is given on stdin, a path a line, it answers on stdout.

Run as `python -m studyapp.library.index.worker ROOT`. A frame is four bytes of length and a
marshalled tuple. The markdown parser may end this process, never the app.
"""

from __future__ import annotations

import gc
import marshal
import sys
from pathlib import Path

from studyapp.library.index.rows import Print, Row, read_row
from studyapp.notes import Problem

LENGTH = 4


def framed(found: Row | Problem) -> bytes:
    """A row, or why there is none, as a frame."""
    if isinstance(found, Row):
        data = marshal.dumps((found.path, tuple(found.print), *found[2:]))
    else:
        data = marshal.dumps((found.path, found.line, found.message, found.hint))
    return len(data).to_bytes(LENGTH) + data


def unframed(data: bytes) -> Row | Problem:
    """What a frame holds behind its length."""
    path, second, *rest = marshal.loads(data)  # noqa: S302  from our own process, and it runs nothing
    if isinstance(second, tuple):
        return Row(path, Print(*second), *rest)
    return Problem(path, second, *rest)


def main() -> None:
    """Answer until stdin ends."""
    gc.disable()  # it would take a sixth of the time, and a note leaves few cycles behind
    root = Path(sys.argv[1])
    for line in sys.stdin.buffer:
        path = line[:-1].replace(b"\0", b"\n").decode()
        sys.stdout.buffer.write(framed(read_row(root, path)))
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
