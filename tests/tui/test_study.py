"""Studying with keys and mouse: what is pressed, what is shown, what is written."""

import json
import re
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from studyapp.tui.screens.study import StudyScreen
from studyapp.tui.widgets.grades import Grades

Sit = Callable[..., Any]


def journal(folder: Path) -> list[dict[str, object]]:
    """The events of the one device."""
    [path] = (folder / ".studyapp" / "journal").glob("*.jsonl")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def reviews(folder: Path) -> list[object]:
    """The grades in the journal."""
    return [event["grade"] for event in journal(folder) if event["event"] == "review"]


async def test_a_card_is_read_revealed_and_graded(sit: Sit, notes: Path) -> None:
    """Enter, space and 3 show question and answer, write journal and note, and go on."""
    async with sit(notes) as person:
        await person.presses("enter")
        await person.sees("What does adding a number")
        assert "every element" not in person.sight
        await person.presses("space")
        await person.sees("every element")
        await person.presses("3")
        await person.sees("What is a scalar tensor?")
        await person.sees("saved: Good")
    text = (notes / "basics/tensors.md").read_text("utf-8")
    assert "last_reviewed: '2026-11-23'\nnext_review: '2026-11-24'\nreview_count: 1" in text
    assert "mastery_level: 0.12" in text
    assert reviews(notes) == [4]


async def test_dates_stand_on_the_buttons(sit: Sit, notes: Path) -> None:
    """After the reveal each grade says when the card returns, and which come again today."""
    async with sit(notes, size=(80, 24)) as person:
        await person.presses("enter", "space")
        options = person.app.screen.query_one(Grades).options
        assert [(o.key, o.label, o.when, o.again) for o in options] == [
            ("1", "Again", "tomorrow", True),
            ("2", "Hard", "tomorrow", True),
            ("3", "Good", "tomorrow", False),
            ("4", "Easy", "tomorrow", False),
        ]
        await person.sees("1 Again tomorrow ↻")


async def test_grades_do_nothing_before_the_answer(sit: Sit, notes: Path) -> None:
    """A grade key before the reveal neither grades nor moves on."""
    async with sit(notes) as person:
        await person.presses("enter", "3")
        await person.sees("1 of 4")
    assert not (notes / ".studyapp").exists()


async def test_undo_takes_the_grade_back_on_disk_and_screen(sit: Sit, notes: Path) -> None:
    """Key u returns to the graded card, and the note is the file it was, to the byte."""
    before = (notes / "basics/tensors.md").read_bytes()
    async with sit(notes) as person:
        await person.presses("enter", "space", "4")
        assert (notes / "basics/tensors.md").read_bytes() != before
        await person.presses("u")
        await person.sees("every element")
        await person.sees("1 of 4")
    assert (notes / "basics/tensors.md").read_bytes() == before


async def test_home_and_the_sitting_foretell_the_same_minutes(sit: Sit, notes: Path) -> None:
    """The minutes that Home names are those of the sitting that enter begins, repeats and all."""
    async with sit(notes) as person:
        [foretold] = re.findall(r"about \d+ min", person.sight)
        await person.presses("enter")
        assert f"new · {foretold}" in person.sight


