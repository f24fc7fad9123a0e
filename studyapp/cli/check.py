"""What a person may want to mend in their notes: `check`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import click

from studyapp.cli import output
from studyapp.cli.opened import read, tell_unsettled
from studyapp.cli.options import as_json, clock, examples, library_argument
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
        "studyapp check --run ~/notes/pytorch",
        "studyapp check --run ~/notes --json | jq -r '.found[] | select(.kind == \"claim\")'",
    )
)
@library_argument
@click.option("--explain", "why", is_flag=True, help="Say of each note why it yields what it does.")
@click.option("--run", "runs", is_flag=True, help="Run the notes' Python code instead.")
@click.option("--unsandboxed", is_flag=True, help="With --run: run even where no sandbox works.")
@click.option(
    "--deadline",
    type=click.FloatRange(0.1),
    default=10.0,
    help="With --run: seconds that one snippet may take.",
)
@as_json
@clock
@click.pass_context
def check(
    context: click.Context,
    library: Path | None,
    why: bool,
    runs: bool,
    unsandboxed: bool,
    deadline: float,
    json: bool,
    now: datetime,
) -> None:
    """List what is wrong with the notes of LIBRARY, with file, line and a hint.

    Metadata that can't be read, questions asked twice, answers of over 1,500 characters, links
    that lead nowhere, notes that yield no card, names that systems mistake, files that can't be
    written. Nothing is changed. Exits with 1 if there is anything to mend.

    With --run it is a test run instead, of LIBRARY or of one note: fences that fail, claims in
    comments that do not hold, and what warns under this torch. Fences that need a package, CUDA or
    a name that is not there are counted as not run. Exits with 1 if a fence fails or a claim does
    not hold; a mark that was set aside in the app is no failure. --json prints one object:
    `fences`, how many; `statuses`, how many of each; `found`, a list of `note`, `line`, `kind`
    (error, timeout, limit, killed, claim, warning), `message`, `hint`; `not_run`, a list of `note`,
    `line`, `reason`; `set_aside`, how many claims; `stopped`, whether ctrl-c ended it.
    """
    if runs:
        failed = _try_out(library, now, deadline=deadline, unsandboxed=unsandboxed, json=json)
        context.exit(failed)
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


def _try_out(
    target: Path | None, now: datetime, *, deadline: float, unsandboxed: bool, json: bool
) -> bool:
    """Run the fences, tell what is wrong with them, and answer whether anything failed."""
    from studyapp.cli.fences import fences, performed, set_aside  # noqa: PLC0415  the other checks run nothing
    from studyapp.cli.run import summary  # noqa: PLC0415  likewise
    from studyapp.cli.trials import Trial  # noqa: PLC0415  likewise

    place = str(target) if target else None
    chosen = [one for one in fences(place, now) if one.is_python]
    trial = Trial()
    known = set_aside(chosen)
    for fence, result in performed(chosen, deadline=deadline, unsandboxed=unsandboxed):
        is_aside = partial(fence.is_aside, found=known[fence.root])
        for one in trial.add(fence.note.path, result, is_aside):
            if not json:
                output.line(str(one))
    stopped = trial.done.total() < len(chosen)
    if json:
        output.emit(trial.as_json(stopped=stopped))
        return trial.failed or stopped
    output.say(summary(trial.done))
    trial.tell_left_out()
    notes = len({one.note for one in trial.found})
    output.say(f"{_count(len(trial.found), 'problem')} in {_count(notes, 'file')}")
    return trial.failed or stopped


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
        place = f"{path}:{one.line}" if one.line else path
        output.line(f"{place}  {mark}  {one.seen}  ({one.why})")


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
