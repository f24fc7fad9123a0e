"""How it went, how it stands, what comes: `stats`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from studyapp.cli import output
from studyapp.cli.ahead import forgets
from studyapp.cli.counted import counted
from studyapp.cli.opened import reviewed
from studyapp.cli.options import as_json, clock, examples, library_argument
from studyapp.study.forgetting import FEW
from studyapp.study.retention import CLASSES
from studyapp.tui.statistics import statistics_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from studyapp.library.snapshot import Snapshot
    from studyapp.study.habits import StudyDay
    from studyapp.study.retention import Kept
    from studyapp.study.statistics import Statistics
    from studyapp.study.strength import Strength

WEEK = 7
HARD = 5
"""Cards that a terminal is told to be hard; JSON has more."""


@click.command(epilog=examples("studyapp stats ~/notes", "studyapp stats ~/notes/pytorch --json"))
@library_argument
@as_json
@clock
def stats(library: Path | None, json: bool, now: datetime) -> None:
    """Tell how LIBRARY was studied, how well it is known, and what the coming days bring."""
    shelf = reviewed(library, now)
    found = statistics_of(shelf.snapshot, shelf.day(now), shelf.settings)
    if json:
        output.emit(counted(found, shelf.snapshot))
        return
    for line in _told(found, shelf.snapshot):
        output.line(line)


def _told(found: Statistics, snapshot: Snapshot) -> Iterator[str]:
    row, due = found.streak, [one.due for one in found.coming]
    yield f"in a row   {_days(row.days)}, at most {_days(row.longest)}"
    yield f"30 days    {_studied(found.month)}"
    yield f"365 days   {_studied(found.days)}"
    week, later, last = sum(due[1:WEEK]), sum(due[WEEK:]), found.coming[-1].day
    yield f"due        {due[0]} today, {week} in the 6 days after, {later} by {last}"
    yield "\nrecalled when asked again, by days of interval"
    for ends, kept in zip(CLASSES, found.retention.intervals, strict=True):
        yield f"  {_ends(*ends):7}  {_kept(kept)}"
    yield f"  {'all':7}  {_kept(found.retention.all)}"
    if found.retention.all.asked >= FEW:
        yield f"  {forgets(found.forgets)}"
    yield "\nmastery"
    for deck, known in (("all decks", found.all), *found.decks):
        yield f"  {_known(known):36}  {deck or '.'}{_words(known)}"
    if found.hardest:
        yield "\nhardest"
    for one in found.hardest[:HARD]:
        card = snapshot.cards[one.card]
        times = f"missed {one.misses}, lapsed {one.lapses}"
        yield f"  {times}  {card.note}:{card.line}  {card.question}"


def _days(count: int) -> str:
    return f"{count} day" if count == 1 else f"{count} days"


def _studied(days: Sequence[StudyDay]) -> str:
    answers = sum(day.answers for day in days)
    minutes = sum(day.seconds for day in days) / 60
    return f"{answers} answers in {minutes:.0f} min on {_days(sum(d.answers > 0 for d in days))}"


def _ends(first: int, last: int | None) -> str:
    if last is None:
        return f"{first}+"
    return f"{first}" if first == last else f"{first}-{last}"


def _kept(kept: Kept) -> str:
    if kept.share is None:
        return "none asked"
    return f"{kept.share:4.0%} of {kept.asked}, {kept.foretold:.0%} predicted"


def _known(known: Strength) -> str:
    met = f"met {known.met} of {known.cards}"
    return f"{met} · {known.of_met:.0%} in 30 days" if known.met else met


def _words(known: Strength) -> str:
    """How many are new, called known, shaky, holding, solid; nothing where none was met."""
    counts = {word: getattr(known, word) for word in ("new", "known", "shaky", "holding", "solid")}
    told = ", ".join(f"{count} {word}" for word, count in counts.items() if count)
    return f": {told}" if known.met else ""
