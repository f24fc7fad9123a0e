"""What a person may want to mend in their notes: `check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from studyapp.cli import output
from studyapp.cli.options import (
    as_json,
    clock,
    examples,
    library_argument,
    read,
    tell_unsettled,
)
from studyapp.library.checking import findings
from studyapp.notes import explain

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from studyapp.library.snapshot import Snapshot


@click.command(
    epilog=examples(
        "studyapp check ~/notes",
        "studyapp check ~/notes/pytorch --json | jq -r '.[] | select(.kind == \"link\").note'",
        "studyapp check ~/notes --explain | less",
    )
)
@library_argument
@click.option("--explain", "why", is_flag=True, help="Say of each note why it yields what it does.")
@as_json
@clock
@click.pass_context
def check(
    context: click.Context, library: Path | None, why: bool, json: bool, now: datetime
) -> None:
    """List what is wrong with the notes of LIBRARY, with file, line and a hint.

    Metadata that can't be read, questions asked twice, answers of over 1,500 characters, links
    that lead nowhere, notes that yield no card, names that systems mistake, files that can't be
    written. Nothing is changed. Exits with 1 if there is anything to mend.
    """
    shelf = read(library, now)
    tell_unsettled(shelf)
    if why:
        _explain(shelf.snapshot, json=json)
        return
    found = list(findings(shelf.snapshot))
    if json:
        output.emit(
            [
                {
                    "note": one.problem.path,
                    "line": one.problem.line,
                    "kind": one.kind,
                    "message": one.problem.message,
                    "hint": one.problem.hint,
                }
                for one in found
            ]
        )
    else:
        for one in found:
            output.line(str(one.problem))
        notes = len({one.problem.path for one in found})
        output.say(f"{_count(len(found), 'problem')} in {_count(notes, 'file')}")
    context.exit(bool(found))


def _explain(snapshot: Snapshot, *, json: bool) -> None:
    """For each question, and what looked like one, say why it is a card or none."""
    paths = (path for path in snapshot.notes if path.startswith(snapshot.prefix))
    rows = ((path, one) for path in paths for one in explain(snapshot.notes[path]))
    if json:
        output.emit(
            [
                {
                    "note": path,
                    "line": one.line,
                    "seen": one.seen,
                    "why": one.why,
                    "is_card": one.is_card,
                }
                for path, one in rows
            ]
        )
        return
    for path, one in rows:
        mark = "card" if one.is_card else "none"
        output.line(f"{path}:{one.line}  {mark}  {one.seen}  ({one.why})")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
