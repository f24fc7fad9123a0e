"""The day on Home: its minutes, the first pass, weights, and the days to come."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from studyapp.library.candidates import candidates

ONE = "---\nreview_count: 0\n---\n# {0}\n\n**Q: What is {0}?**\nA: Number {0}.\n"


def fill(folder: Path, **decks: int) -> None:
    """Decks of so many notes with one question each."""
    for deck, count in decks.items():
        (folder / deck).mkdir(parents=True)
        for number in range(count):
            (folder / deck / f"{deck}{number:03}.md").write_text(
                ONE.format(f"{deck}{number:03}"), "utf-8"
            )


def settings(folder: Path) -> str:
    file = folder / ".studyapp" / "settings.toml"
    return file.read_text("utf-8") if file.exists() else ""


async def test_home_says_what_fits_and_what_the_days_bring(sit: Any, tmp_path: Path) -> None:
    """Twenty minutes hold sixteen new cards; the rest is told with a day; no file is written."""
    fill(tmp_path / "n", deck=60)
    async with sit(tmp_path / "n") as person:
        await person.sees("16 new · about 19 min")
        await person.sees("60 unseen at about")
    assert settings(tmp_path / "n") == ""


async def test_a_sitting_ends_with_the_minutes_and_goes_on(sit: Any, tmp_path: Path) -> None:
    """When the time is used, Home says so, and enter asks more all the same."""
    fill(tmp_path / "n", deck=5)
    (tmp_path / "n" / ".studyapp").mkdir()
    (tmp_path / "n" / ".studyapp" / "settings.toml").write_text("minutes_per_day = 2\n")
    async with sit(tmp_path / "n") as person:
        await person.sees("1 new · about 1 min")
        await person.presses("enter", "space", "3", "enter")
        await person.sees("1 new")
        person.app.library.grade(
            [*person.app.library.snapshot.cards][1], 4, 170.0, person.app.clock()
        )
        await person.presses("f5")
        await person.sees("Today's time is used: 3 min")
        await person.presses("enter")
        await person.sees("1 of")


async def test_the_first_pass_sorts_unseen_cards(sit: Any, tmp_path: Path) -> None:
    """Peek with space, sort with 1 2 3, undo; unknown cards are asked first, known ones put off."""
    fill(tmp_path / "n", deck=4)
    async with sit(tmp_path / "n") as person:
        await person.presses("t")
        await person.sees("First pass · 0 of 4")
        await person.sees("What is deck000?")
        await person.presses("space")
        await person.sees("Number deck000")
        assert "peek" not in person.sight
        await person.presses("3")
        await person.sees("What is deck001?")
        await person.presses("２", "u")
        await person.sees("What is deck001?")
        await person.presses("2")
        await person.sees("What is deck002?")
        await person.presses("1", "1")
        await person.sees("4 cards sorted: 2 unknown, 1 vague, 1 known.")
        assert "First pass done" in person.sight
        assert "min left" not in person.sight
        await person.presses("enter")
        await person.sees("3 new · about 4 min")
        await person.presses("t")
        await person.sees("No unseen card is left to sort here.")
        await person.presses("enter")
        await person.sees("What is deck002?")
    texts = [file.read_text("utf-8") for file in (tmp_path / "n" / "deck").glob("*.md")]
    assert all("review_count: 0" in text for text in texts)


async def test_leaving_a_first_pass_keeps_what_was_said(sit: Any, tmp_path: Path) -> None:
    """Whoever stops in the middle goes on there the next time."""
    fill(tmp_path / "n", deck=3)
    async with sit(tmp_path / "n") as person:
        await person.presses("t", "1", "q")
        await person.sees("3 new")
        await person.presses("t")
        await person.sees("First pass · 0 of 2")
        found = candidates(person.app.library.snapshot, person.app.today)
    assert sorted(card.knows for card in found) == [0, 0, 1]


async def test_decks_are_weighed(sit: Any, tmp_path: Path) -> None:
    """Plus and minus change the weight of the chosen deck; at nothing it is asked no more."""
    fill(tmp_path / "n", a=2, b=2)
    async with sit(tmp_path / "n") as person:
        await person.sees("4 new")
        await person.presses("minus", "down", "minus")
        await person.sees("2 new")
        await person.sees("○○○")
        await person.presses("plus", "plus", "plus", "plus")
        await person.sees("●●●")
        await person.sees("4 new")
    assert "a = 3" in settings(tmp_path / "n")


async def test_the_day_is_set(sit: Any, tmp_path: Path) -> None:
    """Minutes, scheduler and interview are asked in one place, and wrong input is told.

    An interview that is over is no longer named; the cursor goes to what can't be used.
    """
    fill(tmp_path / "n", deck=60)
    (tmp_path / "n" / ".studyapp").mkdir()
    (tmp_path / "n" / ".studyapp" / "settings.toml").write_text("interview = 2020-01-01\n")
    async with sit(tmp_path / "n") as person:
        await person.presses("d")
        await person.sees("Classic SM-2: 1 day, 6, then by ease")
        assert "2020-01-01" not in person.sight
        await person.presses("backspace", "backspace", *"abc", "tab", "tab", "enter")
        await person.sees("A number from 0 to 1440")
        await person.presses(*"5")
        await person.presses("tab", "tab", *"2020-01-01", "enter")
        await person.sees("A day ahead, such as 2026-12-21")
        await person.presses(*["backspace"] * 10, *"2026-12-15", "enter")
        await person.sees("4 new · about 5 min")
        await person.sees("Interview in 22 days: 0% →")
    text = settings(tmp_path / "n")
    assert "minutes_per_day = 5" in text
    assert "interview = 2026-12-15" in text
    assert "scheduler" not in text


async def test_leaving_the_day_changes_nothing(sit: Any, tmp_path: Path) -> None:
    """Escape keeps what was set, and writes no file."""
    fill(tmp_path / "n", deck=2)
    async with sit(tmp_path / "n") as person:
        await person.presses("d", "backspace", "escape")
        await person.sees("2 new")
    assert settings(tmp_path / "n") == ""


async def test_the_other_scheduler_moves_the_dates(sit: Any, tmp_path: Path) -> None:
    """With FSRS moved to, and marked, Good leads to another day than under SM-2."""
    fill(tmp_path / "n", deck=2)
    async with sit(tmp_path / "n") as person:
        await person.presses("d", "tab")
        await person.sees("○▌ FSRS")
        await person.presses("down")
        await person.sees("●▌ FSRS")
        await person.presses("enter")
        await person.sees("2 new")
        await person.presses("enter", "space")
        await person.sees("2 days")
    assert 'scheduler = "fsrs"' in settings(tmp_path / "n")


async def test_the_first_open_asks_how_long_and_who_spaces(sit: Any, tmp_path: Path) -> None:
    """One line names the minutes and the scheduler, until either is set or a card is graded."""
    fill(tmp_path / "n", deck=2)
    asked = "20 minutes a day, by classic SM-2 (after 1 day, 6, 15, 38 …)? enter starts like that."
    async with sit(tmp_path / "n") as person:
        await person.sees(asked)
        await person.presses("d", "enter")
        await person.sees(asked)
        assert settings(tmp_path / "n") == ""
        await person.presses("d", "backspace", "backspace", "9", "enter")
        await person.sees("2 new")
        assert asked not in person.sight
    assert "minutes_per_day = 9" in settings(tmp_path / "n")


async def test_the_last_days_pass_once_more_through_all(sit: Any, tmp_path: Path) -> None:
    """Two days before the interview, what is not due is crammed when the day's work is done."""
    fill(tmp_path / "n", deck=3)
    async with sit(tmp_path / "n") as person:
        app = person.app
        await person.sees("3 new")
        for card in app.library.snapshot.cards:
            for ago in (2, 1):
                app.library.grade(card, 4, 5.0, app.clock() - timedelta(days=ago))
        app.choose("interview", app.today + timedelta(days=2))
        await person.presses("f5")
        await person.sees("enter passes once more through 3 cards")
        await person.presses("enter")
        await person.sees("cram")
        await person.presses("space", "3")
        await person.sees("saved")
        assert [
            note.read_text("utf-8").count("review_count: 2")
            for note in (tmp_path / "n" / "deck").glob("*.md")
        ] == [1, 1, 1]


async def test_what_another_scheduler_moves_is_shown_first(sit: Any, tmp_path: Path) -> None:
    """With answers in the journal, the dates that move are named; escape keeps all as it is."""
    fill(tmp_path / "n", deck=2)
    note = tmp_path / "n" / "deck" / "deck000.md"
    async with sit(tmp_path / "n") as person:
        await person.presses("enter", "space", "3", "q")
        answered = note.read_text("utf-8")
        await person.presses("d", "tab", "down", "space", "enter")
        await person.sees("1 of the 1 cards that you met would come on another day")
        await person.sees("2026-11-24 → 2026-11-25")
        await person.presses("escape", "escape")
        assert settings(tmp_path / "n") == ""
        assert note.read_text("utf-8") == answered
        await person.presses("d", "tab", "down", "space", "enter")
        await person.sees("minutes a day")
        await person.presses("enter")
        await person.sees("1 new")
    assert 'scheduler = "fsrs"' in settings(tmp_path / "n")
    assert "next_review: '2026-11-25'" in note.read_text("utf-8").replace('"', "'")
