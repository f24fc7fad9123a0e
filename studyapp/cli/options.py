"""What the verbs have in common: the clock, the library, the form of the answer."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from studyapp.library.library import Library
from studyapp.library.paths import default_library, device_name, library_root, settings_file
from studyapp.library.settings import Settings, read_own

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")
DATE_ONLY = len("2026-11-23")


class Moment(click.ParamType[datetime]):
    """An ISO 8601 time; without an offset it is local, without a time it is noon."""

    name = "iso-time"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """Read the time.

        Raises:
            click.BadParameter: it is no ISO 8601 time.
        """
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
            if len(value) == DATE_ONLY:
                moment = moment.replace(hour=12)
            return moment if moment.tzinfo else moment.astimezone()
        except (ValueError, OverflowError):
            self.fail(f"{value!r} is no ISO time such as 2026-11-23T09:30", param, ctx)


def clock(verb: F) -> F:
    """Give a verb `--now`."""
    return click.option(
        "--now",
        type=Moment(),
        default=lambda: datetime.now().astimezone(),
        metavar="ISO-TIME",
        help="Take this for the present moment.",
    )(verb)


def as_json(verb: F) -> F:
    """Give a verb `--json`."""
    return click.option("--json", "json", is_flag=True, help="Print one JSON document.")(verb)


def library_argument(verb: F) -> F:
    """Let a verb take the library as its argument."""
    return click.argument("library", required=False, type=click.Path(path_type=Path))(verb)


def library_option(verb: F) -> F:
    """Let a verb with arguments of its own take the library as an option."""
    return click.option(
        "--library", type=click.Path(path_type=Path), metavar="FOLDER", help="The notes' folder."
    )(verb)


def own_settings() -> Settings:
    """The person's settings; what can't be used in them is said on stderr."""
    settings, problems = read_own(settings_file())
    for problem in problems:
        click.echo(str(problem), err=True)
    return settings


def located(folder: Path | None) -> Library:
    """The library that a command means, not yet read.

    Raises:
        click.ClickException: there is no such folder.
    """
    named = folder or default_library(os.environ, own_settings().library, Path.cwd())
    if not named.is_dir():
        kind = "is a file, not a folder of notes" if named.exists() else "does not exist"
        raise click.ClickException(f"{named} {kind}")
    return Library(*library_root(named), device_name())


def opened(folder: Path | None, now: datetime) -> Library:
    """The library that a command means, read; its problems are said on stderr."""
    library = located(folder)
    snapshot = library.open(now)
    for problem in snapshot.problems:
        click.echo(str(problem), err=True)
    for event in snapshot.pending:
        click.echo(f"{event.note}: next_review was moved by hand to {event.due}", err=True)
    for path in library.foreign():
        message = "another tool changed its review values; nothing is written to it"
        click.echo(f"{path}: {message} (open the app to choose whose stay)", err=True)
    return library
