"""Studying with keys and mouse: what is pressed, what is shown, what is written."""

import json
import re
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from studyapp.tui.app import StudyApp
from studyapp.tui.screens.study import StudyScreen
from studyapp.tui.widgets.grades import Grades

Build = Callable[..., StudyApp]
WIDE = (120, 36)


def shown(app: StudyApp) -> str:
    """The screen as a person reads it."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(s.text for s in strip) for strip in strips)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until the app has nothing left to do."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def seen(pilot: Pilot[None], text: str) -> None:
    """Wait until `text` is on the screen; the disk and other threads take their time."""
    for _ in range(200):
        await settled(pilot)
        if text in shown(pilot.app):
            return
        await pilot.pause(0.02)
    raise AssertionError(f"never saw {text!r} on:\n{shown(pilot.app)}")


async def begun(pilot: Pilot[None]) -> None:
    """Open the library and begin today's cards."""
    await settled(pilot)
    await pilot.press("enter")
    await settled(pilot)


def journal(folder: Path) -> list[dict[str, object]]:
    """The events of the one device."""
    [path] = (folder / ".studyapp" / "journal").glob("*.jsonl")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def reviews(folder: Path) -> list[object]:
    """The grades in the journal."""
    return [event["grade"] for event in journal(folder) if event["event"] == "review"]


async def test_a_card_is_read_revealed_and_graded(build: Build, notes: Path) -> None:
    """Enter, space and 3 show question and answer, write journal and note, and go on."""
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await seen(pilot, "What does adding a number")
        assert "every element" not in shown(app)
        await pilot.press("space")
        await seen(pilot, "every element")
        await pilot.press("3")
        await seen(pilot, "What is a scalar tensor?")
        await seen(pilot, "saved: Good")
    text = (notes / "basics/tensors.md").read_text("utf-8")
    assert "last_reviewed: '2026-11-23'\nnext_review: '2026-11-24'\nreview_count: 1" in text
    assert "mastery_level: 0.12" in text
    assert reviews(notes) == [4]


async def test_dates_stand_on_the_buttons(build: Build, notes: Path) -> None:
    """After the reveal each grade says when the card returns, and which come again today."""
    app = build(notes)
    async with app.run_test(size=(80, 24)) as pilot:
        await begun(pilot)
        await pilot.press("space")
        await settled(pilot)
        options = app.screen.query_one(Grades).options
        assert [(o.key, o.label, o.when, o.again) for o in options] == [
            ("1", "Again", "tomorrow", True),
            ("2", "Hard", "tomorrow", True),
            ("3", "Good", "tomorrow", False),
            ("4", "Easy", "tomorrow", False),
        ]
        await seen(pilot, "1 Again  tomorrow ↻")


async def test_grades_do_nothing_before_the_answer(build: Build, notes: Path) -> None:
    """A grade key before the reveal neither grades nor moves on."""
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press("3")
        await seen(pilot, "1 of 4")
    assert not (notes / ".studyapp").exists()


async def test_undo_takes_the_grade_back_on_disk_and_screen(build: Build, notes: Path) -> None:
    """Key u returns to the graded card, and the note is the file it was, to the byte."""
    before = (notes / "basics/tensors.md").read_bytes()
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press("space", "4")
        await settled(pilot)
        assert (notes / "basics/tensors.md").read_bytes() != before
        await pilot.press("u")
        await seen(pilot, "every element")
        await seen(pilot, "1 of 4")
    assert (notes / "basics/tensors.md").read_bytes() == before


async def test_home_and_the_sitting_foretell_the_same_minutes(build: Build, notes: Path) -> None:
    """The minutes that Home names are those of the sitting that enter begins, repeats and all."""
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        [foretold] = re.findall(r"about \d+ min", shown(app))
        await begun(pilot)
        assert f"new · {foretold}" in shown(app)


