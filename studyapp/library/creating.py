"""A new note, in a library's own style, under a name that nothing has."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from studyapp.library.disk import DISK
from studyapp.library.files import make
from studyapp.library.reading import read_raw
from studyapp.notes import Waits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from studyapp.library.disk import Disk
    from studyapp.library.snapshot import Snapshot
    from studyapp.notes import Note, Syntax
    from studyapp.notes.fresh import Looks

_ASKED = 12
"""Notes of a folder that are looked at for their style, its last ones."""


@dataclass(frozen=True, slots=True)
class Created:
    """A note that was made: its path, and the 1-based line where its answer ends or will."""

    path: str
    line: int


def create_note(
    root: Path,
    folder: str,
    question: str,
    answer: str,
    *,
    day: date,
    looks: Looks,
    syntax: Syntax,
    name: str = "",
    disk: Disk = DISK,
) -> Created | Waits:
    """Make a note of `question` in a folder of the library at `root`, or say why it can't be.

    The file is named after the question, or `name`, and never takes another's place. Raises
    OSError.
    """
    from studyapp.notes.fresh import fresh_note  # noqa: PLC0415  it brings the parser, 0.1 s
    from studyapp.notes.naming import file_name  # noqa: PLC0415  likewise

    if not _is_inside(root, folder):
        return Waits(f"{folder} is no folder of the library", 0, "name one below it")
    place = root / folder
    taken = [one.name for one in place.iterdir()] if place.is_dir() else []
    path = (PurePosixPath(folder) / (name or file_name(question, taken))).as_posix()
    made = fresh_note(path, question, answer, day, looks=looks, syntax=syntax)
    if isinstance(made, Waits):
        return made
    disk.make_folder(place)
    make(root / path, made.data, disk)
    return Created(path, made.line)


def looks_of(
    snapshot: Snapshot, folder: str, difficulty: str = "", outlines: Sequence[str] = ()
) -> Looks:
    """How a new note of a folder looks: the tags of most of its notes, and how they answer."""
    from studyapp.notes.fresh import Looks  # noqa: PLC0415  as above

    paths = [path for path in snapshot.notes if path.rpartition("/")[0] == folder]
    notes = [snapshot.notes[path] for path in paths[-_ASKED:]]
    tags = Counter(tag for note in notes for tag in note.metadata.tags)
    common = tuple(tag for tag, count in tags.most_common() if 2 * count > len(notes))
    return Looks(difficulty or "medium", common, tuple(outlines), _heading(snapshot, notes))


def _heading(snapshot: Snapshot, notes: Sequence[Note]) -> str:
    """The heading of the model answers, if most of the notes have one; else empty."""
    asking = [note for note in notes if note.cards]
    titled = [note for note in asking if note.cards[0].form == "title"]
    if 2 * len(titled) <= len(asking):
        return ""
    raw = read_raw(snapshot.root, titled[-1].path)
    if not isinstance(raw, bytes):
        return ""
    lines = raw.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    at = titled[-1].cards[0].line - 1
    return lines[at].strip("# \t") if at < len(lines) else ""


def _is_inside(root: Path, folder: str) -> bool:
    """Whether a folder, which need not exist, lies in the library, and is not hidden."""
    place, library = (root / folder).resolve(), root.resolve()
    if not place.is_relative_to(library):
        return False
    return not any(part.startswith(".") for part in place.relative_to(library).parts)
