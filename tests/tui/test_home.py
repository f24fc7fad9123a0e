"""Home: what now, the decks, and what needs the person."""

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from textual.widgets._toast import Toast

from studyapp.tui import homekeys
from studyapp.tui.app import StudyApp
from studyapp.tui.screens.decktable import DeckTable
from studyapp.tui.screens.home import HomeScreen
from studyapp.tui.screens.study import StudyScreen
from studyapp.tui.widgets.keyline import fitting
from studyapp.tui.words import Words

Sit = Callable[..., Any]


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


async def grade_first(sit: Sit, notes: Path) -> None:
    """Answer the first card with Good."""
    async with sit(notes) as person:
        await person.sees("4 new")
        await person.presses("enter")
        await person.sees("1 of 4")
        await person.presses("space", "3")
        await person.sees("saved")


async def test_the_first_open_explains_and_changes_nothing(sit: Sit, notes: Path) -> None:
    """The first open counts what was found and writes no file at all."""
    before = contents(notes)
    async with sit(notes) as person:
        await person.sees("2 notes, 4 questions. None has a history. 4 wait unseen.")
        await person.sees("4 new · about 5 min")
    assert contents(notes) == before


async def test_an_empty_library_says_how_to_begin(sit: Sit, tmp_path: Path) -> None:
    """Without any question Home shows what a question looks like and where to put it."""
    (tmp_path / "void").mkdir()
    async with sit(tmp_path / "void", size=(80, 24)) as person:
        await person.sees("No questions here yet.")
        await person.sees("### Q1: …")
        await person.presses("enter", "c", "space")
        assert not isinstance(person.app.screen, StudyScreen)


async def test_a_missing_folder_is_an_error_in_words(sit: Sit, tmp_path: Path) -> None:
    """A library that vanished is named, and the app can still be left."""
    async with sit(tmp_path / "gone", size=(80, 24)) as person:
        await person.sees("can't be opened")


async def test_a_deck_is_studied_alone(sit: Sit, notes: Path) -> None:
    """Enter on a deck's row asks that deck's cards only."""
    async with sit(notes) as person:
        await person.sees("4 new")
        await person.presses("down", "down", "enter")
        await person.sees("什么是广播？")
        await person.sees("1 of 1")


async def test_notes_in_the_top_folder_are_a_deck_too(sit: Sit, notes: Path) -> None:
    """A note beside the decks' folders has a row of its own, distinct from all decks."""
    (notes / "loose.md").write_text("# Loose\n\n**Q: Alone?**\nA: Yes.\n", encoding="utf-8")
    async with sit(notes) as person:
        await person.sees("(top folder)")
        assert person.app.screen.query_one(DeckTable).row_count == 4


