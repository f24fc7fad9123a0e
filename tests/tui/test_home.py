"""Home: what now, the decks, and what needs the person."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from studyapp.tui import homekeys
from studyapp.tui.app import StudyApp
from studyapp.tui.screens.decktable import DeckTable
from studyapp.tui.screens.home import HomeScreen
from studyapp.tui.screens.study import StudyScreen
from studyapp.tui.widgets.keyline import fitting
from studyapp.tui.words import Words

Build = Callable[..., StudyApp]
WIDE = (120, 36)


def shown(app: StudyApp) -> str:
    """The screen as a person reads it."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(s.text for s in strip) for strip in strips)


async def seen(pilot: Pilot[None], text: str) -> None:
    """Wait until `text` is on the screen; the disk and other threads take their time."""
    for _ in range(200):
        await pilot.pause(0.02)
        if text in shown(pilot.app):
            return
    raise AssertionError(f"never saw {text!r} on:\n{shown(pilot.app)}")


def review_values(path: Path, **values: str) -> None:
    """Rewrite values in a note's front matter, as another program would."""
    lines = path.read_text("utf-8").split("\n")
    for key, value in values.items():
        place = next(i for i, line in enumerate(lines) if line.startswith(f"{key}:"))
        lines[place] = f"{key}: {value}"
    path.write_text("\n".join(lines), encoding="utf-8")


def contents(folder: Path) -> dict[Path, bytes]:
    """Every file below `folder`, to the byte."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


async def gone(pilot: Pilot[None], text: str) -> None:
    """Wait until `text` is no longer on the screen."""
    for _ in range(200):
        await pilot.pause(0.02)
        if text not in shown(pilot.app):
            return
    raise AssertionError(f"{text!r} stayed on:\n{shown(pilot.app)}")


async def grade_first(build: Build, notes: Path) -> None:
    """Answer the first card with Good."""
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await seen(pilot, "4 new")
        await pilot.press("enter")
        await seen(pilot, "1 of 4")
        await pilot.press("space", "3")
        await seen(pilot, "saved")


async def test_the_first_open_explains_and_changes_nothing(build: Build, notes: Path) -> None:
    """The first open counts what was found and writes no file at all."""
    before = contents(notes)
    app = build(notes)
    async with app.run_test(size=WIDE) as pilot:
        await seen(pilot, "2 notes, 4 questions. None has a history. 4 wait unseen.")
        await seen(pilot, "4 new · about 5 min")
    assert contents(notes) == before


async def test_an_empty_library_says_how_to_begin(build: Build, tmp_path: Path) -> None:
    """Without any question Home shows what a question looks like and where to put it."""
    (tmp_path / "void").mkdir()
    app = build(tmp_path / "void")
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "No questions here yet.")
        await seen(pilot, "### Q1: …")
        await pilot.press("enter", "c", "space")
        await pilot.pause()
        assert not isinstance(app.screen, StudyScreen)


async def test_a_missing_folder_is_an_error_in_words(build: Build, tmp_path: Path) -> None:
    """A library that vanished is named, and the app can still be left."""
    app = build(tmp_path / "gone")
    async with app.run_test(size=(80, 24)) as pilot:
        await seen(pilot, "can't be opened")


async def test_a_deck_is_studied_alone(build: Build, notes: Path) -> None:
    """Enter on a deck's row asks that deck's cards only."""
    app = build(notes)
    async with app.run_test(size=WIDE) as pilot:
        await seen(pilot, "4 new")
        await pilot.press("down", "down", "enter")
        await seen(pilot, "什么是广播？")
        await seen(pilot, "1 of 1")


async def test_notes_in_the_top_folder_are_a_deck_too(build: Build, notes: Path) -> None:
    """A note beside the decks' folders has a row of its own, distinct from all decks."""
    (notes / "loose.md").write_text("# Loose\n\n**Q: Alone?**\nA: Yes.\n", encoding="utf-8")
    app = build(notes)
    async with app.run_test(size=WIDE) as pilot:
        await seen(pilot, "(top folder)")
        assert app.screen.query_one(DeckTable).row_count == 4


async def test_problems_are_counted_and_listed(build: Build, notes: Path) -> None:
    """Broken front matter is a line on Home, and p names file, line and a hint."""
    (notes / "broken.md").write_text("---\ntags: [a\n---\n# B\n\n**Q: Still?**\nA: Yes.\n")
    app = build(notes)
    async with app.run_test(size=WIDE) as pilot:
        await seen(pilot, "1 problem in the notes")
        await pilot.press("p")
        await seen(pilot, "broken.md:")
        await pilot.press("escape")
        await seen(pilot, "5 new")


