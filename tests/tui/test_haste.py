"""Keys faster than the app, and a disk slower than the keys."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from studyapp.library.library import Library
from studyapp.tui.screens.home import HomeScreen
from studyapp.tui.widgets.page import Page

Sit = Callable[..., Any]
LONG = "".join(f"\nparagraph {n}\n" for n in range(60))


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes its time for each act."""
    for name in ("grade", "undo"):
        act = getattr(Library, name)

        def late(*args: Any, act: Any = act, **named: Any) -> Any:
            time.sleep(0.3)
            return act(*args, **named)

        monkeypatch.setattr(Library, name, late)


async def test_escape_goes_back_step_by_step_and_never_too_far(sit: Sit, notes: Path) -> None:
    """Quick presses of escape close what is in front, then the sitting, then nothing."""
    async with sit(notes) as person:
        await person.presses("enter", "n")
        await person.hammers("escape", "escape", "escape", "escape")
        assert isinstance(person.app.screen, HomeScreen)


async def test_a_long_answer_is_not_graded_unseen(sit: Sit, notes: Path) -> None:
    """Two quick presses of space never grade an answer that has more to read."""
    path = notes / "basics/tensors.md"
    text = path.read_text("utf-8").replace("A: It adds", f"A:{LONG}\nIt adds")
    path.write_text(text, encoding="utf-8")
    async with sit(notes) as person:
        await person.presses("enter")
        await person.hammers("space", "space")
        await person.sees("paragraph 3")
        assert person.app.screen.query_one("#answer", Page).more_below
    assert not (notes / ".studyapp").exists()


@pytest.mark.usefixtures("slow")
async def test_home_counts_what_was_saved_after_leaving(sit: Sit, notes: Path) -> None:
    """A grade still on its way to the disk when the sitting ends is counted on Home."""
    async with sit(notes) as person:
        await person.presses("enter", "space")
        await person.hammers("3", "q")
        await person.sees("3 new")


@pytest.mark.usefixtures("slow")
async def test_the_end_counts_what_is_left_when_all_is_saved(sit: Sit, notes: Path) -> None:
    """Done for now does not claim a card to repeat whose last answer is still being saved."""
    (notes / "basics/tensors.md").unlink()
    async with sit(notes) as person:
        await person.presses("enter", "space")
        await person.hammers("1", "space", "3")
        await person.sees("Done for now")
        async with asyncio.timeout(60):
            while len(person.app.library.snapshot.state.live) < 2:  # until the disk has both
                await person.pilot.pause(0.05)
            while "left to repeat" in person.sight:
                await person.pilot.pause(0.05)


async def test_a_refusal_after_leaving_is_still_told(sit: Sit, notes: Path) -> None:
    """Where the journal can't be written, the person hears of it on Home too."""
    (notes / ".studyapp").write_text("in the way of the journal's folder", encoding="utf-8")
    async with sit(notes) as person:
        await person.presses("enter", "space")
        await person.hammers("3", "q")
        await person.sees("Not saved")


@pytest.mark.usefixtures("slow")
async def test_quitting_waits_for_the_disk(sit: Sit, notes: Path) -> None:
    """A grade still on its way to the disk when the app is quit is in journal and note."""
    async with sit(notes) as person:
        await person.presses("enter", "space")
        await person.pilot.press("4", "ctrl+q")
    [journal] = (notes / ".studyapp" / "journal").glob("*.jsonl")
    assert '"grade": 5' in journal.read_text("utf-8")
    assert "review_count: 1" in (notes / "basics/tensors.md").read_text("utf-8")


@pytest.mark.usefixtures("slow")
async def test_what_followed_a_refusal_is_taken_back_with_it(sit: Sit, notes: Path) -> None:
    """Grades given before the first one's refusal is known are not half saved."""
    (notes / ".studyapp").write_text("in the way of the journal's folder", encoding="utf-8")
    async with sit(notes) as person:
        await person.presses("enter", "space")
        await person.hammers("3", "space", "3")
        await person.sees("Not saved")
        await person.sees("1 of 4")
        (notes / ".studyapp").unlink()
        await person.presses("3")
        await person.sees("2 of 4")
        await person.sees("saved: Good")
    [journal] = (notes / ".studyapp" / "journal").glob("*.jsonl")
    assert journal.read_text("utf-8").count('"event": "review"') == 1


async def test_brackets_in_a_path_stand_in_the_title(sit: Sit, notes: Path) -> None:
    """A note's path is shown as it is, not read as markup."""
    (notes / "basics/tensors.md").rename(notes / "basics/x[0] [b]y.md")
    async with sit(notes) as person:
        await person.presses("enter", "n")
        await person.sees("basics/x[0] [b]y.md")


async def test_undo_on_home_takes_back_one_answer_a_press(sit: Sit, notes: Path) -> None:
    """Each u, however quick, undoes one more answer and says which; the note is as it was."""
    before = (notes / "basics/tensors.md").read_bytes()
    async with sit(notes) as person:
        await person.presses("enter", "space", "3", "space", "4", "q")
        await person.hammers("u", "u")
        await person.sees("undone: Good: What does adding")
        await person.sees("undone: Easy: What is a scalar")
        await person.sees("4 new")
        await person.presses("u")
        await person.sees("Nothing to undo")
    assert (notes / "basics/tensors.md").read_bytes() == before
