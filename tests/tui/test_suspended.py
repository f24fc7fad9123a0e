"""Cards that are never asked, and how they are taken up again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

Sit = Callable[..., Any]


async def test_a_suspended_card_is_taken_up_again(sit: Sit, notes: Path) -> None:
    """Key s on Home lists it, enter takes it up, and it is asked as before."""
    async with sit(notes) as person:
        await person.sees("4 new")
        await person.presses("enter", "s")
        await person.sees("suspended")
        await person.presses("q")
        await person.sees("3 new")
        await person.presses("s")
        await person.sees("What does adding a number")
        assert "What is a scalar tensor?" not in person.sight
        await person.presses("enter")
        await person.sees("4 new")


async def test_two_suspended_cards_are_taken_up_one_by_one(sit: Sit, notes: Path) -> None:
    """The list stays while it holds more; the arrows choose, and space takes up too."""
    async with sit(notes) as person:
        await person.presses("enter", "s", "s", "q", "s", "down", "space")
        await person.sees("Suspended cards")
        assert "What does adding a number" in person.sight
        assert "What is a scalar tensor?" not in person.sight
        await person.presses("escape")
        await person.sees("3 new")


async def test_without_suspended_cards_the_list_says_so(sit: Sit, notes: Path) -> None:
    """Nothing to take up is no empty box."""
    async with sit(notes) as person:
        await person.presses("s")
        await person.sees("No card is suspended.")
        await person.presses("escape")
        await person.sees("4 new")
