"""One file of the library as the index keeps it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from studyapp.library.index.brief import brief, flat
from studyapp.library.index.prints import Print, digest_of, look
from studyapp.library.index.sealing import sealed
from studyapp.library.index.sought import sought
from studyapp.library.reading import parsed, parsed_all, read_raw, unreadable
from studyapp.notes import SYNTAX, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from studyapp.library.index.brief import Flat
    from studyapp.notes import Note, Syntax


_AT_ONCE = 1_000_000
"""Bytes of files that are taken through the steps together: a note takes ten times as much."""


class Row(NamedTuple):
    """A note: its print, the digest of its bytes, itself in brief and whole.

    `topics` are its title and the headings above its fences, `sought` what it is found by, sealed.
    """

    path: str
    print: Print
    digest: bytes
    brief: Flat
    whole: bytes
    topics: str
    sought: bytes


class _File(NamedTuple):
    """What was found at a path."""

    path: str
    print: Print
    raw: bytes


def read_rows(root: Path, paths: Iterable[str], syntax: Syntax) -> Iterator[Row | Problem]:
    """Read and parse the notes at `paths` below `root`, or say why one can't be read, in order.

    All of them take one step before any takes the next: what a step runs stays in the processor's
    caches, which saves a tenth of the time.
    """
    files: list[_File | Problem] = []
    size = 0
    for path in paths:
        files.append(one := _file(root, path))
        size += 0 if isinstance(one, Problem) else one.print.size
        if size > _AT_ONCE:
            yield from _rows(files, syntax)
            files, size = [], 0
    yield from _rows(files, syntax)


def read_row(root: Path, path: str, syntax: Syntax) -> Row | Problem:
    """Read and parse the note at `path` below `root`, or say why it can't be read."""
    return next(read_rows(root, [path], syntax))


def _file(root: Path, path: str) -> _File | Problem:
    try:
        before = look(f"{root}/{path}")  # what is written meanwhile will not look like this
    except OSError as error:
        return unreadable(root / path, path, error)
    raw = read_raw(root, path)
    return raw if isinstance(raw, Problem) else _File(path, before, raw)


def _rows(files: Sequence[_File | Problem], syntax: Syntax) -> Iterator[Row | Problem]:
    read = [one for one in files if isinstance(one, _File)]
    notes = iter(parsed_all([(one.raw, one.path) for one in read], syntax))
    for one in files:
        if isinstance(one, Problem):
            yield one
        else:
            yield _row(next(notes), one.print, digest_of(one.raw))


def spoilt(root: Path, path: str) -> Row | Problem:
    """A row for a note that ended the process which parsed it: it is listed, and empty."""
    try:
        before = look(root / path)
    except OSError as error:
        return unreadable(root / path, path, error)
    problem = Problem(path, 0, "the parser could not survive this note", "look for odd markup")
    return _row(replace(parsed(b"", path, SYNTAX), problems=(problem,)), before, b"")


def _row(note: Note, print_: Print, digest: bytes) -> Row:
    from studyapp.library.index.packing import pack  # noqa: PLC0415  only who has read packs

    short = flat(brief(note, digest))
    words = sealed(tuple(sought(note)))
    return Row(note.path, print_, digest, short, pack(note), topics(note), words)


def topics(note: Note) -> str:
    """What a note's code is about: its title and the headings above its fences, a line each."""
    trails = [one.trail for one in note.snippets]
    return "\n".join(dict.fromkeys([note.title, *(head for trail in trails for head in trail)]))