async def test_problems_are_listed_and_opened_at_their_line(
    sit: Sit, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Broken front matter is a line on Home, p names file, line and a hint, enter leads there.

    Once it is mended, the list says that nothing is left. A notice stands in front alone.
    """
    (notes / "broken.md").write_text("---\ntags: [a\n---\n# B\n\n**Q: Still?**\nA: Yes.\n")
    editor = notes.parent / "editor"
    editor.write_text('#!/bin/sh\ntest "$1" = +3 && echo "# B" > "$2"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    monkeypatch.setattr(StudyApp, "suspend", lambda _: nullcontext())
    async with sit(notes) as person:
        await person.sees("1 problem in the notes")
        await person.presses("u", "p")
        await person.sees("broken.md:3")
        behind, front = person.app.screen_stack[-2:]
        assert [bool(one.query_one(Toast).region) for one in (behind, front)] == [False, True]
        await person.presses("enter")
        await person.sees("None.")
        await person.presses("escape")
        await person.loses("1 problem in the notes")


async def test_another_tools_values_are_noticed_and_mine_kept(sit: Sit, notes: Path) -> None:
    """Three values rewritten by a script: Home says so, writes nothing; k puts mine back."""
    path = notes / "basics/tensors.md"
    await grade_first(sit, notes)
    mine = path.read_bytes()
    review_values(
        path, last_reviewed="'2026-11-30'", next_review="'2027-01-01'", mastery_level="0.9"
    )
    theirs = path.read_bytes()
    async with sit(notes) as person:
        await person.sees("Another tool changed")
        assert path.read_bytes() == theirs
        await person.presses("k")
        await person.loses("Another tool")
        assert path.read_bytes() == mine


async def test_another_tools_values_can_be_taken(sit: Sit, notes: Path) -> None:
    """With t the schedule starts from the other tool's values, and the note stays as it is."""
    path = notes / "basics/tensors.md"
    await grade_first(sit, notes)
    review_values(path, last_reviewed="'2026-11-20'", next_review="'2026-12-20'", review_count="7")
    theirs = path.read_bytes()
    async with sit(notes) as person:
        await person.sees("Another tool changed")
        await person.presses("o")
        await person.loses("Another tool")
        assert path.read_bytes() == theirs
        await person.sees("1 new")


async def test_a_date_moved_by_hand_is_obeyed(sit: Sit, notes: Path) -> None:
    """A changed next_review alone moves the card, and Home says that it did."""
    path = notes / "basics/tensors.md"
    await grade_first(sit, notes)
    review_values(path, next_review="'2026-11-23'")
    async with sit(notes) as person:
        await person.sees("You moved 1 review date by hand")
        await person.sees("1 due · 3 new")


async def test_an_answer_is_counted_and_undone_on_home(sit: Sit, notes: Path) -> None:
    """Home counts an earlier sitting's answer with today's; u there undoes it, to the byte."""
    path = notes / "basics/tensors.md"
    before = path.read_bytes()
    await grade_first(sit, notes)
    async with sit(notes) as person:
        await person.sees("3 new")
        await person.sees("1 answer today, 1 in 30 days")
        await person.presses("u")
        await person.sees("4 new")
    assert path.read_bytes() == before


async def test_the_first_answer_tells_of_the_journal_once(sit: Sit, notes: Path) -> None:
    """The first write says that a journal is kept; key g on Home has git ignore it."""
    async with sit(notes) as person:
        await person.sees("4 new")
        await person.presses("enter")
        await person.sees("1 of 4")
        await person.presses("space", "3")
        await person.sees("Answers are kept in")
        await person.presses("q")
        await person.sees("g keep it out of git")
        await person.presses("g")
        await person.loses("g keep it out of git")
        await person.sees("git now ignores the journal")
    ignored = (notes / ".studyapp/.gitignore").read_text("utf-8").split("\n")
    assert ignored[-3:] == ["/journal/", "/interviews/", ""]
    async with sit(notes) as person:
        await person.sees("3 new")
        assert "out of git" not in person.sight


async def test_two_quick_enters_begin_one_sitting(sit: Sit, notes: Path) -> None:
    """A second enter before the first card is drawn does not stack another sitting."""
    async with sit(notes) as person:
        await person.sees("4 new")
        home = person.app.screen
        assert isinstance(home, HomeScreen)
        home.action_study()
        home.action_study()
        await person.sees("1 of 4")
        assert sum(isinstance(screen, StudyScreen) for screen in person.app.screen_stack) == 1


async def test_home_counts_again_only_when_it_is_seen(sit: Sit, notes: Path) -> None:
    """A grade makes no work for Home behind the card; coming back shows what it changed."""
    async with sit(notes) as person:
        await person.sees("4 new")
        home = person.app.screen
        assert isinstance(home, HomeScreen)
        before = home.today
        await person.presses("enter", "space")
        await person.sees("Answer")
        await person.presses("3")
        await person.sees("saved")
        assert home.today is before
        await person.presses("q")
        await person.sees("3 new")
        assert home.today is not before


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_shortest_key_line_names_what_is_worth_most(language: str) -> None:
    """At 80 columns it names study, first pass, browse, the day and the mock interview."""
    keys = fitting(homekeys.useful(Words(language), studyable=True), 78, homekeys.SPARE)
    assert {"enter", "t", "b", "d", "i", "?", "q"} <= {one.key for one in keys}
