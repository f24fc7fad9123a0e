"""Edits that other programs make while the app is open."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from studyapp.library.watching import Watch

FIRST = "What does adding a number to a tensor do?"


def watch(root: Path, tell: Callable[[frozenset[str]], object]) -> Watch:
    return Watch(root, tell, quiet=100)


def edit(notes: Path, old: str, new: str) -> None:
    file = notes / "basics/tensors.md"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


async def test_home_follows_the_folder(sit: Any, notes: Path) -> None:
    """A new question counts without a key; so does one that is taken out again."""
    async with sit(notes, watch=watch) as person:
        await person.sees("4 new")
        (notes / "new.md").write_text("# New\n\n**Q: Why?**\nA: So.\n", "utf-8")
        await person.sees("5 new")
        (notes / "new.md").unlink()
        await person.sees("4 new")


async def test_the_card_on_the_screen_follows_its_note(sit: Any, notes: Path) -> None:
    """The answer that is shown becomes the one that was just saved in an editor."""
    async with sit(notes, watch=watch) as person:
        await person.sees("4 new")
        await person.presses("enter", "space")
        await person.sees("every element")
        edit(notes, "every element", "each entry")
        await person.sees("each entry")
        await person.presses("3")
        await person.sees("2 of 4")
    assert "review_count: 1" in (notes / "basics/tensors.md").read_text("utf-8")


async def test_a_date_moved_outside_is_obeyed_at_once(sit: Any, notes: Path) -> None:
    """The card on the screen stays as it stands, and Home tells what was taken over."""
    async with sit(notes, watch=watch) as person:
        await person.sees("4 new")
        await person.presses("enter", "space", "3", "space")
        await person.sees("its shape is")
        before = person.sight
        file = notes / "basics/tensors.md"
        text = re.sub(r"next_review: .*", "next_review: '2026-12-24'", file.read_text("utf-8"))
        file.write_text(text, "utf-8")
        for _ in range(250):
            if person.app.settled.moved:
                break
            await person.pilot.pause(0.02)
        assert person.sight == before
        await person.presses("q")
        await person.sees("You moved 1 review date by hand")


async def test_our_own_writing_is_not_read_again(sit: Any, notes: Path) -> None:
    """A grade touches journal and note, and the library is not opened for that."""
    async with sit(notes, watch=watch) as person:
        await person.sees("4 new")
        opened: list[object] = []
        person.app.library.open = lambda *how: opened.append(how)
        await person.presses("enter", "space", "3")
        await person.sees("2 of 4")
        await person.pilot.pause(0.5)
        assert opened == []


async def test_a_conflict_in_review_values_is_mended_by_a_key(sit: Any, notes: Path) -> None:
    """Home says so and names m; after it the note holds what the journal says."""
    async with sit(notes) as person:
        await person.sees("4 new")
        await person.presses("enter", "space", "3")
        await person.sees("2 of 4")
    ours = (notes / "basics/tensors.md").read_text("utf-8")
    both = "<<<<<<< HEAD\nreview_count: 1\n=======\nreview_count: 0\n>>>>>>> laptop\n"
    edit(notes, "review_count: 1\n", both)
    async with sit(notes) as person:
        await person.sees("m mends it")
        await person.presses("m")
        await person.sees("3 new")
        assert "mends" not in person.sight
    assert (notes / "basics/tensors.md").read_text("utf-8") == ours


async def test_where_nothing_is_watched_the_problems_say_so(sit: Any, notes: Path) -> None:
    """Silent on Home; among the problems a line names f5 and the reason."""

    def failed(root: Path, tell: Callable[[frozenset[str]], object]) -> Watch:
        found = Watch(root, tell)
        found.stop()
        found.failure = "no watches left"
        return found

    async with sit(notes, watch=failed) as person:
        await person.sees("4 new")
        assert "watches" not in person.sight
        await person.presses("p")
        await person.sees("press f5 (no watches left)")
