"""A card that is forgotten again and again."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from studyapp.library.library import Library

Sit = Callable[..., Any]
NOW = datetime.fromisoformat("2026-11-23T09:30:00+08:00")


def forgotten(folder: Path, question: str, times: int) -> None:
    """Learn a card and forget it, so many times."""
    library = Library(folder, "", "test-device")
    library.open(NOW)
    card = next(one for one in library.snapshot.cards.values() if question in one.question)
    for day in range(2 * times, 0, -1):
        library.grade(card.id, (4, 1)[day % 2], 30.0, NOW - timedelta(days=day))
    library.rest()


async def test_a_leech_is_named_and_split(sit: Sit, notes: Path) -> None:
    """After six lapses the top line says so, once a sitting there is advice; a query finds it."""
    forgotten(notes, "scalar", 6)
    async with sit(notes) as person:
        await person.presses("enter")
        await person.sees("often forgotten · basics › Tensors")
        await person.presses("space")
        await person.sees("Forgotten 6 times")
        await person.presses("1")
        await person.sees("What does adding")
        assert "often forgotten" not in person.sight
        await person.presses("q", "slash", *"is:leech")
        await person.sees("1 card")
        await person.sees("What is a scalar tensor?")


async def test_five_lapses_are_no_leech(sit: Sit, notes: Path) -> None:
    """One time less is only bad luck."""
    forgotten(notes, "scalar", 5)
    async with sit(notes) as person:
        await person.presses("enter")
        await person.sees("What is a scalar")
        await person.presses("space")
        await person.sees("dimensions")
        assert "orgotten" not in person.sight
