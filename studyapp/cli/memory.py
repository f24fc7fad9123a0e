"""What the schedulers know of a memory: `compare`, `optimize`, `export`."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path
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
from studyapp.library import revlog
from studyapp.library.answers import histories, reviews
from studyapp.library.settings import write_library
from studyapp.schedule import Fsrs, Sm2
from studyapp.schedule.fitting import TooFew, fitted
from studyapp.study.accuracy import Accuracy, History, accuracy, constant, foretold

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from studyapp.library.library import Library
    from studyapp.schedule import Scheduler

FITTED = 0.8
"""The share of the days' reviews, the earlier ones, on which `optimize` is tried."""
CLOSE = 0.005
"""A difference in log loss that says nothing."""


def _from(verb: Any) -> Any:
    return click.option(
        "--from",
        "log",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Take the answers from Anki (.anki2, .apkg, .colpkg) or a CSV instead.",
    )(verb)


@click.command(
    epilog=examples("studyapp compare ~/notes", "studyapp compare --from collection.anki2 --json")
)
@library_argument
@_from
@as_json
@clock
def compare(library: Path | None, log: Path | None, json: bool, now: datetime) -> None:
    """Say which scheduler foretells your answers better: SM-2, FSRS, or a constant."""
    shelf = None if log else reviewed(library, now)
    cards = _cards(shelf, log, now)
    parameters = shelf.settings.parameters if shelf else ()
    schedulers: dict[str, Scheduler] = {"SM-2": Sm2(), "FSRS": Fsrs(parameters)}
    told = {name: foretold(cards, one) for name, one in schedulers.items()}
    told["constant"] = constant(told["SM-2"])
    found = {name: _measured(one) for name, one in told.items()}
    if json:
        output.emit({name: _as_json(one) for name, one in found.items()})
        return
    output.line(f"{found['SM-2'].count:,} reviews of a later day, {len(cards):,} cards")
    _table(found)
    output.line(_verdict(found["SM-2"], found["FSRS"], found["constant"]))


@click.command(epilog=examples("studyapp optimize ~/notes", "studyapp optimize ~/notes --save"))
@library_argument
@_from
@click.option("--save", is_flag=True, help="Keep the parameters in the library's settings.")
@as_json
@clock
def optimize(library: Path | None, log: Path | None, save: bool, json: bool, now: datetime) -> None:
    """Fit FSRS to your answers, and say what that gains on answers it was not fitted to."""
    if save and log:
        raise click.UsageError("--save keeps what was fitted to the library's own answers")
    shelf = None if log else reviewed(library, now)
    cards = _cards(shelf, log, now)
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
        tried = {"before": _as_json(before), "after": _as_json(after)}
        output.emit({"parameters": parameters, **tried, "saved": save})
        return
    output.line(f"fitted to the first {FITTED:.0%}, tried on the {after.count:,} reviews after:")
    _table({"before": before, "after": after})
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
        count = revlog.write(file, rows)
    except OSError as error:
        raise click.ClickException(f"{file} can't be written: {error.strerror}") from error
    output.say(f"{count:,} answers in {file}")


def _cards(shelf: Library | None, log: Path | None, now: datetime) -> list[History]:
    if log is None:
        return [History(*one) for one in histories(shelf.snapshot)] if shelf else []
    try:
        return [History(one) for one in revlog.read(log, now.tzinfo or UTC)]
    except (revlog.Unreadable, OSError) as error:
        raise click.ClickException(str(error)) from error


def _measured(told: Sequence[Any]) -> Accuracy:
    try:
        return accuracy(told)
    except ValueError as error:
        raise click.ClickException(
            "no card was answered on a second day yet: there is nothing to compare"
        ) from error


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
    return _measured(before), _measured(after)


def _verdict(sm2: Accuracy, fsrs: Accuracy, flat: Accuracy) -> str:
    best = min(sm2.log_loss, fsrs.log_loss)
    if best > flat.log_loss - CLOSE:
        return "neither foretells better than the share of all that was recalled"
    if abs(sm2.log_loss - fsrs.log_loss) < CLOSE:
        return "they foretell equally well"
    return "FSRS foretells better" if fsrs.log_loss < sm2.log_loss else "SM-2 foretells better"


def _table(found: dict[str, Accuracy]) -> None:
    output.line(f"{'':10} log loss  RMSE(bins)    AUC")
    for name, one in found.items():
        auc = "    –" if one.auc is None else f"{one.auc:.3f}"
        output.line(f"{name:10} {one.log_loss:8.4f}  {one.rmse:10.4f}  {auc}")


def _as_json(one: Accuracy) -> dict[str, Any]:
    return {
        "reviews": one.count,
        "log_loss": round(one.log_loss, 6),
        "rmse_bins": round(one.rmse, 6),
        "auc": one.auc and round(one.auc, 6),
    }
