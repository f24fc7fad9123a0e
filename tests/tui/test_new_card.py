"""Notes without a card, and how one is written into them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import TextArea

Sit = Callable[..., Any]

HEAPS = "# Heaps\n\nA tree.\n\n## Uses\n\nQueues.\n"


@pytest.fixture
def heaps(notes: Path) -> Path:
    """One more note, which asks nothing."""
    file = notes / "basics" / "heaps.md"
    file.write_text(HEAPS, encoding="utf-8")
    return file


def read(file: Path) -> str:
    return file.read_text(encoding="utf-8")


async def test_a_card_is_written_into_a_note_without_one(
    sit: Sit, notes: Path, heaps: Path
) -> None:
    """N lists it with the reason, enter asks for question and answer, f2 writes; Home counts it."""
    async with sit(notes) as person:
        await person.sees("4 new")
        await person.presses("N")
        await person.sees("basics/heaps.md")
        assert "characters" in person.sight
        await person.presses("enter", *"Why", "enter", *"So", "enter", *"it", "f2")
        await person.sees("Written into basics/heaps.md, line 13.")
        await person.sees("Every note asks something.")
        await person.presses("escape")
        await person.sees("5 new")
    assert read(heaps) == f"{HEAPS}\n## Interview questions\n\n**Q: Why**\nA: So\nit\n"


async def test_what_can_not_be_written_stays_on_the_screen(
    sit: Sit, notes: Path, heaps: Path
) -> None:
    """The reason is told, and what was typed is left only at the second escape."""
    async with sit(notes) as person:
        await person.presses("n", "n", *"Why", "enter", *"TODO", "ctrl+s")
        await person.sees("Not written: no form")
        await person.presses("escape")
        await person.sees("once more")
        assert person.app.screen.query_one(TextArea).text == "TODO"
        await person.presses("escape")
        await person.sees("Notes without a card")
    assert read(heaps) == HEAPS


async def test_without_an_answer_the_editor_opens_at_its_place(
    sit: Sit, notes: Path, heaps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question and an empty label are there already."""
    async with sit(notes) as person:
        opened: list[tuple[str, int]] = []
        monkeypatch.setattr(person.app, "edit", lambda path, line: opened.append((path, line)))
        await person.presses("n", "enter", *"Why", "f2")
        await person.waits()
    assert opened == [("basics/heaps.md", 12)]
    assert read(heaps) == f"{HEAPS}\n## Interview questions\n\n**Q: Why**\nA:\n"


async def test_the_note_can_be_read_first(sit: Sit, notes: Path, heaps: Path) -> None:
    """Space shows it whole."""
    async with sit(notes) as person:
        await person.presses("n", "space")
        await person.sees("Queues.")
        await person.presses("escape")
        await person.sees("Notes without a card")
    assert read(heaps) == HEAPS


async def test_where_every_note_asks_the_list_says_so(sit: Sit, notes: Path) -> None:
    """Nothing to write is no empty box."""
    async with sit(notes) as person:
        await person.presses("n")
        await person.sees("Every note asks something.")
        await person.presses("q")
        await person.sees("4 new")
