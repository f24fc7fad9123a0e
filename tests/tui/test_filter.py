"""Cards chosen by a line on Home."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Sit = Callable[..., Any]


async def typed(person: Any, text: str) -> None:
    """Type a line, letter by letter."""
    await person.presses(*("space" if one == " " else one for one in text))


def events(folder: Path) -> list[str]:
    """What the journal holds."""
    [path] = (folder / ".studyapp" / "journal").glob("*.jsonl")
    return [json.loads(line)["event"] for line in path.read_text("utf-8").splitlines()]


async def test_a_line_chooses_what_is_studied(sit: Sit, notes: Path) -> None:
    """The count follows each letter; enter studies what is new of it, by the usual keys."""
    async with sit(notes) as person:
        await person.presses("slash")
        await person.sees("4 cards, 0 due, 4 new")
        await typed(person, "scalar is:n")
        await person.sees("is: takes due new")
        await typed(person, "ew")
        await person.sees("1 card, 0 due, 1 new")
        await person.sees("What is a scalar tensor?")
        await person.presses("enter")
        await person.sees("1 of 1")
        await person.presses("space", "3")
        await person.sees("Done for now")
        await person.presses("enter")
        await person.sees("3 new")
        await person.presses("／")
        await person.sees("scalar is:new")
        await person.sees("No card matches.")
    assert events(notes) == ["card", "adopt", "review"]


async def test_chosen_cards_are_crammed(sit: Sit, notes: Path) -> None:
    """F4 goes through all that was found, and the schedule stays as it is."""
    before = (notes / "形状/广播.md").read_bytes()
    async with sit(notes) as person:
        await person.presses("slash")
        await typed(person, "广播")
        await person.sees("f4 cram all 1")
        await person.presses("f4")
        await person.sees("cram")
        await person.presses("space", "3")
        await person.sees("Done for now")
    assert events(notes) == ["card", "cram"]
    assert (notes / "形状/广播.md").read_bytes() == before


async def test_marks_are_found(sit: Sit, notes: Path) -> None:
    """A flagged card is found by its flag, a suspended one by that, and is not asked."""
    async with sit(notes) as person:
        await person.presses("enter", "f", "s", "q", "slash")
        await typed(person, "is:flagged")
        await person.sees("1 card, 0 due, 0 new")
        assert "study 1" not in person.sight
        await person.presses("enter")
        await person.sees("What does adding")
        await person.presses(*["backspace"] * 7)
        await typed(person, "suspended")
        await person.sees("1 card, 0 due, 0 new")
        await person.presses("escape")
        await person.sees("3 new")


async def test_leaving_changes_nothing(sit: Sit, notes: Path) -> None:
    """Escape goes back to Home; nothing is written."""
    async with sit(notes) as person:
        await person.presses("slash", "a", "escape")
        await person.sees("4 new")
        await person.presses("enter")
        await person.sees("1 of 4")
    assert not (notes / ".studyapp").exists()
