"""From one scheduler to the other, what that changes being said first: `switch`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from studyapp.cli import output
from studyapp.cli.opened import reviewed
from studyapp.cli.options import as_json, clock, examples, library_option
from studyapp.library.settings import HIGHEST, LOWEST
from studyapp.tui.shifting import shift_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from studyapp.library.library import Library
    from studyapp.library.settings import LibrarySettings
    from studyapp.library.snapshot import Snapshot
    from studyapp.study.shift import Load, Shift


@click.command(
    epilog=examples(
        "studyapp switch fsrs --dry-run",
        "studyapp switch fsrs --retention 0.85 --library ~/notes",
    )
)
@click.argument("scheduler", type=click.Choice(["sm2", "fsrs"]))
@click.option(
    "--retention",
    type=click.FloatRange(LOWEST, HIGHEST),
    help="The chance of recall at which FSRS brings a card back.",
)
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@library_option
@as_json
@clock
def switch(
    scheduler: str,
    retention: float | None,
    dry_run: bool,
    library: Path | None,
    json: bool,
    now: datetime,
) -> None:
    """Schedule by SCHEDULER from now on: the journal is folded anew, and no answer is lost.

    Says first which dates move and what the coming days hold, before and after.
    """
    shelf = reviewed(library, now)
    before = shelf.settings
    chosen = _chosen(before, scheduler, retention)
    found = shift_of(shelf.snapshot, shelf.day(now), before, replace(before, **chosen))
    names = {move.card: _named(move.card, shelf.snapshot) for move in found.largest}
    if not dry_run:
        _keep(shelf, chosen, now)
    if json:
        output.emit({**_as_json(found, names), "kept": not dry_run})
        return
    for line in _told(found, names):
        output.line(line)
    output.say("nothing was changed" if dry_run else "kept in .studyapp/settings.toml")


def _chosen(before: LibrarySettings, scheduler: str, retention: float | None) -> dict[str, Any]:
    chosen = {"scheduler": scheduler, "retention": retention or before.retention}
    return {key: value for key, value in chosen.items() if value != getattr(before, key)}


def _keep(shelf: Library, chosen: dict[str, Any], now: datetime) -> None:
    """Keep the settings, and have the notes say the new dates."""
    try:
        for key, value in chosen.items():
            shelf.choose(key, value, now)
        settled = shelf.settle(now)
    except OSError as error:
        raise click.ClickException(f"it can't be kept: {error.strerror or error}") from error
    if settled.healed:
        output.say(f"{len(settled.healed)} notes have new review values")


def _named(card: str, snapshot: Snapshot) -> str:
    known = snapshot.cards[card]
    return f"{known.note}:{known.line}  {known.question}"


def _told(found: Shift, names: dict[str, str]) -> Iterator[str]:
    yield f"{found.moved} of {found.met} cards that were met move, in {found.notes} notes"
    yield f"\n{'':14} {'now':>7} {'then':>7}"
    for name, before, after in _rows(found.before, found.after):
        yield f"{name:14} {before:7g} {after:7g}"
    if found.largest:
        yield "\nthe largest moves"
    for move in found.largest:
        yield f"  {move.before} → {move.after}  {names[move.card]}"


def _rows(before: Load, after: Load) -> Iterator[tuple[str, float, float]]:
    then = _load(after)
    for key, value in _load(before).items():
        yield key.replace("_", " "), value, then[key]


def _load(one: Load) -> dict[str, float]:
    """The facts by name; a day's are means of the next thirty, all of which are studied."""
    return {
        "due_today": one.today,
        "due_in_7_days": one.week,
        "reviews_a_day": round(one.reviews, 1),
        "new_a_day": round(one.new, 1),
        "minutes_a_day": round(one.minutes, 1),
    }


def _as_json(found: Shift, names: dict[str, str]) -> dict[str, Any]:
    largest = [
        {
            "id": move.card,
            "card": names[move.card],
            "before": move.before.isoformat(),
            "after": move.after.isoformat(),
        }
        for move in found.largest
    ]
    counts = {"met": found.met, "moved": found.moved, "notes": found.notes}
    loads = {"before": _load(found.before), "after": _load(found.after)}
    return {**counts, **loads, "largest": largest}
