"""The fences that a command means, and their runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from studyapp.cli import output
from studyapp.cli.opened import opened, own_settings
from studyapp.cli.progress import tracked
from studyapp.cli.trust import is_trusted
from studyapp.library.asides import aside, mark_text, read_asides
from studyapp.library.paths import library_root
from studyapp.library.reading import read_note
from studyapp.notes import Note, Problem
from studyapp.notes.snippets import PYTHON, output_of
from studyapp.runner import Block, Request, Result, Runner, Unavailable, collect
from studyapp.runner.plan import plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from studyapp.library.asides import Asides
    from studyapp.notes import Snippet
    from studyapp.runner import Claim


@dataclass(frozen=True, slots=True)
class Fence:
    """A snippet of a note of the library at `root`."""

    root: Path
    note: Note
    snippet: Snippet

    @property
    def is_python(self) -> bool:
        """Whether it is labelled as Python, or is Python without a label."""
        return self.snippet.language in PYTHON - {""} or self.snippet.runnable

    def is_aside(self, claim: Claim, found: Asides) -> bool:
        """Whether the mark of this claim of the note is set aside."""
        text = mark_text(self.snippet.code, self.snippet.code_line, claim.line, claim.stated)
        return aside(found, self.note.path, text) is not None

    def run(self, runner: Runner, *, seed: int = 0, deadline: float = 10.0) -> Result:
        """Run it after the fences that it needs; blocks until it is over."""
        if not self.is_python:
            language = self.snippet.language or "it is plain text"
            return Result(self.snippet.line, "not-python", language)
        python = [one for one in self.note.snippets if one.runnable or one is self.snippet]
        blocks = [
            Block(
                one.code, one.code_line, one.line, output_of(one, self.note.snippets), one.heading
            )
            for one in python
        ]
        planned = plan(blocks, python.index(self.snippet), seed=seed, deadline=deadline)
        if isinstance(planned, Request):
            return collect(planned, runner.run(planned))
        if planned.status == "not-python":
            return replace(planned, reason="it does not parse as Python")
        return planned


def fences(target: str | None, now: datetime) -> Iterator[Fence]:
    """The fences of a library, a note, or the one at `NOTE:LINE`.

    Raises:
        click.ClickException: there is none, or the note can't be read.
    """
    path, line = _split(target)
    if path is None or path.is_dir():
        snapshot = opened(path, now).snapshot
        for place in snapshot.notes:
            if place.startswith(snapshot.prefix):
                note = snapshot.notes[place]
                yield from (Fence(snapshot.root, note, snippet) for snippet in note.snippets)
        return
    root, under = library_root(path.parent)
    read = read_note(root, f"{under}/{path.name}" if under else path.name)
    if isinstance(read, Problem):
        raise click.ClickException(str(read))
    found = [Fence(root, read, one) for one in read.snippets if line in (None, one.line)]
    if line is not None and not found:
        known = ", ".join(str(one.line) for one in read.snippets) or "none"
        raise click.ClickException(f"{read.path} has no fence at line {line}; its fences: {known}")
    yield from found


def performed(
    chosen: Sequence[Fence], *, seed: int = 0, deadline: float, unsandboxed: bool
) -> Iterator[tuple[Fence, Result]]:
    """Run the fences one after another; a ctrl-c ends it early, and cleanly.

    Raises:
        click.ClickException: no sandbox works, and nobody said that none is needed.
    """
    if not chosen:
        return
    try:
        with _started(chosen, unsandboxed=unsandboxed) as runner:
            for fence in tracked(chosen):
                yield fence, fence.run(runner, seed=seed, deadline=deadline)
    except KeyboardInterrupt:  # what is done counts
        return


def set_aside(chosen: Sequence[Fence]) -> dict[Path, Asides]:
    """The marks that were set aside in the fences' libraries, by root.

    Raises:
        click.ClickException: a journal can't be read.
    """
    try:
        return {root: read_asides(root) for root in {one.root for one in chosen}}
    except OSError as error:
        raise click.ClickException(f"{error.filename} can't be read: {error.strerror}") from error


def _started(chosen: Sequence[Fence], *, unsandboxed: bool) -> Runner:
    settings = own_settings()
    runner = Runner(Path(settings.python).expanduser() if settings.python else None)
    state = runner.wait()
    trusted = all(is_trusted(root, settings.trusted) for root in {one.root for one in chosen})
    if not (runner.sandboxed or unsandboxed or trusted):
        runner.close()
        raise click.ClickException(
            "no sandbox works here: add --unsandboxed, or trust the library with `studyapp trust`"
        )
    if isinstance(state, Unavailable):
        output.say(f"{state.reason} ({state.hint})")
    return runner


def _split(target: str | None) -> tuple[Path | None, int | None]:
    if target is None:
        return None, None
    name, colon, line = target.rpartition(":")
    if colon and line.isdecimal() and not Path(target).exists():
        return Path(name), int(line)
    return Path(target), None
