"""FSRS fitted to a person's answers, and those answers for other tools: `optimize`, `export`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studyapp.cli import output
from studyapp.cli.evidence import gathered, log_option, of_library
from studyapp.cli.measures import as_facts, measured, table
from studyapp.cli.opened import reviewed
from studyapp.cli.options import as_json, clock, examples, library_argument, library_option
from studyapp.library.answers import reviews
from studyapp.library.csvlog import write
from studyapp.library.settings import write_library
from studyapp.schedule import Fsrs
from studyapp.schedule.fitting import TooFew, fitted
from studyapp.study.replay import foretold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from studyapp.study.accuracy import Accuracy
    from studyapp.study.replay import History

FITTED = 0.8
"""The share of the days' reviews, the earlier ones, on which `optimize` is tried."""


@click.command(epilog=examples("studyapp optimize ~/notes", "studyapp optimize ~/notes --save"))
@library_argument
@log_option
@click.option("--save", is_flag=True, help="Keep the parameters in the library's settings.")
@as_json
@clock
def optimize(library: Path | None, log: Path | None, save: bool, json: bool, now: datetime) -> None:
    """Fit FSRS to your answers, and say what that gains on answers it was not fitted to."""
    if save and log:
        raise click.UsageError("--save keeps what was fitted to the library's own answers")
    shelf = None if log else reviewed(library, now)
    cards = (of_library(shelf, now) if shelf else gathered(None, log, now)).answered
    try:
        parameters = fitted([card.answers for card in cards])
        before, after = _tried(cards)
    except TooFew as error:
        raise click.ClickException(
            f"{error.count} reviews of a later day are too few to fit anything; FSRS's own"
            " parameters are the better guess until there are some hundred"
        ) from error
    if save and shelf:
        write_library(shelf.root, "parameters", list(parameters))
    if json:
        tried = {"before": as_facts(before), "after": as_facts(after)}
        output.emit({"parameters": parameters, **tried, "saved": save})
        return
    output.line(f"fitted to the first {FITTED:.0%}, tried on the {after.count:,} reviews after:")
    table({"before": before, "after": after})
    output.line("parameters = [" + ", ".join(map(str, parameters)) + "]")
    if save:
        output.line('kept in .studyapp/settings.toml; scheduler = "fsrs" uses them')


@click.command(epilog=examples("studyapp export answers.csv --library ~/notes"))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@library_option
@clock
def export(file: Path, library: Path | None, now: datetime) -> None:
    """Write every answer that counts to FILE, as the CSV that FSRS's tools read."""
    snapshot = reviewed(library, now).snapshot
    rows = ((one.card, one.at, one.grade, one.seconds) for one in reviews(snapshot))
    try:
        count = write(file, rows)
    except OSError as error:
        raise click.ClickException(f"{file} can't be written: {error.strerror}") from error
    output.say(f"{count:,} answers in {file}")


def _tried(cards: Sequence[History]) -> tuple[Accuracy, Accuracy]:
    """FSRS on the later answers, with its own parameters and with those fitted to the earlier."""
    days = sorted(day for card in cards for day, _ in card.answers)
    split = days[int(len(days) * FITTED)]
    early = [tuple(one for one in card.answers if one[0] < split) for card in cards]
    parameters = fitted([one for one in early if one])
    before, after = (
        [one for one in foretold(cards, Fsrs(used)) if one.day >= split]
        for used in ((), parameters)
    )
    return measured(before), measured(after)
