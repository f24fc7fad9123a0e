"""Which scheduler foretells better, and which asks less for the same recall: `compare`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from studyapp.cli import output
from studyapp.cli.evidence import Evidence, gathered, log_option
from studyapp.cli.measures import as_facts, measured, table
from studyapp.cli.options import as_json, clock, examples, library_argument
from studyapp.schedule import Fsrs, Sm2
from studyapp.schedule.fitting import TooFew, fitted
from studyapp.study.accuracy import constant
from studyapp.study.replay import foretold
from studyapp.study.simulation import YEAR
from studyapp.study.workload import Workload, workload

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from studyapp.schedule import Scheduler
    from studyapp.study.accuracy import Accuracy
    from studyapp.study.simulation import Cost

CLOSE = 0.005
"""A difference in log loss that says nothing."""
FEW = 400
"""Reviews of a later day below which all of this is a rough guess."""


@click.command(
    epilog=examples("studyapp compare ~/notes", "studyapp compare --from collection.anki2 --json")
)
@library_argument
@log_option
@click.option(
    "--days", type=click.IntRange(1, 3650), default=YEAR, show_default=True, help="Simulated days."
)
@as_json
@clock
def compare(library: Path | None, log: Path | None, days: int, json: bool, now: datetime) -> None:
    """Say which scheduler foretells your answers better, and what each asks for the same recall.

    SM-2 and FSRS are held against your answers, beside a constant that knows only the share of
    all that was recalled. What they ask is simulated on your cards, day by day.
    """
    evidence = gathered(library, log, now)
    found = _foretelling(evidence)
    parameters = _fitted(evidence)
    life = replace(evidence.life, days=days)
    costs = {
        "FSRS": workload(evidence.ahead, Fsrs(parameters), life, parameters),
        "SM-2": workload(evidence.ahead, Sm2(), life, parameters),
    }
    if json:
        document = _as_json(found, costs, fits=bool(parameters))
        output.emit({**document, "days": days, "left_out": dict(evidence.left_out)})
        return
    output.line(f"{found['SM-2'].count:,} reviews of a later day, {len(evidence.answered):,} cards")
    table(found)
    output.line(_verdict(found["SM-2"], found["FSRS"], found["constant"]))
    if evidence.parameters:
        output.line("FSRS's parameters are the library's: fitted to these answers, they flatter it")
    output.line(f"\nsimulated on your cards for {days} days, if all that is due is answered")
    for line in _told(costs, fits=bool(parameters)):
        output.line(line)
    if found["SM-2"].count < FEW:
        output.line(f"Below {FEW} reviews of a later day, all of this is a rough guess.")


def _foretelling(evidence: Evidence) -> dict[str, Accuracy]:
    schedulers: dict[str, Scheduler] = {"SM-2": Sm2(), "FSRS": Fsrs(evidence.parameters)}
    told = {name: foretold(evidence.answered, one) for name, one in schedulers.items()}
    told["constant"] = constant(told["SM-2"])
    return {name: measured(one) for name, one in told.items()}


def _fitted(evidence: Evidence) -> tuple[float, ...]:
    """FSRS's parameters for this person; its own where there are too few answers."""
    try:
        return fitted([card.answers for card in evidence.answered])
    except TooFew:
        return ()


def _verdict(sm2: Accuracy, fsrs: Accuracy, flat: Accuracy) -> str:
    best = min(sm2.log_loss, fsrs.log_loss)
    if best > flat.log_loss - CLOSE:
        return "neither foretells better than the share of all that was recalled"
    if abs(sm2.log_loss - fsrs.log_loss) < CLOSE:
        return "they foretell equally well"
    return "FSRS foretells better" if fsrs.log_loss < sm2.log_loss else "SM-2 foretells better"


def _told(costs: Mapping[str, Workload], *, fits: bool) -> Iterator[str]:
    fsrs = "FSRS, fitted to your answers" if fits else "FSRS's own parameters: too few answers"
    for memory, words in (("FSRS", fsrs), ("SM-2", "SM-2's intervals")):
        found = costs[memory]
        yield f"  if memory is as {words}"
        yield _row("SM-2", found.sm2)
        yield _row(f"FSRS at {found.retention:.0%}", found.fsrs) + _unequal(found)


def _row(name: str, one: Cost) -> str:
    asked = f"{one.reviews:6.1f} reviews and {one.minutes:5.1f} min a day"
    return f"    {name:12} {asked}, {one.recall:.1%} recalled on a mean day"


def _unequal(found: Workload) -> str:
    return "" if found.equal else " (not the same: no retention gives that)"


def _as_json(
    found: Mapping[str, Accuracy], costs: Mapping[str, Workload], *, fits: bool
) -> dict[str, Any]:
    memories = {"FSRS": "fsrs_fitted" if fits else "fsrs_default", "SM-2": "sm2"}
    workloads = {memories[name]: _workload(one) for name, one in costs.items()}
    return {**{name: as_facts(one) for name, one in found.items()}, "workload": workloads}


def _workload(found: Workload) -> dict[str, Any]:
    fsrs = {**_cost(found.fsrs), "retention": round(found.retention, 3)}
    return {"SM-2": _cost(found.sm2), "FSRS": fsrs, "equal": found.equal}


def _cost(one: Cost) -> dict[str, float]:
    return {
        "reviews_a_day": round(one.reviews, 2),
        "minutes_a_day": round(one.minutes, 2),
        "recall": round(one.recall, 4),
    }
