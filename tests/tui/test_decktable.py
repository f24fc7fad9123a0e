"""The decks on Home: mastery is never a bare number."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.library.library import Library
from studyapp.schedule import Grade
from studyapp.tui.screens.decktable import room

Sit = Callable[..., Any]
NOW = datetime.fromisoformat("2026-11-23T09:30:00+08:00")


@pytest.mark.parametrize(
    ("size", "told"),
    [((110, 30), "met 1 of 3 · 35%"), ((80, 24), "1/3 · 35%"), ((160, 40), "met 1 of 3 · 35%")],
)
async def test_what_was_met_stands_beside_the_recall(
    sit: Sit, notes: Path, size: tuple[int, int], told: str
) -> None:
    """One of three cards met by a Good: 35 % of what was met; in few cells the same in short."""
    library = Library(notes, "", "test-device")
    library.open(NOW)
    library.grade(next(iter(library.snapshot.cards)), Grade.GOOD, 9, NOW)
    async with sit(notes, size=size) as person:
        await person.sees(told)
        assert "0%" not in person.sight


async def test_a_narrower_terminal_says_it_shorter(sit: Sit, notes: Path) -> None:
    """The table follows the terminal's width, and the chosen deck stays chosen."""
    async with sit(notes, size=(110, 30)) as person:
        await person.sees("met 0 of 3")
        await person.presses("down")
        await person.pilot.resize_terminal(70, 30)
        await person.sees("0/3")
        await person.presses("enter")
        await person.sees("1 of 3")


async def test_of_decks_in_two_languages_ones_own_is_chosen(sit: Sit, notes: Path) -> None:
    """Where decks ask the same in two languages, enter begins the one of the interface's."""
    own = {"zh": "形状", "en": "basics"}
    async with sit(notes, size=(110, 30), languages=own) as person:
        await person.sees("basics is chosen")
        await person.presses("enter")
        await person.sees("1 of 3")


@given(st.integers(1, 300))
def test_a_name_always_has_room(width: int) -> None:
    """However narrow the table, a deck's name keeps some cells; words come only with enough."""
    parted = room(width)
    assert parted.name >= 12
    assert not parted.words or parted.name >= 20
