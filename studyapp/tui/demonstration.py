"""From a demo to a run: the blocks of its note, and the title above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.runner import Block, plan

if TYPE_CHECKING:
    from studyapp.demos import Demo
    from studyapp.notes import Note
    from studyapp.runner import Request, Result
    from studyapp.tui.words import Words


def planned(demo: Demo, note: Note, seed: int) -> Request | Result:
    """The run of `demo` after the earlier fences that it needs, or why there is none."""
    python = [snippet for snippet in note.snippets if snippet.runnable]
    blocks = [Block(one.code, one.code_line, one.line) for one in python]
    return plan(blocks, [one.line for one in python].index(demo.line), seed=seed)


def title(demo: Demo, here: str, note: Note, say: Words) -> str:
    """Where a demo comes from: this note and its heading, or another note's title."""
    kind = say("demo" if demo.snippet.runnable else "code")
    where = say("this_note") if demo.note == here else note.title
    heading = demo.snippet.trail[-1] if demo.snippet.trail else ""
    related = "" if demo.opens else say("related")
    return " · ".join(part for part in (kind, related, where, heading) if part)
