"""What the app works out while a card is looked at."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from studyapp.library.library import Library

Sit = Callable[..., Any]


async def test_grades_are_prepared_while_the_card_is_looked_at(
    sit: Sit, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each grade finds what was prepared of its card; of one edited since, nothing is lost."""
    used: list[bool] = []
    act = Library.grade

    def watched(*given: Any) -> Any:
        done, ready = act(*given), given[-1]
        used.append(ready is not None and done.event.id == ready.drafts[done.event.grade].act.id)
        return done

    monkeypatch.setattr(Library, "grade", watched)
    file = notes / "basics/tensors.md"
    async with sit(notes) as person:
        await person.presses("enter", "space", "3")
        await person.sees("2 of 4")
        await person.presses("space", "1")
        await person.sees("3 of ")
        assert used == [True, True]
        file.write_text(file.read_text("utf-8").replace("element type", "type"), "utf-8")
        await person.presses("space", "3")
        await person.sees("4 of ")
        assert used == [True, True, False]
        await person.presses("u", "u", "u")
        await person.sees("1 of 4")
    assert "Which attribute tells the type?" in file.read_text("utf-8")
    assert "review_count: 0" in file.read_text("utf-8")


async def test_a_fault_of_the_program_is_not_kept_silent(
    sit: Sit, notes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An act that fails as nobody foresaw ends the app with that error; nothing follows it."""
    tried: list[str] = []

    def fails(_: Library, card: str, *__: Any) -> Any:
        tried.append(card)
        raise ValueError("a fault of the program")

    async def studied() -> None:
        async with sit(notes) as person:
            await person.presses("enter", "space", "3")
            await person.presses("space", "3")

    monkeypatch.setattr(Library, "grade", fails)
    with pytest.raises(ValueError, match="a fault of the program"):
        await studied()
    assert len(tried) == 1
