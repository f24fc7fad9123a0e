"""What changes a card: `grade`, `undo`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from studyapp.cli import completion, output, shown
from studyapp.cli.opened import opened, tell_foreign, tell_rebinds
from studyapp.cli.options import as_json, clock, examples, library_option
from studyapp.library.backups import back_up
from studyapp.library.paths import backups_folder
from studyapp.library.snapshot import Ambiguous, NoSuch, Snapshot, one
from studyapp.library.undoing import last, undoable
from studyapp.schedule.codec import encode
from studyapp.schedule.events import Event, Review, Undo
from studyapp.schedule.grades import Grade, parse_grade
from studyapp.schedule.schedules import Reviewed
from studyapp.tui import acts
from studyapp.tui.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from studyapp.library.changes import Changed
    from studyapp.library.desk import Committed
    from studyapp.library.library import Library

T = TypeVar("T")
JOURNAL = (
    "{folder}/.studyapp now holds a journal of questions, grades and times; "
    "to keep it out of git, add `.studyapp/` to .gitignore"
)


@click.command(
    epilog=examples(
        "studyapp grade 3k9f good --library ~/notes",
        "studyapp grade 3k9fw2 4 --seconds 12.5 --json",
    )
)
@click.argument("card", shell_complete=completion.cards)
@click.argument("grade", shell_complete=completion.grades)
@library_option
@click.option("--seconds", type=click.FloatRange(0, 86_400), default=0.0, help="How long it took.")
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
    found = _named(lambda: shelf.snapshot.find(card))
    first, assumed = not shelf.journalled, shelf.snapshot.rebinds
    committed = _safe(lambda: shelf.grade(found.id, quality, seconds, now))
    for rebound in assumed:
        if rebound not in shelf.snapshot.rebinds:
            output.say(f"taken for the same card; `studyapp undo {rebound.event.id}` parts them")
    if not json:
        output.say(found.question)  # a short prefix may be another card's than was meant
    _tell(committed, shelf, first=first, json=json)
    _back_up(shelf, now)


@click.command(
    epilog=examples("studyapp undo --library ~/notes", "studyapp undo 3k9f --library ~/notes")
)
@click.argument("what", required=False)
@library_option
@as_json
@clock
def undo(what: str | None, library: Path | None, json: bool, now: datetime) -> None:
    """Take back the last act, or WHAT: an event's id, or a card's id for its last act.

    An act on many cards, done in the app, is taken back for all of them.

    Undoing an undo is redo.
    """
    shelf = _opened(library, now)
    if what is None and last(shelf.snapshot.state.live)[1:]:
        _tell_all(_safe(lambda: shelf.undo_last(now)), shelf, json=json)
        return
    event = _named(lambda: _meant(what, shelf.snapshot))
    committed = _safe(lambda: shelf.undo(event.id, now))
    _tell(committed, shelf, first=False, json=json)


def _quality(text: str) -> Grade:
    try:
        return parse_grade(text)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="GRADE") from error


def _opened(folder: Path | None, now: datetime) -> Library:
    library = opened(folder, now)
    settled = _safe(lambda: library.settle(now))
    for event in settled.moved:
        output.say(f"{event}: next_review was moved by hand; the cards follow it")
    for path in settled.healed:
        output.say(f"{path}: its review values were behind the journal and are mended")
    tell_rebinds(library)
    tell_foreign(library)
    return library


def _back_up(library: Library, now: datetime) -> None:
    try:
        back_up(library, backups_folder(library.root), now)
    except OSError as error:
        output.say(f"the journal could not be copied: {error.strerror or error}")


def _meant(what: str | None, snapshot: Snapshot) -> Event:
    live = snapshot.state.live
    if what is None:
        if not live:
            raise click.ClickException("there is nothing to undo")
        return live[-1]
    by_card = {card: event for event in live if (card := getattr(event, "card", ""))}
    acts = {**by_card, **undoable(snapshot.events, snapshot.state.undone)}
    return acts[one("act", what, acts)]


def _named(find: Callable[[], T]) -> T:
    try:
        return find()
    except (NoSuch, Ambiguous) as error:
        raise click.ClickException(str(error)) from error


def _safe(act: Callable[[], T]) -> T:
    try:
        return act()
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.ClickException(f"nothing was saved: {reason}") from error


def _tell_all(done: Changed, library: Library, *, json: bool) -> None:
    for note, waits in done.waiting.items():
        output.say(f"{note} waits: {shown.waits(waits)}")
    if json:
        output.emit({"undone": [encode(event) for event in done.events]})
    else:
        output.line(f"Undone; {acts.told(done.events, library.snapshot, Words('en'))}")


def _tell(committed: Committed, library: Library, *, first: bool, json: bool) -> None:
    snapshot, waiting = library.snapshot, shown.waiting(committed)
    if waiting:
        note = committed.card.note if committed.card else getattr(committed.event, "note", "")
        output.say(f"{note} waits: {waiting}")
    if first:
        output.say(JOURNAL.format(folder=library.root))
    if not json:
        output.line(_sentence(committed, snapshot))
        return
    card = committed.card
    output.emit(
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
    schedule = snapshot.schedule(card) if card else None
    due = schedule.due.isoformat() if isinstance(schedule, Reviewed) else "new"
    if isinstance(event, Review):
        return f"{event.grade.name.capitalize()} (quality {int(event.grade)}) → {due}"
    undos = {one.id for one in snapshot.events if isinstance(one, Undo)}
    done = "Redone" if isinstance(event, Undo) and event.undone in undos else "Undone"
    return f"{done}; {card.question} → {due}" if card else f"{done}; {getattr(event, 'note', '')}"