async def test_an_undo_that_takes_its_time_dates_the_grades_anew(
    sit: Sit, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The card is back at once; when the undo is on disk its grades lead where they led before."""
    (notes / ".studyapp").mkdir()
    (notes / ".studyapp/settings.toml").write_text('scheduler = "fsrs"\n')  # dates that differ
    gate = threading.Event()
    async with sit(notes) as person:
        await person.presses("enter", "space")
        offered = person.app.screen.query_one(Grades).options
        undo = person.app.library.undo
        monkeypatch.setattr(person.app.library, "undo", lambda *what: gate.wait(5) and undo(*what))
        await person.presses("4")
        await person.pilot.press("u")
        await person.glimpses("1 of 4")
        gate.set()
        await person.sees("✓ undone: Easy: What does adding")
        assert person.app.screen.query_one(Grades).options == offered


async def test_a_forgotten_card_comes_back_with_two_keys(sit: Sit, notes: Path) -> None:
    """Again brings the card back in the same sitting, which asks only: not yet, or got it."""
    (notes / "形状/广播.md").unlink()
    async with sit(notes) as person:
        await person.presses("enter", "space", "1", "space", "3", "space", "3")
        await person.sees("What does adding a number")
        await person.sees("1 to repeat today")
        await person.presses("space")
        offered = person.app.screen.query_one(Grades).options
        assert [one.label for one in offered] == ["Not yet", "Got it"]
        await person.presses("3")
        await person.sees("Done for now")
    assert reviews(notes) == [1, 4, 4, 4]


async def test_what_is_left_to_repeat_waits_on_home(sit: Sit, notes: Path) -> None:
    """Leaving before a repeat is answered loses nothing: Home counts it."""
    async with sit(notes) as person:
        await person.presses("enter", "space", "1")
        await person.presses("q")
        await person.sees("1 to repeat today · 3 new")


async def test_full_width_keys_work(sit: Sit, notes: Path) -> None:
    """With an input method in full-width mode, space and digits still study."""
    async with sit(notes) as person:
        await person.presses("enter", "ideographic_space", "４")
    assert reviews(notes) == [5]


async def test_the_mouse_grades(sit: Sit, notes: Path) -> None:
    """A click on a grade is the grade's key."""
    async with sit(notes) as person:
        await person.presses("enter", "space")
        await person.clicks(Grades, (60, 0))
    assert reviews(notes) == [4]


@pytest.mark.parametrize(("key", "event"), [("s", "suspend"), ("b", "bury"), ("f", "flag")])
async def test_marks_are_journalled_and_leave_the_note_alone(
    sit: Sit, notes: Path, key: str, event: str
) -> None:
    """Suspend, bury and flag write the journal, and not a byte of the note."""
    before = (notes / "basics/tensors.md").read_bytes()
    async with sit(notes) as person:
        await person.presses("enter")
        await person.presses(key)
    assert journal(notes)[-1]["event"] == event
    assert (notes / "basics/tensors.md").read_bytes() == before


async def test_why_tells_interval_and_ease(sit: Sit, notes: Path) -> None:
    """Key w says in a sentence what the date rests on."""
    async with sit(notes) as person:
        await person.presses("enter", "w")
        await person.sees("never reviewed")


async def test_the_note_can_be_read_whole(sit: Sit, notes: Path) -> None:
    """Key n shows the whole note without its front matter, escape returns to the card."""
    async with sit(notes) as person:
        await person.presses("enter", "n")
        await person.sees("1. Adding")
        assert "mastery_level" not in person.sight
        await person.presses("escape")
        assert isinstance(person.app.screen, StudyScreen)


async def test_cramming_leaves_the_schedule_alone(sit: Sit, notes: Path) -> None:
    """Key c goes through the deck; the answers are journalled as cram and the notes stay."""
    before = (notes / "basics/tensors.md").read_bytes()
    async with sit(notes) as person:
        await person.presses("c")
        await person.presses("space", "3")
    assert [e["event"] for e in journal(notes)] == ["card", "cram"]
    assert (notes / "basics/tensors.md").read_bytes() == before


async def test_a_note_edited_meanwhile_keeps_the_edit(sit: Sit, notes: Path) -> None:
    """What an editor saves between question and grade stays, with the new values beside it."""
    path = notes / "basics/tensors.md"
    async with sit(notes) as person:
        await person.presses("enter")
        path.write_text(path.read_text("utf-8") + "\nA late thought.\n", encoding="utf-8")
        await person.presses("space", "3")
    assert "A late thought." in path.read_text("utf-8")
    assert "review_count: 1" in path.read_text("utf-8")


async def test_a_grade_that_cannot_be_saved_is_taken_back(sit: Sit, notes: Path) -> None:
    """Where the journal can't be written the app says so and asks the card again."""
    (notes / ".studyapp").write_text("in the way of the journal's folder", encoding="utf-8")
    async with sit(notes) as person:
        await person.presses("enter", "space", "3")
        await person.sees("Not saved")
        await person.sees("1 of 4")


async def test_a_note_that_cannot_be_written_waits(sit: Sit, notes: Path, tmp_path: Path) -> None:
    """With a hard link on the note the grade is safe, and the app says that the note waits."""
    path = notes / "basics/tensors.md"
    (tmp_path / "elsewhere.md").hardlink_to(path)
    async with sit(notes) as person:
        await person.presses("enter", "space", "3")
        await person.sees("tensors.md waits")
        await person.presses("q")
        await person.sees("1 note waits to be written")
    assert reviews(notes) == [4]


def reword(path: Path) -> None:
    """Change the words of the first question."""
    text = path.read_text("utf-8").replace("What does adding", "What exactly does adding")
    path.write_text(text, encoding="utf-8")


async def reworded(person: Any, path: Path) -> None:
    """Have the library read again after the first question was reworded."""
    reword(path)
    person.app.action_refresh_library()
    await person.sees("What exactly does adding")


async def test_a_new_question_reworded_stays_on_the_screen(sit: Sit, notes: Path) -> None:
    """An unseen card whose question is edited in the middle is asked on in its new words."""
    path = notes / "basics/tensors.md"
    async with sit(notes) as person:
        await person.presses("enter", "space")
        await person.sees("every element")
        await reworded(person, path)
        assert "1 of 4" in person.sight
        await person.presses("3")
        await person.sees("saved")
    assert "review_count: 1" in path.read_text("utf-8")


async def test_a_studied_question_reworded_keeps_its_history(sit: Sit, notes: Path) -> None:
    """A card to repeat whose question is edited is still the same repeat, with two keys."""
    path = notes / "basics/tensors.md"
    async with sit(notes) as person:
        await person.presses("enter", "space", "1")
        await person.sees("saved")
    async with sit(notes) as person:
        await person.presses("enter", "space")
        await person.sees("Not yet")
        await reworded(person, path)
        assert "Not yet" in person.sight
        await person.presses("3")
        await person.sees("saved")
    assert reviews(notes) == [1, 4]
    assert [e["event"] for e in journal(notes)].count("rebind") == 1
