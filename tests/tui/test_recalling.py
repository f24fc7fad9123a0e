"""Help with grading: points, hints, typed and written answers, more of the note."""

import stat
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from studyapp.tui.app import StudyApp
from studyapp.tui.widgets.answer import AnswerPage
from studyapp.tui.widgets.grades import Grades

Sit = Callable[..., Any]

LISTED = """\
# Deadlocks

**Q: What does a deadlock need?**
A:
- mutual exclusion
- hold and wait
- no preemption
- a circular wait

### An example

Two philosophers, two forks.

### Another one

Two transfers between two accounts.

**Q: What is the smallest number of threads in one?**
A: Two threads
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """A note with an answer in four points and a short one."""
    folder = tmp_path / "deck"
    folder.mkdir()
    (folder / "deadlocks.md").write_text(LISTED, encoding="utf-8")
    return folder


def proposed(person: Any) -> str:
    """The key of the grade that is proposed."""
    return str(person.app.screen.query_one(Grades).proposed)


async def test_ticked_points_propose_a_grade(sit: Sit, deck: Path) -> None:
    """The share that was said proposes Again, Hard or Good; space takes it, nothing else does."""
    async with sit(deck) as person:
        await person.presses("enter", "space")
        await person.sees("▸  • mutual exclusion")
        await person.presses("j", "x")
        await person.sees(" ✓ • hold and wait")
        await person.sees("1 of 4 said")
        assert proposed(person) == "1"
        await person.presses("ｘ")
        await person.sees("2 of 4 said")
        assert proposed(person) == "2"
        await person.sees("space Hard")
        await person.presses("k", "x")
        await person.sees("1 of 4 said")
        await person.sees("space Again")
        await person.presses("x", "ｋ", "ｊ")
        await person.sees("What does a deadlock need?")
        await person.presses("space")
        await person.sees("saved: Hard")


async def test_a_click_ticks_a_point(sit: Sit, deck: Path) -> None:
    """The mouse needs no marker: what is clicked was said."""
    async with sit(deck) as person:
        await person.presses("enter", "space")
        await person.sees("▸  • mutual exclusion")
        await person.pilot.click(AnswerPage, offset=(12, 3))
        await person.sees(" ✓ • no preemption")
        await person.sees("1 of 4 said")


async def test_a_hint_shows_beginnings_and_leaves_hard(sit: Sit, deck: Path) -> None:
    """Each h shows a little more of each point; with all points said Hard is proposed still."""
    async with sit(deck) as person:
        await person.presses("enter", "h")
        await person.sees("· mutual…")
        await person.sees("· no…")
        assert "preemption" not in person.sight
        await person.presses("ｈ")
        await person.sees("· no preemption")
        await person.presses("space")
        await person.sees("space Hard")
        await person.presses("x", "x", "x", "x")
        await person.sees("4 of 4 said")
        assert proposed(person) == "2"


async def test_the_next_card_begins_anew(sit: Sit, deck: Path) -> None:
    """Ticks and hints belong to one card; after an undo it is told from the beginning."""
    async with sit(deck) as person:
        await person.presses("enter", "h", "space", "x", "3")
        await person.sees("smallest number")
        await person.presses("space")
        assert proposed(person) == ""
        await person.presses("u")
        await person.sees("▸  • mutual exclusion")
        assert proposed(person) == ""


async def second(person: Any) -> None:
    """Go to the card with the short answer."""
    await person.presses("enter", "space", "3")
    await person.sees("smallest number")


@pytest.mark.parametrize(
    ("typed", "shown", "key"), [("ｔｗｏ Threads.", "✓ ｔｗｏ Threads.", "3"), ("3", "≠ 3", "1")]
)
async def test_a_short_answer_is_typed(
    sit: Sit, deck: Path, typed: str, shown: str, key: str
) -> None:
    """Digits and spaces are letters then; width, case and marks don't count; both lines stay."""
    async with sit(deck) as person:
        await second(person)
        await person.presses("y")
        await person.sees("type it, then enter")
        await person.sees("enter check")
        await person.presses(*("space" if one == " " else one for one in typed), "enter")
        await person.sees(shown)
        await person.sees("Two threads")
        assert proposed(person) == key
        await person.presses("space")
        await person.sees("saved: " + ("Good" if key == "3" else "Again"))


async def test_typing_can_be_left(sit: Sit, deck: Path) -> None:
    """Escape gives the keys back and reveals nothing; a long answer is never asked to be typed."""
    async with sit(deck) as person:
        await person.presses("enter", "y")
        assert "type it, then enter" not in person.sight
        await person.presses("space", "3")
        await person.sees("smallest number")
        await person.presses("y", "1", "escape")
        await person.sees("show the answer")
        assert "Two threads" not in person.sight
        await person.presses("space")
        await person.sees("Two threads")
        assert proposed(person) == ""


async def test_the_note_goes_on_in_place(sit: Sit, deck: Path) -> None:
    """Each m adds a section below the answer, until the note has no more of this card."""
    async with sit(deck) as person:
        await person.presses("enter", "m", "space", "m")
        await person.sees("Two philosophers")
        assert "two accounts" not in person.sight
        await person.presses("ｍ")
        await person.sees("two accounts")
        await person.presses("m")
        await person.sees("The note says no more about this")
        assert "smallest number" not in person.sight
        await person.presses("x")
        await person.sees("1 of 4 said")


async def test_an_answer_is_written_in_the_editor(
    sit: Sit, deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was written stands beside the answer, which is revealed after."""
    script = tmp_path / "editor"
    script.write_text('#!/bin/sh\necho "They **wait** in a circle" > "$2"\n', encoding="utf-8")
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("VISUAL", str(script))
    monkeypatch.setattr(StudyApp, "suspend", lambda _: nullcontext())
    async with sit(deck) as person:
        await person.presses("enter", "W")
        await person.sees("What you wrote")
        await person.sees("They wait in a circle")
        await person.sees("hold and wait")
        await person.presses("3")
        await person.sees("smallest number")
        assert "They wait" not in person.sight


async def test_without_an_editor_the_question_stays(
    sit: Sit, deck: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing can be written nothing is revealed."""
    monkeypatch.setenv("EDITOR", "true")
    async with sit(deck) as person:
        await person.presses("enter", "Ｗ")
        await person.sees("No editor can be opened")
        assert "hold and wait" not in person.sight
