"""What the coming days bring: `plan`, `interview`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from studyapp.cli import output
from studyapp.cli.ahead import as_facts, told
from studyapp.cli.opened import reviewed
from studyapp.cli.options import as_json, clock, examples, library_argument, library_option
from studyapp.library.settings import write_library
from studyapp.study.candidate import is_chosen
from studyapp.tui.day import day_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from studyapp.library.library import Library

OFF = "none"


class Day(click.ParamType["date | None"]):
    """A day such as 2026-12-15, or `none`."""

    name = "day"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date | None:
        """Read the day.

        Raises:
            click.BadParameter: it is no ISO 8601 day.
        """
        if value is None or value == OFF:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day such as 2026-12-15, nor `{OFF}`", param, ctx)


@click.command(epilog=examples("studyapp plan ~/notes", "studyapp plan ~/notes --json"))
@library_argument
@as_json
@clock
def plan(library: Path | None, json: bool, now: datetime) -> None:
    """Say when what is overdue is cleared and what is unseen is met, at the minutes set."""
    _tell(reviewed(library, now), now, json=json)


@click.command(
    epilog=examples("studyapp interview 2026-12-15", "studyapp interview none --library ~/notes")
)
@click.argument("day", type=Day(), metavar="DAY")
@library_option
@as_json
@clock
def interview(day: date | None, library: Path | None, json: bool, now: datetime) -> None:
    """Set the day of the interview, or call it off with `none`; say what its days are worth."""
    shelf = reviewed(library, now)
    if day is not None and day <= shelf.day(now):
        raise click.UsageError(f"{day} is not ahead of {shelf.day(now)}")
    try:
        write_library(shelf.root, "interview", day)
    except OSError as error:
        raise click.ClickException(f"the day can't be kept: {error.strerror or error}") from error
    shelf.open(now)
    _tell(shelf, now, json=json)


def _tell(shelf: Library, now: datetime, *, json: bool) -> None:
    today = day_of(shelf.snapshot, shelf.day(now), shelf.settings)
    found = today.plan()
    if json:
        output.emit(as_facts(found))
        return
    if not any(map(is_chosen, today.cards)):
        suspended = "no card is asked: all are suspended, or their decks weigh 0"
        output.say(suspended if today.cards else output.NO_CARD)
        return
    for line in told(found, today.agenda.day):
        output.line(line)
