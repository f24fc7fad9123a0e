"""Reworded questions on Home: told, listed, answered."""

from pathlib import Path
from typing import Any

ADDING = "What does adding a number to a tensor do?"
REWORDED = "What happens when a number is added to a tensor?"
ANSWER = "It adds the number to **every element** and gives a new tensor."
EDITED = "Broadcasting: each of its entries grows, in fresh memory."


async def grade_first(sit: Any, notes: Path) -> None:
    """Answer the first card with Good."""
    async with sit(notes) as person:
        await person.sees("4 new")
        await person.presses("enter")
        await person.sees(ADDING)
        await person.presses("space", "3")
        await person.sees("2 of 4")


def edit(notes: Path, *changes: tuple[str, str]) -> None:
    file = notes / "basics/tensors.md"
    text = file.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


async def test_a_reworded_question_goes_on_and_can_be_parted(sit: Any, notes: Path) -> None:
    """Home says that its history goes on; r lists it, n makes it a new question."""
    await grade_first(sit, notes)
    edit(notes, (ADDING, REWORDED))
    async with sit(notes) as person:
        await person.sees("1 reworded question keeps its history: r")
        await person.sees("3 new")
        await person.presses("r")
        await person.sees(f"- {ADDING}")
        await person.sees(f"+ {REWORDED}")
        await person.presses("n")
        await person.sees("4 new")
        assert "keeps its history" not in person.sight


async def test_a_doubt_is_settled_by_a_key(sit: Any, notes: Path) -> None:
    """A question whose answer changed too is asked about; y gives it its history back."""
    await grade_first(sit, notes)
    edit(notes, (ADDING, REWORDED), (ANSWER, EDITED))
    async with sit(notes) as person:
        await person.sees("1 question may be one you know")
        await person.sees("4 new")
        await person.presses("r", "y")
        await person.sees("3 new")
        assert "may be one you know" not in person.sight
    async with sit(notes) as person:
        await person.sees("3 new")
