"""What there is to study: `cards`, `due`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from studyapp.cli import output, shown
from studyapp.cli.bundled import bundled
from studyapp.cli.options import as_json, clock, examples, library_argument, reviewed
from studyapp.demos import Chooser
from studyapp.tui.day import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from studyapp.library.snapshot import Snapshot
    from studyapp.notes import Card

KINDS = {"repeat": "to repeat", "review": "due", "new": "new"}


@click.command(
    epilog=examples(
        "studyapp cards ~/notes",
        "studyapp cards ~/notes/pytorch --json | jq -r '.[] | select(.status == \"new\").question'",
    )
)
@library_argument
@as_json
@clock
def cards(library: Path | None, json: bool, now: datetime) -> None:
    """List every card of LIBRARY, where it stands and when it is due."""
    snapshot = reviewed(library, now).snapshot
    _tell((snapshot.cards[one.id] for one in snapshot.visible()), snapshot, json=json)


@click.command(
    epilog=examples("studyapp due ~/notes", "studyapp due ~/notes --now 2026-12-01 --json")
)
@library_argument
@as_json
@clock
def due(library: Path | None, json: bool, now: datetime) -> None:
    """List today's cards in the order in which they will be asked."""
    shelf = reviewed(library, now)
    snapshot = shelf.snapshot
    said = day_of(snapshot, shelf.day(now), shelf.settings).agenda
    _tell([snapshot.cards[item.card] for item in said.items], snapshot, json=json)
    if said.items:
        kinds = ((said.count(kind), word) for kind, word in KINDS.items())
        counted = ", ".join(f"{count} {word}" for count, word in kinds if count)
        output.say(f"{counted}, about {said.minutes} min")


def _tell(cards: Iterable[Card], snapshot: Snapshot, *, json: bool) -> None:
    if json:
        notes = snapshot.notes
        chooser = Chooser(notes, notes.topics, lambda: bundled(snapshot.root))
        output.emit([shown.card(card, snapshot, chooser.choose(card)) for card in cards])
        return
    for card in cards:
        facts = shown.facts(snapshot.schedule(card))
        when = facts["due"] or "new"
        output.line(f"{card.id}  {when:10}  {card.note}:{card.line}  {card.question}")
