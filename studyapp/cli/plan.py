"""What the coming days bring: `plan`, `interview`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from studyapp.cli import output
from studyapp.cli.options import (
    as_json,
    clock,
    examples,
    library_argument,
    library_option,
    reviewed,
)
from studyapp.library.settings import write_library
from studyapp.study.forgetting import NEARLY
from studyapp.tui.day import day_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from studyapp.library.library import Library
    from studyapp.study import Aim, Plan

OFF = "none"
UNKNOWN = (
    "All this goes by your own grades: graded kindly, it promises too much. How you would answer a"
    " question put in other words, it does not know."
)


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
        output.emit(_as_json(found))
        return
    output.line(f"{_overdue(found)}; {_unseen(found)}")
    if aim := found.aim:
        output.line(_interview(aim, found, today.agenda.day))
        for deck, now_, then in aim.decks:
            output.line(f"  {now_:4.0%} → {then:4.0%}  {deck or '.'}")
        if found.forgets != 1:
            output.line(forgets(found.forgets))
        output.line(UNKNOWN)


def forgets(rate: float) -> str:
    """How fast is forgotten, as a sentence."""
    if rate > NEARLY:
        return f"you forget {rate:.1f} times as fast as the intervals assume; the plan knows it"
    if rate < 1 / NEARLY:
        return (
            f"you forget {1 / rate:.1f} times as slowly as the intervals assume; the plan knows it"
        )
    return "you forget about as fast as the intervals assume"


def _overdue(found: Plan) -> str:
    if not found.overdue:
        return "nothing is overdue"
    until = f"by {found.cleared}" if found.cleared else "never at this pace"
    return f"{found.overdue} due, cleared {until}"


def _unseen(found: Plan) -> str:
    if not found.unseen:
        return "every card was met"
    until = f"by {found.met}" if found.met else "not within four years"
    return f"{found.unseen} unseen, about {found.new_a_day:.0f} a day, met {until}"


def _interview(aim: Aim, found: Plan, day: date) -> str:
    days = (aim.interview - day).days
    text = f"interview in {days} days: recall {aim.now:.0%} → {aim.then:.0%}"
    if aim.likely is not None and found.regularity is not None and found.regularity < 1:
        text += f", {aim.likely:.0%} if you study {found.regularity:.0%} of the days, as lately"
    if aim.met < found.unseen:
        text += f"; {aim.met} of {found.unseen} unseen cards will be met"
    if aim.drop:
        text += f" (leave out {', '.join(deck or '.' for deck in aim.drop)}?)"
    return text


def _as_json(found: Plan) -> dict[str, Any]:
    aim = found.aim
    return {
        "overdue": found.overdue,
        "cleared": found.cleared and found.cleared.isoformat(),
        "unseen": found.unseen,
        "met": found.met and found.met.isoformat(),
        "new_a_day": round(found.new_a_day, 2),
        "minutes": round(found.minutes, 1),
        "forgets": round(found.forgets, 3),
        "regularity": found.regularity and round(found.regularity, 3),
        "interview": aim
        and {
            "day": aim.interview.isoformat(),
            "met": aim.met,
            "drop": list(aim.drop),
            "now": round(aim.now, 4),
            "then": round(aim.then, 4),
            "as_lately": aim.likely and round(aim.likely, 4),
            "decks": [
                {"deck": deck, "now": round(now, 4), "then": round(then, 4)}
                for deck, now, then in aim.decks
            ],
        },
    }