async def test_another_tools_values_are_noticed_and_mine_kept(build: Build, notes: Path) -> None:
    """Three values rewritten by a script: Home says so, writes nothing; k puts mine back."""
    path = notes / "basics/tensors.md"
    await grade_first(build, notes)
    mine = path.read_bytes()
    review_values(
        path, last_reviewed="'2026-11-30'", next_review="'2027-01-01'", mastery_level="0.9"
    )
    theirs = path.read_bytes()
    app = build(notes)
    async with app.run_test(size=WIDE) as pilot:
        await seen(pilot, "Another tool changed")
        assert path.read_bytes() == theirs
        await pilot.press("k")
        await gone(pilot, "Another tool")
        assert path.read_bytes() == mine


async def test_another_tools_values_can_be_taken(build: Build, notes: Path) -> None:
    """With t the schedule starts from the other tool's values, and the note stays as it is."""
    path = notes / "basics/tensors.md"
    await grade_first(build, notes)
    review_values(path, last_reviewed="'2026-11-20'", next_review="'2026-12-20'", review_count="7")
    theirs = path.read_bytes()
    app = build(notes)
    async with app.run_test(size=WIDE) as pilot:
        await seen(pilot, "Another tool changed")
        await pilot.press("o")
        await gone(pilot, "Another tool")
        assert path.read_bytes() == theirs
        await seen(pilot, "1 new")


async def test_a_date_moved_by_hand_is_obeyed(build: Build, notes: Path) -> None:
    """A changed next_review alone moves the card, and Home says that it did."""
    path = notes / "basics/tensors.md"
    await grade_first(build, notes)
    review_values(path, next_review="'2026-11-23'")
    app = build(notes)
    async with app.run_test(size=WIDE) as pilot:
        await seen(pilot, "You moved 1 review date by hand")
        await seen(pilot, "1 due · 3 new")


async def test_answers_of_the_day_are_counted(build: Build, notes: Path) -> None:
    """After an answer Home shows the last thirty days with today's number."""
    await grade_first(build, notes)
    app = build(notes)
    async with app.run_test(size=WIDE) as pilot:
        await seen(pilot, "1 answer today, 1 in 30 days")


async def test_undo_on_home_takes_back_the_last_answer(build: Build, notes: Path) -> None:
    """Key u on Home undoes the last act of an earlier sitting, to the byte."""
    path = notes / "basics/tensors.md"
    before = path.read_bytes()
    await grade_first(build, notes)
    app = build(notes)
    async with app.run_test(size=WIDE) as pilot:
        await seen(pilot, "3 new")
        await pilot.press("u")
        await seen(pilot, "4 new")
    assert path.read_bytes() == before


async def test_the_first_answer_tells_of_the_journal_once(build: Build, notes: Path) -> None:
    """The first write says that a journal is kept; key g on Home has git ignore it."""
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await seen(pilot, "4 new")
        await pilot.press("enter")
        await seen(pilot, "1 of 4")
        await pilot.press("space", "3")
        await seen(pilot, "Answers are kept in")
        await pilot.press("q")
        await seen(pilot, "g keep it out of git")
        await pilot.press("g")
        await gone(pilot, "g keep it out of git")
        await seen(pilot, "git now ignores the journal")
    ignored = (notes / ".studyapp/.gitignore").read_text("utf-8").split("\n")
    assert ignored[-3:] == ["/journal/", "/interviews/", ""]
    app = build(notes)
    async with app.run_test(size=WIDE, notifications=True) as pilot:
        await seen(pilot, "3 new")
        assert "out of git" not in shown(app)


async def test_two_quick_enters_begin_one_sitting(build: Build, notes: Path) -> None:
    """A second enter before the first card is drawn does not stack another sitting."""
    app = build(notes)
    async with app.run_test(size=WIDE) as pilot:
        await seen(pilot, "4 new")
        home = app.screen
        assert isinstance(home, HomeScreen)
        home.action_study()
        home.action_study()
        await seen(pilot, "1 of 4")
        assert sum(isinstance(screen, StudyScreen) for screen in app.screen_stack) == 1


async def test_home_counts_again_only_when_it_is_seen(build: Build, notes: Path) -> None:
    """A grade makes no work for Home behind the card; coming back shows what it changed."""
    app = build(notes)
    async with app.run_test(size=WIDE) as pilot:
        await seen(pilot, "4 new")
        home = app.screen
        assert isinstance(home, HomeScreen)
        before = home.today
        await pilot.press("enter", "space")
        await seen(pilot, "Answer")
        await pilot.press("3")
        await seen(pilot, "saved")
        assert home.today is before
        await pilot.press("q")
        await seen(pilot, "3 new")
        assert home.today is not before


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_shortest_key_line_names_what_is_worth_most(language: str) -> None:
    """At 80 columns it names study, first pass, browse, the day and the mock interview."""
    keys = fitting(homekeys.useful(Words(language), studyable=True), 78, homekeys.SPARE)
    assert {"enter", "t", "b", "d", "i", "?", "q"} <= {one.key for one in keys}
