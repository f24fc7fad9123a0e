"""A question caught in passing: `new`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from studyapp.cli import output
from studyapp.cli.opened import opened
from studyapp.cli.options import as_json, clock, examples, library_option
from studyapp.library.capturing import INBOX, capture, capture_apart
from studyapp.library.finding import find_notes, named_note
from studyapp.notes import Waits
from studyapp.notes.identity import normalize
from studyapp.tui.editor import NoEditor, edit

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from studyapp.library.creating import Created
    from studyapp.library.library import Library
    from studyapp.library.snapshot import Snapshot


@click.command(
    epilog=examples(
        'studyapp new "Why is softmax shifted?" --answer "So that exp stays finite."',
        'studyapp new "什么是 warp？" --note "线程层次结构"',
        'studyapp new "What is a ring?" --deck comm --edit',
    )
)
@click.argument("question")
@click.option("--answer", default="", help="Its answer, as markdown; else there is room for one.")
@click.option("--note", metavar="NOTE", help="The note it belongs to, by path or by its title.")
@click.option("--deck", metavar="FOLDER", help="Make a note of its own, in this deck.")
@click.option("--edit", "edited", is_flag=True, help="Open the note in $EDITOR at the answer.")
@library_option
@as_json
@clock
def new(
    question: str,
    answer: str,
    note: str | None,
    deck: str | None,
    edited: bool,
    library: Path | None,
    json: bool,
    now: datetime,
) -> None:
    """Write QUESTION down as a card: in a note, in one of its own, or else in inbox.md."""
    if note is not None and deck is not None:
        raise click.UsageError("--note and --deck are two places; name one")
    if not question.strip():
        raise click.UsageError("the question is empty")
    shelf = opened(library, now)
    try:
        if deck is not None:
            done = capture_apart(shelf, deck.strip("/"), question, answer, now)
        else:
            done = capture(shelf, _meant(shelf.snapshot, note), question, answer, now)
    except OSError as error:
        reason = error.strerror or str(error)
        raise click.ClickException(f"nothing was written: {reason}") from error
    if isinstance(done, Waits):
        raise click.ClickException(f"nothing was written: {done.reason} ({done.hint})")
    if edited:
        _edit(shelf, done)
    shelf.open(now)
    _tell(shelf, done, question, json=json)


def _meant(snapshot: Snapshot, note: str | None) -> str:
    """The path of the note that is named, be it by most of its title."""
    if note is None:
        return INBOX
    if path := named_note(snapshot, note):
        return path
    found = find_notes(snapshot, note)
    near = "".join(f"\n  {one.path}" for one in found)
    raise click.ClickException(
        f"no note is called {note!r}" + (f"; these come close:{near}" if near else "")
    )


def _edit(shelf: Library, done: Created) -> None:
    try:
        edit(shelf.root / done.path, done.line)
    except NoEditor as error:
        output.say(f"no editor: {error}; set $EDITOR")


def _tell(shelf: Library, done: Created, question: str, *, json: bool) -> None:
    """Say where it stands, and whether it will be asked."""
    cards = shelf.snapshot.notes.briefs[done.path].cards
    asked = [card for card in cards if normalize(card.question) == normalize(question)]
    card = asked[-1].id if asked else None
    if json:
        output.emit({"note": done.path, "line": done.line, "card": card})
        return
    output.line(f"{card or '-' * 12}  {done.path}:{done.line}  {' '.join(question.split())}")
    if not card:
        output.say("it will be asked once its answer is written")
