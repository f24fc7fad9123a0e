"""What a note's code does: `run`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from studyapp.cli import output
from studyapp.cli.options import as_json, clock, examples, opened, own_settings
from studyapp.library.paths import library_root
from studyapp.library.reading import read_note
from studyapp.notes import Note, Problem
from studyapp.notes.snippets import PYTHON
from studyapp.runner import Block, Request, Result, Runner, Unavailable, collect, plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from studyapp.notes import Snippet

MARKS = {True: "✓", False: "≠", None: " "}


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
def run(
    target: str | None,
    seed: int,
    deadline: float,
    unsandboxed: bool,
    json: bool,
    now: datetime,
) -> None:
    """Run the snippets of TARGET: a library, a note, or NOTE:LINE (the opening fence's line)."""
    chosen = list(_chosen(target, now))
    if not chosen:
        if json:
            output.emit([])
        return
    settings = own_settings()
    python = Path(settings.python).expanduser() if settings.python else None
    with Runner(python) as runner:
        trusted = any(_within(root, settings.trusted) for root, *_ in chosen)
        _consented(runner, allowed=unsandboxed or trusted)
        results = []
        for _, note, index in chosen:
            result = _result(runner, note, index, seed=seed, deadline=deadline)
            results.append(result.as_json(note.path))
            if not json:
                _tell(note, result)
    if json:
        output.emit(results)


def _chosen(target: str | None, now: datetime) -> Iterator[tuple[Path, Note, int]]:
    """The library's root, the note and the index of each snippet that `target` means."""
    path, line = _split(target)
    if path is None or path.is_dir():
        snapshot = opened(path, now).snapshot
        for place in snapshot.notes:
            if place.startswith(snapshot.prefix):
                note = snapshot.notes[place]
                yield from ((snapshot.root, note, index) for index in range(len(note.snippets)))
        return
    root, under = library_root(path.parent)
    read = read_note(root, f"{under}/{path.name}" if under else path.name)
    if isinstance(read, Problem):
        raise click.ClickException(str(read))
    note = read
    lines = [snippet.line for snippet in note.snippets]
    if line is None:
        yield from ((root, note, index) for index in range(len(lines)))
    elif line in lines:
        yield root, note, lines.index(line)
    else:
        known = ", ".join(map(str, lines)) or "none"
        raise click.ClickException(f"{note.path} has no fence at line {line}; its fences: {known}")


def _split(target: str | None) -> tuple[Path | None, int | None]:
    if target is None:
        return None, None
    name, colon, line = target.rpartition(":")
    if colon and line.isdecimal() and not Path(target).exists():
        return Path(name), int(line)
    return Path(target), None


def _within(root: Path, trusted: tuple[str, ...]) -> bool:
    return any(root.is_relative_to(Path(folder).expanduser().resolve()) for folder in trusted)


def _consented(runner: Runner, *, allowed: bool) -> None:
    state = runner.wait()
    if not runner.sandboxed and not allowed:
        raise click.ClickException(
            "no sandbox works here: add --unsandboxed, or the library to `trusted` in the settings"
        )
    if isinstance(state, Unavailable):
        output.say(f"{state.reason} ({state.hint})")


def _result(runner: Runner, note: Note, index: int, *, seed: int, deadline: float) -> Result:
    snippet = note.snippets[index]
    python = [one for one in note.snippets if one.runnable]
    if not snippet.runnable:
        reason = "it does not parse as Python" if snippet.language in PYTHON else snippet.language
        return Result(snippet.line, "not-python", reason or "it is plain text")
    blocks = [block(one) for one in python]
    planned = plan(blocks, python.index(snippet), seed=seed, deadline=deadline)
    if not isinstance(planned, Request):
        return planned
    return collect(planned, runner.run(planned))


def block(snippet: Snippet) -> Block:
    """A snippet as the runner takes it."""
    return Block(snippet.code, snippet.code_line, snippet.line)


def _tell(note: Note, result: Result) -> None:
    reason = f": {result.reason}" if result.reason else ""
    output.line(f"{note.path}:{result.line}  {result.status}{reason}")
    rows = [(v.line, f"{v.name} = {v.summary}" if v.name else v.summary) for v in result.values]
    rows += [(c.line, f"{MARKS[c.holds]} note {c.stated} · here {c.actual}") for c in result.claims]
    for number, text in sorted(rows, key=lambda row: row[0]):
        output.line(f"{number:6}  {text}")
    for text in result.stdout.rstrip("\n").split("\n") if result.stdout else ():
        output.line(f"      │ {text}")
    if result.error:
        where = f"line {result.error.line}: " if result.error.line else ""
        output.line(f"      ! {where}{result.error.type}: {result.error.message}")
