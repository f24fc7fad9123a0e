"""The terminal itself: its size, its colours, what may reach it, and the person's editor."""

from __future__ import annotations

import re
import stat
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Person

RESIDUALS = """\
# Residuals

**Q: Why add the input back?**
A: So that the gradient has a way around the block, however deep the stack of blocks becomes.
"""
EDITOR = """\
#!{python}
import pathlib, sys
pathlib.Path({record!r}).write_text("\\n".join(sys.argv[1:]), encoding="utf-8")
note = pathlib.Path(sys.argv[-1])
text = note.read_text(encoding="utf-8")
note.write_text(text.replace("way around", "detour around"), encoding="utf-8")
"""
COLOUR = re.compile(rb"\x1b\[[0-9;]*[34]8;[25];")


def test_a_resize_keeps_everything_readable(person: Person) -> None:
    """From 200×50 to 80×24 and back while an answer is shown: all of it stays on the screen."""
    person.note("residuals.md", RESIDUALS)
    app = person.open(size=(200, 50))
    app.see("1 new")
    app.press("enter")
    app.see("say it aloud")
    app.press(" ")
    app.see("however deep the stack of blocks becomes.", "4 Easy")
    app.resize(80, 24)
    app.see("Why add the input back?", "blocks becomes.", "4 Easy", "1 of 1")
    app.until(lambda: app.screen().count("╭") == app.screen().count("╯") == 2, "see two boxes")
    app.resize(200, 50)
    app.see("however deep the stack of blocks becomes.", "4 Easy")


def test_no_color_is_respected(person: Person) -> None:
    """With NO_COLOR set no colour but greys reaches the terminal, and all is there."""
    person.note("residuals.md", RESIDUALS)
    app = person.open(env={"NO_COLOR": "1"})
    app.see("1 new")
    app.press("enter")
    app.see("say it aloud")
    app.press(" ")
    app.see("3 Good")
    for match in re.finditer(rb"[34]8;2;(\d+);(\d+);(\d+)", bytes(app.raw)):
        assert len(set(match.groups())) == 1


def test_escapes_of_a_note_never_reach_the_terminal(person: Person) -> None:
    """Control sequences in title, question, answer and file name are shown, not obeyed."""
    evil = "\x1b]0;pwned\x07\x1b[2J\x9b31m"
    person.note(
        f"evil{evil[:9]}.md".replace("/", ""),
        f"# Title {evil}\n\n**Q: Question {evil}?**\nA: Answer {evil} `code {evil}`.\n",
    )
    app = person.open()
    app.see("1 new")
    app.press("enter")
    app.see("Question")
    app.press(" ")
    app.see("3 Good", "Answer")
    app.press("n")
    app.see("Title")
    app.press("escape")
    app.see("3 Good")
    raw = bytes(app.raw)
    assert b"\x1b]0;pwned" not in raw
    assert b"pwned\x07" not in raw
    assert b"\x1b[2J" not in raw
    assert b"\xc2\x9b" not in raw


def test_the_editor_opens_at_the_card(person: Person) -> None:
    """`e` starts $EDITOR at the question's line; afterwards the changed answer is shown."""
    note = person.note("residuals.md", RESIDUALS)
    record = person.folder / "argv"
    editor = person.folder / "editor"
    editor.write_text(EDITOR.format(python=sys.executable, record=str(record)), encoding="utf-8")
    editor.chmod(editor.stat().st_mode | stat.S_IXUSR)
    app = person.open(env={"EDITOR": str(editor)})
    app.see("1 new")
    app.press("enter")
    app.see("Why add the input back?", "say it aloud")
    app.press(" ")
    app.see("a way around the block")
    app.press("e")
    app.see("a detour around the block", "3 Good")
    lines = note.read_text("utf-8").split("\n")
    line = next(n for n, text in enumerate(lines, 1) if text.startswith("**Q:"))
    assert record.read_text("utf-8").split("\n") == [f"+{line}", str(note)]
    app.press("3")
    app.see("✓ saved: Good")
    assert person.grades() == [4]


def test_without_an_editor_the_way_is_named(person: Person) -> None:
    """`e` with no $EDITOR says which variable to set."""
    person.note("residuals.md", RESIDUALS)
    app = person.open()
    app.see("1 new")
    app.press("enter")
    app.see("say it aloud")
    app.press("e")
    app.see("$EDITOR")
    app.press(" ")
    app.see("So that the gradient")
