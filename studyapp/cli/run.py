"""What a note's code does: `run`."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import click

from studyapp.cli import output
from studyapp.cli.fences import fences, performed
from studyapp.cli.options import as_json, clock, examples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from studyapp.notes import Note
    from studyapp.runner import Result

MARKS = {True: "✓", False: "≠", None: " "}
STATUSES = {
    "ok": "ran",
    "showcased": "called with example inputs",
    "defines": "only define",
    "needs": "need what is not here",
    "error": "failed",
    "timeout": "took too long",
    "limit": "went over a limit",
    "killed": "stopped",
    "not-python": "not Python",
}
"""What the statuses are called in a summary, in its order."""


@click.command(
    epilog=examples(
        "studyapp run ~/notes/pytorch/views.md",
        "studyapp run ~/notes/pytorch/views.md:29 --json",
        "studyapp run ~/notes --deadline 30",
    )
)
@click.argument("target", required=False)
@click.option("--seed", default=0, help="The seed of every random generator.")
@click.option(
    "--deadline",
    type=click.FloatRange(0.1),
    default=10.0,
    help="Seconds that one snippet may take.",
)
@click.option("--unsandboxed", is_flag=True, help="Run even where no sandbox works.")
@as_json
@clock
@click.pass_context
def run(
    context: click.Context,
    target: str | None,
    seed: int,
    deadline: float,
    unsandboxed: bool,
    json: bool,
    now: datetime,
) -> None:
    """Run the snippets of TARGET: a library, a note, or NOTE:LINE (the opening fence's line)."""
    chosen = list(fences(target, now))
    done: Counter[str] = Counter()

    def counted() -> Iterator[tuple[Note, Result]]:
        runs = performed(chosen, seed=seed, deadline=deadline, unsandboxed=unsandboxed)
        for fence, result in runs:
            done[result.status] += 1
            if json or fence.is_python or not chosen[1:]:
                yield fence.note, result

    if json:
        output.stream(result.as_json(note.path) for note, result in counted())
    else:
        for note, result in counted():
            _tell(note, result)
    if chosen[1:]:
        output.say(summary(done))
    if left := len(chosen) - done.total():
        output.say(f"stopped: {left} of {len(chosen)} fences were not run")
        context.exit(1)


def summary(done: Counter[str]) -> str:
    """How many fences ended in which way."""
    parts = [f"{done[status]} {words}" for status, words in STATUSES.items() if done[status]]
    total = done.total()
    counted = f"{total} fence{'s' * (total != 1)}"
    return f"{counted}: {', '.join(parts)}" if parts else counted


def _tell(note: Note, result: Result) -> None:
    told = result.reason if result.reason.startswith(result.status) else result.status
    reason = f": {result.reason}" if result.reason and told != result.reason else ""
    output.line(f"{note.path}:{result.line}  {told}{reason}")
    rows = [(v.line, f"{v.name} = {v.summary}" if v.name else v.summary) for v in result.values]
    rows += [(c.line, f"{MARKS[c.holds]} note {c.stated} · here {c.actual}") for c in result.claims]
    rows += [(w.line or 0, f"! {w.message}") for w in result.warned]
    for number, text in sorted(rows, key=lambda row: row[0]):
        output.line(f"{number:6}  {text}")
    for shown in result.showcases:
        came = f" → {shown.result}" if shown.result else ""
        output.line(f"{shown.line:6}  {shown.call}{came}")
        for text in filter(None, (shown.guessed and f"guessed: {shown.guessed}", shown.remark)):
            output.line(f"        {text}")
    for text in result.stdout.rstrip("\n").split("\n") if result.stdout else ():
        output.line(f"      │ {text}")
    if result.error:
        where = f"line {result.error.line}: " if result.error.line else ""
        output.line(f"      ! {where}{result.error.type}: {result.error.message}")
