"""The markdown files of a folder."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from studyapp.notes.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIXES = (".md", ".markdown")
# Written for tools and visitors, not for study.
NOT_NOTES = frozenset({"claude.md", "readme.md", "agents.md"})


def walk(root: Path, under: str = "") -> tuple[list[str], list[Problem]]:
    """The notes below `root`, as sorted posix paths relative to it; and the unreadable folders.

    `under` limits them to one folder. Hidden files and folders are left out; links to folders
    are not followed, since they can lead in circles.
    """
    problems: list[Problem] = []
    found = _files(root / under, f"{under}/" if under else "", problems)
    return sorted(found, key=natural), problems


def _files(folder: Path, prefix: str, problems: list[Problem]) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError as error:
        problems.append(
            Problem(prefix or ".", 0, f"the folder can't be read: {error.strerror}", "chmod u+rx")
        )
        return
    for entry in entries:
        name = entry.name
        if name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(folder / name, f"{prefix}{name}/", problems)
        elif name.lower().endswith(SUFFIXES) and name.lower() not in NOT_NOTES:
            yield prefix + name


def natural(path: str) -> list[tuple[int, int, str]]:
    """A sort key that puts chapter 2 before chapter 10."""
    return [
        (0, int(part), "") if part.isdecimal() else (1, 0, part.casefold())
        for part in re.split(r"(\d+)", path)
        if part
    ]
