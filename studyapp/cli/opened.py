"""The library that a command means, read by the person's settings; what it says goes to stderr."""

from __future__ import annotations

import locale
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studyapp.cli import output
from studyapp.library.disk import DISK, Disk
from studyapp.library.paths import (
    default_library,
    device_name,
    index_file,
    library_root,
    settings_file,
)
from studyapp.library.settings import Settings, read_own

if TYPE_CHECKING:
    from datetime import datetime

    from studyapp.library.library import Library
    from studyapp.notes import Problem

_SETTINGS = "studyapp.settings"


def own_settings() -> Settings:
    """The person's settings, read once; what can't be used in them is said on stderr."""
    return _own()[0]


def own_problems() -> list[Problem]:
    """What can't be used of the person's settings."""
    return _own()[1]


def _own() -> tuple[Settings, list[Problem]]:
    told = click.get_current_context().meta
    if _SETTINGS not in told:
        told[_SETTINGS] = read_own(settings_file())
        for problem in told[_SETTINGS][1]:
            output.say(str(problem))
    settings, problems = told[_SETTINGS]
    return settings, problems


def located(folder: Path | None) -> Path:
    """The folder of the library that a command means.

    Raises:
        click.ClickException: there is no such folder.
    """
    try:
        named = folder or default_library(os.environ, own_settings().library, Path.cwd())
    except OSError as error:
        message = f"the bundled decks can't be copied to {error.filename}: {error.strerror}"
        raise click.ClickException(message) from error
    if not named.is_dir():
        kind = "is a file, not a folder of notes" if named.exists() else "does not exist"
        raise click.ClickException(f"{named} {kind}")
    return named


def disk() -> Disk:
    """What the command writes to: the disk, unless whoever calls `main` hands it another."""
    return click.get_current_context().find_object(Disk) or DISK


def library_at(folder: Path, disk: Disk, language: str = "") -> Library:
    """The library at a folder, not yet read, which is written to `disk`.

    Of bundled decks that ask the same, that in the person's `language` is asked.
    """
    from studyapp.cli.bundled import unasked  # noqa: PLC0415  the app paints before it
    from studyapp.library.library import Library  # noqa: PLC0415  as above

    root, under = library_root(folder)
    library = Library(root, under, device_name(), index_file(root), disk)
    library.unasked = () if under else unasked(root, language or spoken())
    return library


def spoken() -> str:
    """The person's locale, such as `zh_CN.UTF-8`, installed or not, or nothing."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, named), locale.getlocale()[0] or "")


def read(folder: Path | None, now: datetime) -> Library:
    """The library that a command means, read.

    Raises:
        click.ClickException: there is none, or it can't be read.
    """
    library = library_at(located(folder), disk(), own_settings().language)
    try:
        library.open(now)
    except OSError as error:
        place = error.filename or library.root
        raise click.ClickException(f"{place} can't be read: {error.strerror or error}") from error
    return library


def opened(folder: Path | None, now: datetime) -> Library:
    """The library that a command means, read; its problems are said on stderr.

    Raises:
        click.ClickException: there is none, or it can't be read.
    """
    library = read(folder, now)
    for problem in library.snapshot.problems:
        output.say(str(problem))
    return library


def reviewed(folder: Path | None, now: datetime) -> Library:
    """A library opened for reading: what writing would settle first is said on stderr."""
    library = opened(folder, now)
    tell_unsettled(library)
    return library


def tell_unsettled(library: Library) -> None:
    """Say on stderr what writing would settle first, and what the person is to settle."""
    for event in library.snapshot.pending:
        output.say(f"{event.note}: next_review was moved by hand to {event.due}")
    for path in library.stale():
        output.say(f"{path}: its review values are behind the journal; the next grade mends them")
    tell_rebinds(library)
    tell_foreign(library)


def tell_rebinds(library: Library) -> None:
    """Name on stderr the cards that were reworded or moved, surely or perhaps."""
    snapshot = library.snapshot
    for one in snapshot.rebinds:
        place = f"{one.new.note}:{one.new.line}"
        output.say(f"{place}: goes on with the history of `{one.old.question}`")
    for one in snapshot.doubts:
        place = f"{one.new.note}:{one.new.line}"
        output.say(f"{place}: may be `{one.old.question}`, reworded (open the app to say)")


def tell_foreign(library: Library) -> None:
    """Name on stderr the notes that another tool rewrote."""
    for path in library.foreign():
        message = "another tool changed its review values; nothing is written to it"
        output.say(f"{path}: {message} (open the app to choose whose stay)")
