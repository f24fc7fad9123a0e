"""The outlines' screen: chapters with bars, a session for one, a note and a link for a question."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Sit = Callable[..., Any]

OUTLINE = """\
# Basics

## Tensors

- [Tensors](../notes/basics/tensors.md)
- Why are strides kept? - hard

## Shapes

- 什么是广播？
- [Views](../notes/形状/views (a).md)
"""


@pytest.fixture
def outlines(notes: Path) -> Path:
    """An outline beside the notes."""
    folder = notes.parent / "outlines"
    folder.mkdir()
    (folder / "basics.md").write_text(OUTLINE, "utf-8")
    return folder


@pytest.mark.usefixtures("outlines")
async def test_a_chapter_is_unfolded_and_studied(sit: Sit, notes: Path) -> None:
    """Counts, marks and what a question's note is; enter asks that chapter's cards only."""
    async with sit(notes) as person:
        await person.sees("4 new")
        await person.presses("v")
        await person.sees("4 questions: 2 with a note, 2 with a card, 0 met, 0 mastered")
        await person.presses("right")
        await person.sees("1/2      Shapes")
        await person.presses("right", "down", "right", "right")
        await person.sees("○ 什么是广播？")
        await person.sees("形状/广播.md (asks the same)")
        await person.presses("left", "enter")
        await person.sees("1 of 1")
        await person.presses("space", "3")
        await person.sees("Done for now")
        await person.presses("q")
        await person.sees("◐ 什么是广播？")
        await person.sees("2 with a card, 1 met")


async def test_a_question_gets_its_note_and_only_then_its_link(
    sit: Sit, notes: Path, outlines: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Key n makes it beside the others, l links it, u takes the link out to the byte."""
    async with sit(notes, size=(200, 30)) as person:
        opened: list[tuple[str, int]] = []
        monkeypatch.setattr(person.app, "edit", lambda path, line: opened.append((path, line)))
        await person.presses("v", "n")
        await person.sees("Choose a single question for that")
        await person.presses("right", "right", "right", "right", "down")
        await person.sees("no note")
        await person.presses("l")
        await person.sees("It has no note")
        await person.presses("n")
        await person.sees("3 with a note")
        assert opened == [("basics/Why_are_strides_kept？.md", 18)]
        text = (notes / opened[0][0]).read_text("utf-8")
        assert "\ndifficulty: hard\n" in text
        assert "\ntags:\n- tensors\nrelated_outlines:\n- 'basics.md'\n---\n" in text
        assert text.endswith(
            "# Why are strides kept?\n\n## Interview questions\n\n"
            "**Q: Why are strides kept?**\nA:\n"
        )
        assert (outlines / "basics.md").read_text("utf-8") == OUTLINE
        await person.sees("same title")
        await person.presses("l")
        await person.sees("(linked)")
        linked = "- [Why are strides kept?](../notes/basics/Why_are_strides_kept？.md) - hard\n"
        assert (outlines / "basics.md").read_text("utf-8").split("\n")[5] + "\n" == linked
        await person.presses("u")
        await person.sees("same title")
        assert (outlines / "basics.md").read_text("utf-8") == OUTLINE


async def test_a_link_that_waits_for_its_note_gets_it(
    sit: Sit, notes: Path, outlines: Path
) -> None:
    """It is made where the link leads, under that name; notes that come close are offered only."""
    (outlines / "basics.md").write_text(f"{OUTLINE}- Tensor?\n", "utf-8")
    async with sit(notes, size=(200, 30)) as person:
        person.app.edit = lambda *_: None
        await person.presses("v", "right", "right", "down", "right", "right", "down", "n")
        await person.sees("(linked)")
        await person.presses("down")
        await person.sees("no note · perhaps basics/tensors.md (92 %)")
    text = (notes / "形状/views (a).md").read_text("utf-8")
    assert "# Views\n" in text


async def test_without_outlines_it_says_where_to_put_them(sit: Sit, notes: Path) -> None:
    """In the interface's language; the key leads back."""
    async with sit(notes, language="zh", size=(80, 24)) as person:
        await person.presses("v")
        await person.sees("这里没有大纲")
        await person.presses("v")
        await person.sees("全部题组")