async def test_an_undo_that_takes_its_time_dates_the_grades_anew(
    build: Build, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The card is back at once; when the undo is on disk its grades lead where they led before."""
    (notes / ".studyapp").mkdir()
    (notes / ".studyapp/settings.toml").write_text('scheduler = "fsrs"\n')  # dates that differ
    app, gate = build(notes), threading.Event()
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press("space")
        await settled(pilot)
        offered = app.screen.query_one(Grades).options
        undo = app.library.undo
        monkeypatch.setattr(app.library, "undo", lambda *what: gate.wait(5) and undo(*what))
        await pilot.press("4")
        await settled(pilot)
        await pilot.press("u")
        await seen(pilot, "1 of 4")
        gate.set()
        await seen(pilot, "✓ undone: Easy: What does adding")
        assert app.screen.query_one(Grades).options == offered


async def test_a_forgotten_card_comes_back_with_two_keys(build: Build, notes: Path) -> None:
    """Again brings the card back in the same sitting, which asks only: not yet, or got it."""
    (notes / "形状/广播.md").unlink()
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press("space", "1", "space", "3", "space", "3")
        await seen(pilot, "What does adding a number")
        await seen(pilot, "1 to repeat today")
        await pilot.press("space")
        await settled(pilot)
        assert [o.label for o in app.screen.query_one(Grades).options] == ["Not yet", "Got it"]
        await pilot.press("3")
        await seen(pilot, "Done for now")
    assert reviews(notes) == [1, 4, 4, 4]


async def test_what_is_left_to_repeat_waits_on_home(build: Build, notes: Path) -> None:
    """Leaving before a repeat is answered loses nothing: Home counts it."""
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press("space", "1")
        await settled(pilot)
        await pilot.press("q")
        await seen(pilot, "1 to repeat today · 3 new")


async def test_full_width_keys_work(build: Build, notes: Path) -> None:
    """With an input method in full-width mode, space and digits still study."""
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press("ideographic_space", "４")
        await settled(pilot)
    assert reviews(notes) == [5]


async def test_the_mouse_grades(build: Build, notes: Path) -> None:
    """A click on a grade is the grade's key."""
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press("space")
        await settled(pilot)
        await pilot.click(Grades, offset=(60, 0))
        await settled(pilot)
    assert reviews(notes) == [4]


@pytest.mark.parametrize(("key", "event"), [("s", "suspend"), ("b", "bury"), ("f", "flag")])
async def test_marks_are_journalled_and_leave_the_note_alone(
    build: Build, notes: Path, key: str, event: str
) -> None:
    """Suspend, bury and flag write the journal, and not a byte of the note."""
    before = (notes / "basics/tensors.md").read_bytes()
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press(key)
        await settled(pilot)
    assert journal(notes)[-1]["event"] == event
    assert (notes / "basics/tensors.md").read_bytes() == before


async def test_why_tells_interval_and_ease(build: Build, notes: Path) -> None:
    """Key w says in a sentence what the date rests on."""
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press("w")
        await seen(pilot, "never reviewed")


async def test_the_note_can_be_read_whole(build: Build, notes: Path) -> None:
    """Key n shows the whole note without its front matter, escape returns to the card."""
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press("n")
        await seen(pilot, "1. Adding")
        assert "mastery_level" not in shown(app)
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, StudyScreen)


async def test_cramming_leaves_the_schedule_alone(build: Build, notes: Path) -> None:
    """Key c goes through the deck; the answers are journalled as cram and the notes stay."""
    before = (notes / "basics/tensors.md").read_bytes()
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await settled(pilot)
        await pilot.press("c")
        await settled(pilot)
        await pilot.press("space", "3")
        await settled(pilot)
    assert [e["event"] for e in journal(notes)] == ["card", "cram"]
    assert (notes / "basics/tensors.md").read_bytes() == before


async def test_a_note_edited_meanwhile_keeps_the_edit(build: Build, notes: Path) -> None:
    """What an editor saves between question and grade stays, with the new values beside it."""
    path = notes / "basics/tensors.md"
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        path.write_text(path.read_text("utf-8") + "\nA late thought.\n", encoding="utf-8")
        await pilot.press("space", "3")
        await settled(pilot)
    assert "A late thought." in path.read_text("utf-8")
    assert "review_count: 1" in path.read_text("utf-8")


async def test_a_grade_that_cannot_be_saved_is_taken_back(build: Build, notes: Path) -> None:
    """Where the journal can't be written the app says so and asks the card again."""
    (notes / ".studyapp").write_text("in the way of the journal's folder", encoding="utf-8")
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press("space", "3")
        await seen(pilot, "Not saved")
        await seen(pilot, "1 of 4")


async def test_a_note_that_cannot_be_written_waits(
    build: Build, notes: Path, tmp_path: Path
) -> None:
    """With a hard link on the note the grade is safe, and the app says that the note waits."""
    path = notes / "basics/tensors.md"
    (tmp_path / "elsewhere.md").hardlink_to(path)
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press("space", "3")
        await seen(pilot, "tensors.md waits")
        await pilot.press("q")
        await seen(pilot, "1 note waits to be written")
    assert reviews(notes) == [4]


def reword(path: Path) -> None:
    """Change the words of the first question."""
    text = path.read_text("utf-8").replace("What does adding", "What exactly does adding")
    path.write_text(text, encoding="utf-8")


async def reworded(pilot: Pilot[None], path: Path) -> None:
    """Have the library read again after the first question was reworded."""
    reword(path)
    pilot.app.action_refresh_library()
    await seen(pilot, "What exactly does adding")


async def test_a_new_question_reworded_stays_on_the_screen(build: Build, notes: Path) -> None:
    """An unseen card whose question is edited in the middle is asked on in its new words."""
    path = notes / "basics/tensors.md"
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press("space")
        await seen(pilot, "every element")
        await reworded(pilot, path)
        assert "1 of 4" in shown(app)
        await pilot.press("3")
        await seen(pilot, "saved")
    assert "review_count: 1" in path.read_text("utf-8")


async def test_a_studied_question_reworded_keeps_its_history(build: Build, notes: Path) -> None:
    """A card to repeat whose question is edited is still the same repeat, with two keys."""
    path = notes / "basics/tensors.md"
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press("space", "1")
        await seen(pilot, "saved")
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await begun(pilot)
        await pilot.press("space")
        await seen(pilot, "Not yet")
        await reworded(pilot, path)
        assert "Not yet" in shown(app)
        await pilot.press("3")
        await seen(pilot, "saved")
    assert reviews(notes) == [1, 4]
    assert [e["event"] for e in journal(notes)].count("rebind") == 1
