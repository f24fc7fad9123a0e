"""What was shown as saved is saved, whatever happens to the app, the note or the terminal."""

from __future__ import annotations

import json
import os
import random
import signal
import time
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from studyapp.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Person, Terminal

NORMS = """\
# Layer norm

**Q: Which axis does layer norm average over?**
A: The last one, so each token by itself.

**Q: Does layer norm keep running statistics?**
A: No; it behaves alike in training and evaluation.
"""
NOON = "2026-11-23T12:00:00+00:00"
CARDS = 5
MANY = "# Letters\n" + "".join(
    f"\n**Q: What is letter {n}?**\nA: Letter {n}.\n" for n in range(CARDS)
)
MASTERY = 0.3529
"""Of a card that was answered Good for the first time: (1 + 19/81 · 30)^−½."""


def reveal(app: Terminal) -> None:
    """Go from Home to the first answer."""
    app.see("new ·")
    app.press("enter")
    app.see("say it aloud")
    app.press(" ")
    app.see("4 Easy")


def kill(app: Terminal) -> None:
    """End the app as a power cut would."""
    os.kill(app.pid, signal.SIGKILL)
    app.wait()


def test_a_kill_after_saved_loses_nothing(person: Person) -> None:
    """SIGKILL once ✓ saved is on the screen: the next start counts the answer as done."""
    note = person.note("norms.md", NORMS)
    app = person.open()
    reveal(app)
    app.press("3")
    app.see("✓ saved: Good")
    kill(app)
    written = note.read_text("utf-8")
    assert "review_count: 1" in written
    again = person.open()
    again.see("1 new ·", "1 answer today")
    again.press("q")
    again.wait()
    assert person.grades() == [4]
    assert note.read_text("utf-8") == written


def test_a_kill_at_any_moment_leaves_journal_and_note_agreeing(person: Person) -> None:
    """SIGKILL within moments of the key: after the next start an answer is in both, or in none."""
    chance = random.Random(7)  # noqa: S311  for delays, not secrets
    note = person.note("letters.md", MANY)
    for _ in range(CARDS - 1):
        app = person.open()
        reveal(app)
        assert_agreement(person, note)
        app.press("3")
        time.sleep(chance.random() * 0.03)
        kill(app)
    healing = person.open()
    healing.see("new ·", "all decks")
    assert_agreement(person, note)
    assert {path.name for path in person.notes.iterdir()} <= {".studyapp", "letters.md"}


def assert_agreement(person: Person, note: Path) -> None:
    """The note's values follow from the journal, in which no card was answered twice."""
    answered = [event["card"] for event in person.journal() if event["event"] == "review"]
    assert len(set(answered)) == len(answered)
    text = note.read_text("utf-8")
    assert f"review_count: {min(1, len(answered))}\n" in text
    assert f"mastery_level: {round(MASTERY * len(answered) / CARDS, 2)}\n" in text


def test_an_edit_between_question_and_grade_is_kept(person: Person) -> None:
    """What an editor saved while the answer was on the screen stands beside the new values."""
    note = person.note("norms.md", NORMS)
    app = person.open()
    reveal(app)
    text = note.read_text("utf-8")
    note.write_text(text.replace("- tensors", "- norms") + "\nMore to come.\n", encoding="utf-8")
    app.press("3")
    app.see("✓ saved: Good")
    edited = note.read_text("utf-8")
    assert "- norms" in edited
    assert edited.endswith("\nMore to come.\n")
    assert "review_count: 1" in edited
    assert "next_review: '2026-11-24'" in edited


def grade_once(person: Person) -> None:
    """Answer the first card, by the command: its library is the app's."""
    env = person.environment()
    here = ["--library", str(person.notes), "--now", NOON]
    found = CliRunner().invoke(main, ["cards", *here[1:2], "--json"], env=env)
    card = json.loads(found.stdout)[0]["id"]
    result = CliRunner().invoke(main, ["grade", card, "good", *here], env=env)
    assert result.exit_code == 0, result.output


def rewrite(note: Path, **values: str) -> None:
    """Do what a script of the person's own does to a note's front matter."""
    lines = note.read_text("utf-8").split("\n")
    for at, line in enumerate(lines):
        key = line.partition(":")[0]
        if key in values:
            lines[at] = f"{key}: {values[key]}"
    note.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize(("key", "kept"), [("k", "2026-11-24"), ("o", "2026-12-20")])
def test_a_script_that_rewrote_values_is_named(person: Person, key: str, kept: str) -> None:
    """Three values changed between two starts: nothing is written until the person chooses."""
    note = person.note("norms.md", NORMS)
    grade_once(person)
    rewrite(note, last_reviewed="'2026-11-20'", next_review="'2026-12-20'", mastery_level="0.9")
    strange = note.read_bytes()
    app = person.open()
    app.see("Another tool", "k keep", "o take theirs")
    assert note.read_bytes() == strange
    app.press(key)
    app.lose("Another tool")
    assert f"next_review: '{kept}'" in note.read_text("utf-8")


def test_a_date_set_by_hand_is_obeyed(person: Person) -> None:
    """Only next_review changed: the card is due on that day, and the file stays as it is."""
    note = person.note("norms.md", NORMS)
    grade_once(person)
    rewrite(note, next_review="'2026-11-23'")
    moved = note.read_bytes()
    app = person.open()
    app.see("1 due", "You moved 1 review date by hand")
    assert note.read_bytes() == moved
    assert person.journal()[-1]["event"] == "reschedule"
