"""What changes a card: `grade`, `undo`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from studyapp.cli import shown
from studyapp.cli.options import as_json, clock, library_option, opened
from studyapp.library.snapshot import Ambiguous, NoSuch, Snapshot, one
from studyapp.schedule.codec import encode
from studyapp.schedule.events import Event, Review, Undo
from studyapp.schedule.grades import Grade, parse_grade
from studyapp.schedule.schedules import Reviewed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from studyapp.library.desk import Committed
    from studyapp.library.library import Library

T = TypeVar("T")


@click.command()
@click.argument("card")
@click.argument("grade")
@library_option
@click.option("--seconds", type=click.FloatRange(min=0), default=0.0, help="How long it took.")
@as_json
@clock
def grade(
    card: str,
    grade: str,
    library: Path | None,
    seconds: float,
    json: bool,
    now: datetime,
) -> None:
    """Grade CARD, any unique prefix of a card's id. GRADE is 0-5 or again, hard, good, easy."""
    quality = _quality(grade)
    shelf = _opened(library, now)
    try:
        found = shelf.snapshot.find(card)
    except (NoSuch, Ambiguous) as error:
        raise click.ClickException(str(error)) from error
    committed = _safe(lambda: shelf.grade(found.id, quality, seconds, now))
    _tell(committed, shelf.snapshot, json=json)


@click.command()
@click.argument("what", required=False)
@library_option
@as_json
@clock
def undo(what: str | None, library: Path | None, json: bool, now: datetime) -> None:
    """Take back the last act, or WHAT: an event's id, or a card's id for its last act.

    Undoing an undo is redo.
    """
    shelf = _opened(library, now)
    try:
        event = _meant(what, shelf.snapshot)
    except (NoSuch, Ambiguous) as error:
        raise click.ClickException(str(error)) from error
    committed = _safe(lambda: shelf.undo(event.id, now))
    _tell(committed, shelf.snapshot, json=json)


def _quality(text: str) -> Grade:
    try:
        return parse_grade(text)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="GRADE") from error


def _opened(folder: Path | None, now: datetime) -> Library:
    library = opened(folder, now)
    _safe(lambda: library.settle(now))
    return library


def _meant(what: str | None, snapshot: Snapshot) -> Event:
    live = snapshot.state.live
    if what is None:
        if not live:
            raise NoSuch("act to undo", "")
        return live[-1]
    by_id = {e.id: e for e in (*live, *(e for e in snapshot.events if isinstance(e, Undo)))}
    by_card = {card: e for e in live if (card := getattr(e, "card", ""))}
    acts = {**by_card, **by_id}
    return acts[one("act", what, acts)]


def _safe(act: Callable[[], T]) -> T:
    try:
        return act()
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.ClickException(f"nothing was saved: {reason}") from error


def _tell(committed: Committed, snapshot: Snapshot, *, json: bool) -> None:
    waiting = shown.waiting(committed)
    if waiting and committed.card:
        click.echo(f"{committed.card.note} waits: {waiting}", err=True)
    if not json:
        shown.line(_sentence(committed, snapshot))
        return
    card = committed.card
    shown.emit(
        {
            "card": card and shown.card(card, snapshot, ()),
            "event": encode(committed.event),
            "outcomes": [shown.outcome(one) for one in committed.outcomes.values()],
            "note_values": shown.values(committed.values),
            "waiting": waiting,
        }
    )


def _sentence(committed: Committed, snapshot: Snapshot) -> str:
    event, card = committed.event, committed.card
    schedule = snapshot.schedule(card) if card and card.id in snapshot.cards else None
    due = schedule.due.isoformat() if isinstance(schedule, Reviewed) else "new"
    if isinstance(event, Review):
        return f"{event.grade.name.capitalize()} (quality {int(event.grade)}) → {due}"
    return f"Undone; {card.question if card else 'the note'} → {due}"
