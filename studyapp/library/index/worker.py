"""A process that reads notes: what it is given on stdin, a path a line, it answers on stdout.

Run as `python -m studyapp.library.index.worker ROOT SYNTAX`. It answers at each empty line: to be
woken for each note would cost its reader more than the answer. A frame is four bytes of length
and a marshalled tuple. The markdown parser may end this process, never the app.
"""

from __future__ import annotations

import gc
import json
import marshal
import sys
from dataclasses import astuple
from pathlib import Path
from typing import Any

from studyapp.library.index.brief import Flat
from studyapp.library.index.prints import Print
from studyapp.library.index.rows import Row, read_rows
from studyapp.notes import Problem, Syntax

LENGTH = 4


def spelled(syntax: Syntax) -> str:
    """A syntax as an argument of this program."""
    return json.dumps(astuple(syntax))


def framed(found: Row | Problem) -> bytes:
    """A row, or why there is none, as a frame."""
    if isinstance(found, Row):
        brief: tuple[Any, ...] = tuple(found.brief)
        print_ = tuple(found.print)
        own = found.whole, found.topics, found.sought
        data = marshal.dumps((found.path, print_, found.digest, brief, *own))
    else:
        data = marshal.dumps((found.path, found.line, found.message, found.hint))
    return len(data).to_bytes(LENGTH) + data


def unframed(data: bytes) -> Row | Problem:
    """What a frame holds behind its length."""
    path, second, *rest = marshal.loads(data)  # noqa: S302  from our own process, and it runs nothing
    if isinstance(second, tuple):
        digest, flat, whole, topics, words = rest
        print_ = Print(*second)
        return Row(path, print_, digest, Flat._make(flat), whole, topics, words)
    return Problem(path, second, *rest)


def main() -> None:
    """Answer until stdin ends."""
    gc.disable()  # it would take a sixth of the time, and a note leaves few cycles behind
    root, syntax = Path(sys.argv[1]), Syntax(*json.loads(sys.argv[2]))
    paths: list[str] = []
    for line in sys.stdin.buffer:
        if path := line[:-1].replace(b"\0", b"\n").decode():
            paths.append(path)
        else:
            sys.stdout.buffer.write(b"".join(map(framed, read_rows(root, paths, syntax))))
            sys.stdout.buffer.flush()
            paths.clear()


if __name__ == "__main__":
    main()
