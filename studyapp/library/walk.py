"""The markdown files of a folder."""

from __future__ import annotations

import os
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from studyapp.library.files import is_temporary
from studyapp.library.litter import unfinished
from studyapp.library.paths import MARK, REPORTS
from studyapp.notes import Problem

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

SUFFIXES = (".md", ".markdown")
# Written for tools, not for study. A README may be a list of questions: the parser decides.
NOT_NOTES = frozenset({"claude.md", "agents.md"})
_NUMBER = re.compile(r"\d+")


Look = tuple[int, int, int]
"""A file's size, and the times at which it and its entry were changed, in nanoseconds."""


@dataclass(slots=True)
class Found:
    """What a walk met: notes, unfinished writes of ours, folders that can't be read.

    Paths are relative to the root, with slashes; `looks` has the notes in no order, as they were
    seen after the moment `met`, in nanoseconds.
    """

    looks: dict[str, Look] = field(default_factory=dict)
    temporaries: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    met: int = field(default_factory=time.time_ns)

    @property
    def notes(self) -> list[str]:
        """The notes in natural order."""
        return sorted(self.looks, key=natural)


def walk(root: Path) -> Found:
    """Find the notes below `root`.

    Hidden files and folders are left out; links to folders are not followed, since they can lead
    in circles.
    """
    found = Found()
    links: dict[str, os.DirEntry[str]] = {}
    _visit(str(root), "", found, links)
    for own in (root / MARK, root / MARK / REPORTS):
        found.temporaries += [one.relative_to(root).as_posix() for one in unfinished(own)]
    files = frozenset(found.looks)
    for path, entry in links.items():
        _follow(root, path, entry, files, found)
    return found


def _visit(folder: str, prefix: str, found: Found, links: dict[str, os.DirEntry[str]]) -> None:
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        message = f"the folder can't be read: {error.strerror}"
        found.problems.append(Problem(prefix or ".", 0, message, "check its rights"))
        return
    for entry in entries:
        name = entry.name
        path = prefix + name
        if name.startswith("."):
            if is_temporary(name) and entry.is_file(follow_symlinks=False):
                found.temporaries.append(path)
        elif not (name.isascii() or _is_text(name)):
            shown = os.fsencode(path).decode("utf-8", "replace")
            found.problems.append(Problem(shown, 0, "its name is not UTF-8 text", "rename it"))
        elif entry.is_dir(follow_symlinks=False):
            _visit(entry.path, f"{path}/", found, links)
        elif (lower := name.lower()).endswith(SUFFIXES) and lower not in NOT_NOTES:
            if entry.is_symlink():
                links[path] = entry
            else:
                found.looks[path] = _look(entry)


def _look(entry: os.DirEntry[str]) -> Look:
    try:
        status = entry.stat()
    except OSError:
        return -1, 0, 0  # as no file looks
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns


def _follow(
    root: Path, link: str, entry: os.DirEntry[str], files: Collection[str], found: Found
) -> None:
    """Count a link as a note unless it is a second name of one."""
    target = os.path.realpath(root / link)
    below = os.path.relpath(target, os.path.realpath(root)).replace(os.sep, "/")
    if below not in files:
        found.looks[link] = _look(entry)
        return
    message = f"it is a link to {below}, which is studied there"
    found.problems.append(Problem(link, 0, message, "remove the link or leave it"))


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def natural(path: str) -> str:
    """A sort key that goes folder by folder and puts chapter 2 before chapter 10."""
    return _NUMBER.sub(_by_value, path.casefold().replace("/", "\0"))


def _by_value(number: re.Match[str]) -> str:
    """A number so that texts of it sort as its values do, and before any letter."""
    digits = str(int(number[0]))
    return f"\1{len(digits):03}{digits}"
