"""Notes tied to the outlines that ask for them: the links, and the way back."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp.library.files import Changed
from studyapp.library.files import replace as put_in_place
from studyapp.library.outlines import FOLDER
from studyapp.library.writing import write
from studyapp.notes import Spliced, Waits
from studyapp.notes.page import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from studyapp.library.snapshot import Snapshot
    from studyapp.notes.listed import Question


@dataclass(frozen=True, slots=True)
class Linked:
    """An outline into which a link was put: what it held before, and what since then."""

    file: Path
    before: bytes
    after: bytes

    def undo(self) -> bool:
        """Put the old bytes back, if nobody has changed the file since. Raises OSError."""
        try:
            put_in_place(self.file, self.after, self.before)
        except Changed:
            return False
        return True


def link_note(
    place: Path, outline: str, question: Question, root: Path, note: str
) -> Linked | Waits:
    """Link a question of an outline at `place` to a note of the library at `root`."""
    from studyapp.notes.linking import link_question  # noqa: PLC0415  it brings the parser

    folder = place if place.is_dir() else place.parent
    file = (folder / outline).resolve()
    target = os.path.relpath((root / note).resolve(), file.parent).replace(os.sep, "/")
    read: list[bytes] = []

    def change(raw: bytes) -> Spliced | Waits:
        read.append(raw)
        return link_question(raw, question, target)

    done = write(folder.resolve(), outline, change)
    if isinstance(done, Waits):
        return replace(done, hint="" if "grade" in done.hint else done.hint)
    return Linked(file, read[-1], done.data)


def promised(place: Path, outline: str, question: Question, root: Path) -> tuple[str, str] | None:
    """The folder and the name of the note that a link waits for, if that lies in the library."""
    folder = place if place.is_dir() else place.parent
    path = os.path.relpath((folder / outline).parent / question.target, root).replace(os.sep, "/")
    if not question.target.endswith(".md") or path.startswith("../"):
        return None
    deck, _, name = path.rpartition("/")
    return deck, name


def folder_for(snapshot: Snapshot, outline: str, groups: Iterable[Sequence[str]]) -> str:
    """The folder for a new note: that of most notes in the first of `groups` that has any.

    `groups` are paths of notes, those of the question's chapter first. Where there are none, it
    is the folder called as the outline is.
    """
    for paths in groups:
        folders = Counter(path.rpartition("/")[0] for path in paths)
        if folders:
            return folders.most_common(1)[0][0]
    name = stem(outline).replace(" ", "_")
    known = {path.rpartition("/")[0] for path in snapshot.notes}
    return next((folder for folder in known if folder.rpartition("/")[2] == name), name)


def named(place: Path, outline: str, root: Path, folder: str) -> str:
    """How a note in a folder names an outline: by its name, where they lie as is usual."""
    above = place if place.is_dir() else place.parent
    if above.name == FOLDER:
        return outline
    return os.path.relpath((above / outline).resolve(), (root / folder).resolve()).replace(
        os.sep, "/"
    )
