"""Reading a whole note: where one is in it, its links, its code, its questions."""

from collections.abc import Callable
from pathlib import Path

import pytest

from studyapp.tui.screens.note import NoteScreen
from studyapp.tui.screens.study import StudyScreen

HUB = """\
---
review_count: 0
related_outlines:
- plan
---
# Hub

See [the far note](far/away%20%281%29.md), [[leaf]], [a place](far/away%20%281%29.md#third-part),
[nothing](gone.md) and [the net](https://example.org).

""" + "\n\n".join(f"## Part {n}\n\nParagraph {n}." for n in range(30))
FAR = "# Away\n\n" + "word\n\n" * 40 + "## Third part\n\nThe goal. Back to [hub](../hub.md).\n"
CODE = """\
# Code

Before it.

```python
x = 6 * 7
print("x is", x)
```

After it.

**Q: What is six times seven?**
A: 42.
"""


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """A library of notes that link to each other."""
    files = {
        "hub.md": HUB,
        "far/away (1).md": FAR,
        "leaf.md": "# Leaf\n\nGreen. [[hub|Up]]\n",
        "plan.md": "# Plan\n",
        "code.md": CODE,
    }
    folder = tmp_path / "linked"
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


async def test_links_lead_there_and_back(linked: Path, sit: Callable) -> None:
    """Enter follows a link at the cursor, whatever its kind; backspace returns to the line."""
    async with sit(linked) as person:
        await person.presses("ctrl+o")
        await person.hammers(*"hub", "enter")
        await person.sees("Paragraph 0")
        await person.presses("tab", "tab", "enter")  # the note itself asks: Explain: Hub
        await person.sees("far/away (1).md")
        await person.presses("backspace")
        await person.sees("See the far note")
        await person.presses("tab", "tab", "enter")
        await person.sees("Green.")
        await person.presses("tab", "enter")
        await person.sees("Paragraph 0")
        await person.hammers("tab", "tab", "tab", "tab", "enter")
        await person.sees("The goal.")
        await person.presses("backspace")
        await person.sees("See the far note")
        await person.hammers("tab", "tab", "tab", "tab", "enter")
        await person.sees("gone.md” leads nowhere")
        assert "See the far note" in person.sight


async def test_the_way_back_skips_a_note_that_is_gone(tmp_path: Path, sit: Callable) -> None:
    """A link inside of a note moves to its heading; a note that is gone costs no other step."""
    files = {
        "a.md": "# A\n\nFirst [b](b.md)\n",
        "b.md": "# B\n\nSecond [c](c.md)\n",
        "c.md": "# C\n\nThird [end](c.md#end)\n\n" + "word\n\n" * 40 + "## End\n\nThe last.\n",
    }
    for path, text in files.items():
        (tmp_path / path).write_text(text, "utf-8")
    async with sit(tmp_path) as person:
        await person.app.push_screen(NoteScreen("a.md"))
        for seen in ("First", "Second"):
            await person.sees(seen)
            await person.presses("tab", "enter")
        await person.sees("Third")
        await person.presses("tab", "tab", "enter")  # the note itself asks: Explain: C
        await person.sees("The last.")
        await person.presses("backspace")
        await person.sees("Third")
        (tmp_path / "b.md").unlink()
        await person.presses("backspace")
        await person.sees("can't be opened here")
        await person.presses("backspace")
        await person.sees("First")


async def test_what_links_here_is_listed(linked: Path, sit: Callable) -> None:
    """The notes that link to this one and its outlines are listed, and open at the link's line."""
    async with sit(linked) as person:
        await person.app.push_screen(NoteScreen("hub.md"))
        await person.sees("Paragraph 0")
        await person.presses("b")
        await person.sees("Leaf  · leaf.md · line 3")
        assert "outline · plan" in person.sight
        assert "Away  · far/away (1).md · line 85" in person.sight
        await person.hammers(*"away", "enter")
        await person.sees("The goal.")


async def test_contents_and_finds_lead_through_a_note(linked: Path, sit: Callable) -> None:
    """A heading of the contents is gone to; words are found, the next and the one before."""
    async with sit(linked, (80, 24)) as person:
        await person.app.push_screen(NoteScreen("hub.md"))
        await person.sees("Paragraph 0")
        await person.presses("t")
        await person.sees("enter go")
        await person.presses("escape")
        assert "Contents" not in person.sight
        assert "Paragraph 0" in person.sight
        await person.presses("t")
        await person.hammers(*["down"] * 20, "enter")
        await person.sees("Paragraph 20")
        assert "Contents" not in person.sight
        await person.presses("slash")
        await person.hammers(*"27.", "enter")
        await person.sees("find 1 of 1")
        assert "Paragraph 27" in person.sight
        await person.presses("slash")
        await person.hammers(*"nowhere", "enter")
        await person.sees("does not stand in this note")
        await person.presses("slash")
        await person.hammers(*"1.", "enter")
        await person.sees("find 1 of 3")
        await person.presses("n")
        await person.sees("find 2 of 3")
        await person.presses("N", "escape")
        assert "find" not in person.sight.replace("/ find", "")


async def test_code_runs_in_its_own_place(linked: Path, sit: Callable) -> None:
    """Results stand beneath the lines of the fence, in the middle of the note, until put away."""
    async with sit(linked, trusted=True) as person:
        await person.app.push_screen(NoteScreen("code.md"))
        await person.sees("Before it.")
        await person.presses("r")
        await person.sees("x is 42")
        rows = person.sight.split("\n")
        places = [
            next(at for at, row in enumerate(rows) if text in row)
            for text in ("Before it.", "x = 6 * 7", "x is 42", "After it.")
        ]
        assert places == sorted(places)
        assert person.sight.count("▸") == 1
        await person.presses("escape")
        assert "x is 42" not in person.sight
        assert "After it." in person.sight


async def test_an_edit_is_shown_in_place(linked: Path, sit: Callable) -> None:
    """What an editor wrote is shown where the person was; a question can be asked from there."""
    async with sit(linked, (80, 24)) as person:
        await person.app.push_screen(NoteScreen("hub.md", 40))
        await person.sees("Paragraph 8")
        text = HUB.replace(
            "Paragraph 8.", "Paragraph eight.\n\n**Q: Which part is it?**\nA: Eight."
        )
        (linked / "hub.md").write_text(text, "utf-8")
        person.app.action_refresh_library()
        await person.sees("Paragraph eight.")
        assert "Paragraph 0" not in person.sight
        await person.presses("full_stop", "enter")
        await person.sees("Which part is it?")
        assert isinstance(person.app.screen, StudyScreen)
        await person.presses("q")
        assert isinstance(person.app.screen, NoteScreen)


async def test_study_opens_the_note_at_the_card(notes: Path, sit: Callable) -> None:
    """From a card its note opens at its line, and escape goes back to the card."""
    async with sit(notes, (80, 12)) as person:
        await person.presses("enter", "n")
        await person.sees("? ")
        assert isinstance(person.app.screen, NoteScreen)
        assert "Adding" not in person.sight
        await person.presses("escape")
        assert isinstance(person.app.screen, StudyScreen)
