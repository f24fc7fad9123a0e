"""The statistics: what the screen shows, and how it is left and used."""

import subprocess
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from studyapp.library.library import Library
from studyapp.schedule import Grade

Sit = Callable[..., Any]
NOW = datetime.fromisoformat("2026-11-23T09:30:00+08:00")


@pytest.fixture
def studied(notes: Path) -> Path:
    """Two questions answered on four of the last ten days; one of them was hard."""
    library = Library(notes, "", "test-device")
    library.open(NOW)
    first, second, *_ = library.snapshot.cards
    answers = [
        (9, first, Grade.GOOD, 30),
        (8, first, Grade.AGAIN, 40),
        (8, second, Grade.GOOD, 20),
        (1, first, Grade.AGAIN, 60),
        (0, second, Grade.GOOD, 30),
    ]
    for ago, card, grade, seconds in answers:
        library.open(NOW - timedelta(days=ago))
        library.grade(card, grade, seconds, NOW - timedelta(days=ago))
    return notes


async def test_a_studied_library_is_told_in_words_and_plots(sit: Sit, studied: Path) -> None:
    """Key a on Home: the row of days, the minutes, mastery with its words, the plots' titles."""
    async with sit(studied, size=(120, 100)) as person:
        await person.sees("1 due")
        await person.presses("a")
        await person.sees("2 days in a row")
        await person.sees("5 answers · 3 min on 4 of the last 30 days")
        await person.sees("met 2 of 4 · ")
        await person.sees("Of 3 cards that came back you recalled 33%; 70% were predicted.")
        await person.sees("too little to tell how fast you forget")
        await person.sees("It all goes by your own grades")
        for title in (
            "Due in the next 30 days",
            "Answers a day, 30 days",
            "% recalled, by days of interval",
            "Mastery by deck",
            "Answers on each day of a year",
            "Hardest cards",
        ):
            await person.sees(title)
        await person.sees("█")
        await person.presses("escape")
        await person.sees("Last 30 days")


async def test_a_year_is_told_by_weeks(sit: Sit, studied: Path) -> None:
    """Key y turns the month into a year and back."""
    async with sit(studied, size=(120, 60)) as person:
        await person.presses("a")
        await person.sees("Answers a day, 30 days")
        await person.presses("y")
        await person.sees("Answers a week, one year")
        await person.presses("y")
        await person.sees("Minutes a day, 30 days")


async def test_a_hard_cards_note_is_opened_at_its_line(sit: Sit, studied: Path) -> None:
    """Key h goes to the list, enter opens the note where the card stands, escape leads back."""
    note = studied / "basics/tensors.md"
    text = note.read_text("utf-8").replace("## 1. Adding", "Filling.\n\n" * 60 + "## 1. Adding")
    note.write_text(text, "utf-8")
    async with sit(studied, size=(80, 24)) as person:
        await person.presses("a")
        await person.sees("in a row")
        await person.presses("h")
        await person.sees("not recalled on 2 days")
        await person.presses("enter")
        await person.sees("basics/tensors.md")
        await person.sees("What does adding a number to a tensor do?")
        await person.presses("escape")
        await person.sees("Hardest cards")


async def test_before_the_first_answer_it_says_so(sit: Sit, notes: Path) -> None:
    """No plot of nothing: a word on what will be here, what is coming, and how it stands."""
    async with sit(notes, size=(100, 50)) as person:
        await person.presses("a")
        await person.sees("No answers yet.")
        await person.sees("Due in the next 30 days")
        await person.sees("met 0 of 3")
        await person.sees("No card has come back yet")
        assert "Hardest cards" not in person.sight
        assert "Recalled when asked again" not in person.sight


async def test_an_empty_folder_has_no_statistics(sit: Sit, tmp_path: Path) -> None:
    """Without a question there is nothing to foretell either: no plot of zeros."""
    (tmp_path / "empty").mkdir()
    async with sit(tmp_path / "empty", size=(100, 30)) as person:
        await person.presses("a")
        await person.sees("No answers yet.")
        assert "Due in the next 30 days" not in person.sight


@pytest.mark.parametrize("size", [(80, 24), (200, 50)])
async def test_it_speaks_chinese_and_fits(sit: Sit, studied: Path, size: tuple[int, int]) -> None:
    """On any terminal the page scrolls to its end, in the interface's language."""
    async with sit(studied, size=size, language="zh") as person:
        await person.presses("a")
        await person.sees("连续 2 天")
        await person.presses("space", "end")
        await person.sees("最难的题")
        await person.presses("a")
        await person.sees("最近 30 天")


def test_plots_are_imported_when_the_statistics_are_opened() -> None:
    """Home itself does without plotext, which a start would have to wait for."""
    code = "import sys, studyapp.tui.screens.home; sys.exit('plotext' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
