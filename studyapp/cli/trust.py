"""Whose code may run without being asked about: `trust`, remembered by path and owner."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studyapp.cli import output
from studyapp.cli.opened import disk, located, own_settings
from studyapp.cli.options import as_json, examples, library_argument
from studyapp.library.own import change_own
from studyapp.library.paths import library_root, settings_file

if TYPE_CHECKING:
    from collections.abc import Iterable

_ENTRY = re.compile(r"(?P<path>.+) \(owner (?P<owner>\d+)\)")


@click.command(
    epilog=examples(
        "studyapp trust ~/notes", "studyapp trust ~/notes --remove", "studyapp trust --list"
    )
)
@library_argument
@click.option("--remove", is_flag=True, help="Trust it no more.")
@click.option("--list", "listed", is_flag=True, help="List the folders that are trusted.")
@as_json
def trust(library: Path | None, remove: bool, listed: bool, json: bool) -> None:
    """Let the code of LIBRARY run without being asked: its demos run when an answer is shown.

    It is remembered by its full path and the owner of the folder; if either changes, it is
    trusted no more. A sandbox holds the code as before.
    """
    entries = own_settings().trusted
    if not listed:
        root, _ = library_root(located(library))
        change = without if remove else added
        try:
            change_own(
                settings_file(), "trusted", lambda own: list(change(own.trusted, root)), disk()
            )
        except OSError as error:
            raise click.ClickException(f"{settings_file()}: {error.strerror or error}") from error
        entries = change(entries, root)
    if json:
        output.emit([str(_read(entry)[0]) for entry in entries])
    elif listed:
        if not entries:
            output.say("no folder is trusted")
        for entry in entries:
            output.line(entry if _holds(entry) else f"{entry}  (no longer: {_why_not(entry)})")
    else:
        output.line(f"{root} is {'no longer trusted' if remove else 'trusted'}")


def is_trusted(root: Path, entries: Iterable[str]) -> bool:
    """Whether a library lies in a folder that is trusted, and still is whose it was."""
    return any(root.is_relative_to(_read(entry)[0]) and _holds(entry) for entry in entries)


def added(entries: Iterable[str], root: Path) -> tuple[str, ...]:
    """The entries with `root` among them, as it is owned now."""
    return (*without(entries, root), f"{root} (owner {root.stat().st_uid})")


def without(entries: Iterable[str], root: Path) -> tuple[str, ...]:
    """The entries but those that name `root` itself."""
    return tuple(entry for entry in entries if _read(entry)[0] != root)


def _read(entry: str) -> tuple[Path, int]:
    """The folder and its owner; one written by hand, without an owner, is the person's own."""
    found = _ENTRY.fullmatch(entry)
    path = Path(found["path"] if found else entry).expanduser().resolve()
    return path, int(found["owner"]) if found else _person()


def _holds(entry: str) -> bool:
    return not _why_not(entry)


def _why_not(entry: str) -> str:
    path, owner = _read(entry)
    try:
        return "" if path.stat().st_uid == owner else "it is another user's now"
    except OSError as error:
        return error.strerror or str(error)


def _person() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0
