"""From a demo to a run: the blocks of its note, and the title above it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp.demos import Demo
from studyapp.notes.snippets import output_of
from studyapp.runner import Block, Request
from studyapp.runner.plan import plan
from studyapp.tui.spoken import spoken
from studyapp.tui.widgets.snippet import Snippet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.library.results import Kept
    from studyapp.notes import Note
    from studyapp.runner import Result
    from studyapp.tui.words import Words


MANUAL = "torch"
"""The source of a demo from torch's own documentation."""


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A demo as it is shown: with its note, and the run that it would be."""

    demo: Demo
    note: Note
    run: Request | Result | None
    """None where the code can't be run; a `Result` says why there is no run."""
    kept: Kept | None = None
    """What its last run gave, on whichever day."""
    aside: frozenset[str] = frozenset()
    """The texts of its note's marks that are set aside; see `library.asides`."""

    @property
    def snippet(self) -> Snippet:
        """The code as a pane draws it."""
        one = self.demo.snippet
        return Snippet(one.code, one.code_line, one.language, one.runnable)

    @property
    def is_noted(self) -> bool:
        """Whether the code stands in a note, which can be written to."""
        return self.demo.source != MANUAL

    @property
    def earlier(self) -> Sequence[Snippet]:
        """The other fences of the note that run before it."""
        blocks = self.run.blocks[:-1] if isinstance(self.run, Request) else ()
        return [Snippet(one.code, one.line, "python", runnable=True) for one in blocks]

    def changed(self, code: str) -> Exhibit:
        """The same with other code in the demo's place."""
        snippet = replace(self.demo.snippet, code=code)
        demo = replace(self.demo, snippet=snippet)
        same = [snippet if one.line == demo.line else one for one in self.note.snippets]
        return exhibit(demo, replace(self.note, snippets=tuple(same)), typed=True)


def exhibit(demo: Demo, note: Note, *, typed: bool = False) -> Exhibit:
    """A demo and the run it would be; what was just `typed` is planned even if it won't parse."""
    run = planned(demo, note) if typed or demo.snippet.runnable else None
    return Exhibit(demo, note, run)


def manual(name: str, example: str) -> Exhibit:
    """An example of torch's own documentation, as a demo of a note that is nowhere."""
    fence = "~" * 6
    text = f"# {name}\n\n{fence}pycon\n{example}{fence}\n"
    from studyapp.notes import parse  # noqa: PLC0415  it brings the parser, 0.1 s

    note = parse(text.encode(), name)
    [snippet] = note.snippets
    return exhibit(Demo(name, snippet.line, MANUAL, 0.0, opens=False, snippet=snippet), note)


def planned(demo: Demo, note: Note) -> Request | Result:
    """The run of `demo` after the earlier fences that it needs, or why there is none."""
    python = [one for one in note.snippets if one.runnable or one.line == demo.line]
    blocks = [
        Block(one.code, one.code_line, one.line, output_of(one, note.snippets), one.heading)
        for one in python
    ]
    return plan(blocks, [one.line for one in python].index(demo.line))


def title(demo: Demo, here: str, note: Note, say: Words) -> str:
    """Where a demo comes from: this note and its heading, or another note's title."""
    kind = say("demo" if demo.snippet.runnable else "code")
    if demo.source == MANUAL:
        return " · ".join((kind, say("torch_docs"), note.title))
    where = say("this_note") if demo.note == here else spoken(note.title)
    heading = spoken(demo.snippet.trail[-1]) if demo.snippet.trail else ""
    related = "" if demo.opens else say("related")
    return " · ".join(part for part in (kind, related, where, heading) if part)
