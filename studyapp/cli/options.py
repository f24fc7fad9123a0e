"""What the verbs are given in common: the clock, the library, the form of the answer."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable


F = TypeVar("F", bound="Callable[..., Any]")
NOON = time(12)
YEARS = range(1900, 9000)
"""What a person can mean by the present, with room for what is planned from it."""


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
            moment = _moment(value)
        except (ValueError, OverflowError):
            self.fail(f"{value!r} is no ISO time such as 2026-11-23T09:30", param, ctx)
        if moment.year not in YEARS:
            self.fail(f"{value!r} is not between {YEARS[0]} and {YEARS[-1]}", param, ctx)
        return moment


def _moment(text: str) -> datetime:
    try:
        moment = datetime.combine(date.fromisoformat(text), NOON)
    except ValueError:
        moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.astimezone()


def examples(*lines: str) -> str:
    """Command lines to show below a verb's options."""
    return "\n".join(["\b", f"Example{'s' if lines[1:] else ''}:", *(f"  {one}" for one in lines)])


def clock(verb: F) -> F:
    """Give a verb `--now`."""
    return click.option(
        "--now",
        type=Moment(),
        default=lambda: datetime.now().astimezone(),
        metavar="ISO-TIME",
        help="Take this for the present moment; a date alone means its noon.",
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
        "--library",
        type=click.Path(path_type=Path),
        metavar="FOLDER",
        help="The notes' folder; else $STUDYAPP_LIBRARY, the setting, ./decks, the bundled decks.",
    )(verb)
