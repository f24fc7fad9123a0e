"""Quick capture: a question written down from any screen."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.widgets import Input

Sit = Callable[..., Any]


async def test_a_question_is_caught_in_the_middle_of_a_sitting(sit: Sit, notes: Path) -> None:
    """It goes to the inbox, is there at once, and the card on the screen stays as it was."""
    async with sit(notes, size=(120, 44)) as person:
        await person.presses("enter", "space")
        answer = "every element"
        await person.sees(answer)
        await person.presses("ctrl+n", *"Why", "enter", *"So", "f2")
        await person.sees("Written into inbox.md, line 16.")
        await person.sees(answer)
        text = (notes / "inbox.md").read_text("utf-8")
        assert text.endswith("# Inbox\n\n## Interview questions\n\n**Q: Why**\nA: So\n")
        await person.presses("q")
        await person.sees("5 new")


async def test_the_note_is_found_by_a_part_of_its_title(sit: Sit, notes: Path) -> None:
    """Without an answer there is room for one; the note being studied is a key away."""
    async with sit(notes, size=(120, 44)) as person:
        await person.presses("ctrl+n", *"Why", "tab", "tab")
        person.app.screen.query_one("#into", Input).value = "广"
        await person.sees("形状/广播.md")
        await person.presses("enter")
        await person.sees("It will be")
        assert (notes / "形状/广播.md").read_text("utf-8").endswith("\n\n**Q: Why**\nA:\n")
        await person.presses("enter", "ctrl+n", *"How", "enter", *"So")
        await person.sees("basics/tensors.md")
        await person.presses("tab", "down", "enter")
        await person.sees("Written into basics/tensors.md")
    assert not (notes / "inbox.md").exists()
