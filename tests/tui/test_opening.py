"""Keys that are pressed while the library is opened."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from studyapp.library.library import Library
from studyapp.tui.screens.home import HomeScreen
from studyapp.tui.screens.study import StudyScreen

Sit = Callable[..., Any]


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A disk that gives nothing of the library before this is set."""
    gate, act = Event(), Library.open

    def late(*args: Any) -> Any:
        gate.wait(10)
        return act(*args)

    monkeypatch.setattr(Library, "open", late)
    yield gate
    gate.set()


async def test_an_impatient_enter_goes_straight_to_the_first_card(
    sit: Sit, notes: Path, gate: Event
) -> None:
    """Enter waits for the library; what is typed after it grades nothing; then Home stands."""
    async with sit(notes, hasty=True) as person:
        await person.glimpses("Opening the library")
        await person.pilot.press("x", "escape", "enter", "t", "slash", "space", "3")
        await person.glimpses("then the first card comes")
        gate.set()
        await person.sees("What does adding a number to a tensor do?")
        assert isinstance(person.app.screen, StudyScreen)
        assert "say it aloud" in person.sight
        await person.presses("q")
        await person.sees("4 new · about 5 min")
        assert isinstance(person.app.screen, HomeScreen)
        await person.presses("enter")
        assert isinstance(person.app.screen, StudyScreen)
    assert not (notes / ".studyapp").exists()


async def test_keys_that_waited_act_on_home_until_one_leaves_it(
    sit: Sit, notes: Path, gate: Event
) -> None:
    """A deck is chosen and studied as if Home had been seen; escape takes keys back."""
    async with sit(notes, hasty=True) as person:
        await person.pilot.press(
            "enter", "escape", "down", "down", "a_key_of_nothing", "enter", "b"
        )
        gate.set()
        await person.sees("什么是广播")
        assert isinstance(person.app.screen, StudyScreen)
        await person.presses("q")
        await person.sees("2 notes, 4 questions")


async def test_quitting_waits_for_nothing(sit: Sit, notes: Path, gate: Event) -> None:
    """`q` leaves while the library is still being read."""
    async with sit(notes, hasty=True) as person:
        await person.pilot.press("enter", "q")
        assert person.app._exit
        gate.set()


async def test_garbage_is_looked_for_once_the_library_stands(sit: Sit, notes: Path) -> None:
    """Who starts the app may put that off; it never stays so."""
    gc.disable()
    try:
        async with sit(notes) as person:
            await person.sees("4 new")
            assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
