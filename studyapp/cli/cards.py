"""What there is to study: `cards`, `due`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from studyapp.cli import output, shown
from studyapp.cli.bundled import bundled
from studyapp.cli.opened import reviewed
from studyapp.cli.options import as_json, clock, examples, library_argument
from studyapp.demos import Chooser
from studyapp.study.candidate import is_chosen, is_unseen, is_waiting
from studyapp.study.query import PROPERTIES, STATES, read
from studyapp.study.query.tree import Every
from studyapp.tui import faults
from studyapp.tui.day import day_of
from studyapp.tui.hits import described, hits
from studyapp.tui.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime
    from pathlib import Path

    from studyapp.library.library import Library
    from studyapp.library.snapshot import Snapshot
    from studyapp.notes import Card
    from studyapp.tui.day import Day
    from studyapp.tui.hits import Hits

F = TypeVar("F", bound="Callable[..., Any]")


def query_option(verb: F) -> F:
    """Let a verb take a line that chooses cards."""
    return click.option(
        "--query",
        metavar="LINE",
        help="Only cards with these words in question, answer, note, deck or tags, or for which "
        "terms hold: deck:nlp, tag:x, note:x, -without, (a or b), is:due "
        f"({', '.join(STATES)}), due<7 ({', '.join(PROPERTIES)}).",
    )(verb)


@click.command(
    epilog=examples(
        "studyapp cards ~/notes",
        'studyapp cards ~/notes --query "is:leech or (ease<2 -deck:old)"',
        "studyapp cards ~/notes/pytorch --json | jq -r '.[] | select(.status == \"new\").question'",
    )
)
@library_argument
@query_option
@as_json
@clock
def cards(library: Path | None, query: str | None, json: bool, now: datetime) -> None:
    """List every card of LIBRARY, where it stands and when it is due."""
    shelf = reviewed(library, now)
    snapshot = shelf.snapshot
    found = snapshot.visible() if query is None else _found(shelf, query, now).cards
    _tell((snapshot.cards[one.id] for one in found), snapshot, json=json)


@click.command(
    epilog=examples(
        "studyapp due ~/notes",
        "studyapp due ~/notes --now 2026-12-01 --json",
        "studyapp due ~/notes --query attention",
    )
)
@library_argument
@query_option
@as_json
@clock
def due(library: Path | None, query: str | None, json: bool, now: datetime) -> None:
    """List today's cards in the order in which they will be asked.

    With --query all that is due or new of what it finds, however long that takes.
    """
    shelf = reviewed(library, now)
    snapshot = shelf.snapshot
    if query is not None:
        items = _found(shelf, query, now).items
        _tell([snapshot.cards[item.card] for item in items], snapshot, json=json)
        return
    day = day_of(snapshot, shelf.day(now), shelf.settings)
    said = day.agenda
    _tell([snapshot.cards[item.card] for item in said.items], snapshot, json=json)
    if said.items:
        output.say(f"{_counted(day)}, about {said.minutes} min")


def _counted(day: Day) -> str:
    """So many cards of each kind; where the limits leave out due ones, how many are due in all."""
    repeats, reviews, new = map(day.agenda.count, ("repeat", "review", "new"))
    due = sum(is_chosen(card) and is_waiting(card, day.agenda.day) for card in day.cards)
    reviewed = f"{reviews} of {due}" if reviews < due else f"{reviews}"
    counts = ((repeats, f"{repeats} to repeat"), (due, f"{reviewed} due"), (new, f"{new} new"))
    return ", ".join(told for count, told in counts if count)


def _found(shelf: Library, line: str, now: datetime) -> Hits:
    asked = read(line)
    for fault in asked.faults:
        output.say(faults.told(fault, Words("en")))
    if asked.faults and asked.root == Every():
        raise click.ClickException(f"nothing in `{line}` asks for anything")
    day = day_of(shelf.snapshot, shelf.day(now), shelf.settings)
    return hits(asked, described(shelf.snapshot, day), day)


def _tell(cards: Iterable[Card], snapshot: Snapshot, *, json: bool) -> None:
    if json:
        notes = snapshot.notes
        chooser = Chooser(notes, notes.topics, lambda: bundled(snapshot.root))
        output.emit([shown.card(card, snapshot, chooser.choose(card)) for card in cards])
        return
    listed = list(cards)
    for card in listed:
        facts = shown.facts(snapshot.schedule(card))
        when = facts["due"] or ("new" if is_unseen(snapshot.card_state(card)) else "known")
        output.line(f"{card.id}  {when:10}  {card.note}:{card.line}  {card.question}")
    if not listed:
        output.say("no card" if snapshot.cards else output.NO_CARD)
