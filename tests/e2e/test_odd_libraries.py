"""Libraries as they come: empty, broken, read-only, linked. Home says so, studying works."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Person, Terminal

MASKS = """\
# Masks

**Q: What does a causal mask hide?**
A: The future.
"""


def answer_one(app: Terminal) -> None:
    """Study the first card and grade it."""
    app.press("enter")
    app.see("What does a causal mask hide?", "say it aloud")
    app.press(" ")
    app.see("The future.", "3 Good")
    app.press("3")


def test_an_empty_library_says_how_to_begin(person: Person) -> None:
    """No notes: Home says so and shows the form of a question; a first note is found by f5."""
    person.notes.mkdir()
    app = person.open()
    app.see("No questions here yet", "**Q: …**", "f5")
    app.press("enter", "c", "p")
    app.see("None.")
    app.press("escape")
    app.lose("None.")
    note = person.note("masks.md", MASKS)
    app.press("\x1b[15~")
    app.see("1 new")
    answer_one(app)
    app.see("✓ saved: Good")
    assert "review_count: 1" in note.read_text("utf-8")


def test_broken_files_are_problems_beside_a_working_library(person: Person) -> None:
    """Broken YAML, an empty file and bytes named .md: counted, named with a line, not touched."""
    person.note("masks.md", MASKS)
    bad = {
        "broken.md": b"---\ntags: [a\nnext_review: '2026-01-01'\n---\n# Broken\n",
        "empty.md": b"",
        "picture.md": bytes(range(256)) * 4,
    }
    for name, data in bad.items():
        (person.notes / name).write_bytes(data)
    app = person.open(size=(120, 30))
    app.see("1 new", "in the notes; p shows")
    app.press("p")
    app.see("broken.md:", "picture.md")
    app.press("escape")
    app.lose("picture.md")
    answer_one(app)
    app.see("✓ saved: Good")
    assert {name: (person.notes / name).read_bytes() for name in bad} == bad


def test_a_note_with_several_names_waits(person: Person) -> None:
    """A note that can't be replaced safely: the grade is kept, the note is named with a reason."""
    note = person.note("masks.md", MASKS)
    os.link(note, person.folder / "second-name.md")
    before = note.read_bytes()
    app = person.open(size=(120, 30))
    app.see("1 new")
    answer_one(app)
    app.see("masks.md waits")
    app.press("q")
    app.see("1 note waits to be written")
    app.press("p")
    app.see("masks.md", "2 hard links share it")
    assert note.read_bytes() == before
    assert person.grades() == [4]


def test_a_folder_that_takes_no_files_waits(person: Person) -> None:
    """The note's folder can't be written: the app says what was not saved, and goes on."""
    note = person.note("deck/masks.md", MASKS)
    (person.notes / ".studyapp").write_text("no folder\n", encoding="utf-8")
    app = person.open(size=(120, 30))
    app.see("1 new")
    answer_one(app)
    app.see("Not saved", "What does a causal mask hide?")
    assert "review_count: 0" in note.read_text("utf-8")
    app.press("q")
    app.see("1 new")


def linked(person: Person) -> tuple[Path, Path]:
    """A note in the library and a symbolic link to it from another folder of the library."""
    note = person.note("real/masks.md", MASKS)
    link = person.notes / "linked" / "masks-again.md"
    link.parent.mkdir()
    link.symlink_to(note)
    return note, link


def test_a_linked_note_is_written_where_it_lies(person: Person) -> None:
    """A symbolic link within the library: one card, its file written, the link still a link."""
    note, link = linked(person)
    app = person.open()
    app.see("new")
    answer_one(app)
    app.see("✓ saved: Good")
    assert "review_count: 1" in note.read_text("utf-8")
    assert link.is_symlink()


def test_a_note_linked_from_outside_is_not_written(person: Person) -> None:
    """The link's target lies outside the library: asked all the same, never written, named."""
    outside = person.folder / "elsewhere.md"
    note = person.note("masks.md", MASKS)
    note.rename(outside)
    note.symlink_to(outside)
    before = outside.read_bytes()
    app = person.open(size=(120, 30))
    app.see("1 new")
    answer_one(app)
    app.see("masks.md waits")
    assert outside.read_bytes() == before


def test_a_folder_that_is_none_ends_with_a_sentence(person: Person) -> None:
    """A library that does not exist: one line and exit status 1, no screen."""
    app = person.open()
    assert app.wait() == 1
    assert "does not exist" in " ".join(app.screen().split())
