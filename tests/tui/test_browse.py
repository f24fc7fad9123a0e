"""Browse: all cards searched, sorted, looked at, changed many at once."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding

from studyapp.tui.browsekeys import BINDINGS
from studyapp.tui.browsing import Order, columns
from studyapp.tui.screens.browse import BrowseScreen
from studyapp.tui.screens.duedate import parsed

Sit = Callable[..., Any]
TODAY = date(2026, 11, 23)


def events(folder: Path) -> list[dict[str, Any]]:
    """What the journal holds."""
    [path] = (folder / ".studyapp" / "journal").glob("*.jsonl")
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


async def typed(person: Any, text: str) -> None:
    """Type a line, letter by letter."""
    await person.presses(*("space" if one == " " else one for one in text))


def mark_code(notes: Path) -> None:
    """Put a word of a question into backticks."""
    for file in notes.rglob("*.md"):
        marked = file.read_text("utf-8").replace("a scalar tensor?", "a `scalar` tensor?")
        file.write_text(marked, "utf-8")


async def test_a_card_is_found_looked_at_and_flagged(sit: Sit, notes: Path) -> None:
    """The line finds it by a word of its answer, what is wrong is named, u takes the flag off.

    Lists and notices name a question without its marks of code.
    """
    mark_code(notes)
    async with sit(notes) as person:
        await person.sees("4 new")
        await person.presses("b")
        await person.sees("4 cards")
        await person.sees("It adds the number to every element")
        await person.presses("slash")
        await typed(person, "is:n")
        await person.sees("`is:n` asks for nothing: is: takes due new")
        await typed(person, "ew dimensions")
        await person.sees("1 card")
        await person.sees("its shape is")
        await person.presses("enter", "f")
        await person.sees("✓ flagged: What is a scalar tensor?   u undoes it")
        await person.sees("⚑")
        await person.presses("u")
        await person.sees("✓ undone: flagged: What is a scalar tensor?")
        await person.presses("enter")
        await person.sees("1. Adding")
        await person.presses("escape", "escape")
        await person.sees("4 new")


async def test_what_is_done_to_many_is_undone_at_once(sit: Sit, notes: Path) -> None:
    """Chosen cards are suspended together; one u takes all of them up again."""
    async with sit(notes) as person:
        await person.sees("4 new")
        await person.presses("b", "space", "shift+down", "s")
        await person.sees("✓ suspended: 3 cards")
        await person.sees("3 chosen")
        assert [one["event"] for one in events(notes)].count("suspend") == 3
        await person.presses("slash")
        await typed(person, "-is:suspended")
        await person.sees("1 card")
        await person.sees("什么是广播？")
        await person.presses("enter", "u")
        await person.sees("✓ undone: suspended: 3 cards")
        await person.sees("4 cards")
        await person.presses("ctrl+a", "c")
        await person.sees("1 of 4")
        await person.sees("cram")


async def test_a_due_day_is_set_and_sorted_by(sit: Sit, notes: Path) -> None:
    """A studied card is moved to a day that is typed; the order follows; new ones come last."""
    async with sit(notes) as person:
        await person.presses("enter", "space", "3", "space", "3", "q")
        await person.sees("2 new")
        await person.presses("b", "d", "7")
        await person.sees("1 card, 2026-11-30 (in 7 days)")
        await person.presses("enter")
        await person.sees("✓ moved to 2026-11-30: What does adding")
        await person.sees("2026-11-30")
        await person.presses("w")
        await person.sees("q = 4:  EF' = 2.50 + (0.10 − 1·(0.08 + 1·0.02)) = 2.50")
        await person.sees("Since then the day was set to 2026-11-30.")
        await person.sees("How likely it is recalled")
        await person.presses("escape", "1")
        await person.sees("due▲")
        first, second = (person.sight.index(one) for one in ("2026-11-24", "2026-11-30"))
        assert first < second
        await person.presses("1")
        await person.sees("due▼")
        assert person.sight.index("2026-11-30") < person.sight.index("2026-11-24")
        assert person.sight.index("2026-11-24") < person.sight.index("unseen")
        await person.presses("g")
        await person.sees("None of them is due or new")
        await person.presses("R")
        await person.sees("✓ begins again as new: What does adding")
        await person.presses("g")
        await person.sees("1 of 1")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7", date(2026, 11, 30)),
        ("+1", date(2026, 11, 24)),
        ("0", TODAY),
        (" 2026-12-24 ", date(2026, 12, 24)),
        ("soon", None),
        ("99999999999", None),
        ("", None),
        ("2026-13-01", None),
    ],
)
def test_a_day_is_a_date_or_so_many_from_today(text: str, day: date | None) -> None:
    """Anything else is no day."""
    assert parsed(text, TODAY) == day


def test_the_column_of_the_order_is_always_there() -> None:
    """However narrow the list; a broad one has all, in the order of the keys that sort by them."""
    assert columns(50, Order("added")) == ["added"]
    assert columns(50, Order()) == ["due"]
    bound = (one for one in BINDINGS if isinstance(one, Binding))
    numbered = [one.action for one in bound if one.key[0] in "123456"]
    assert [f"sort('{name}')" for name in columns(200, Order("due"))] == numbered


async def test_what_an_earlier_library_held_is_not_taken_for_this_one(
    sit: Sit, notes: Path
) -> None:
    """A description that was overtaken by another snapshot changes nothing."""
    async with sit(notes) as person:
        await person.presses("b")
        await person.sees("4 cards")
        screen = person.app.screen
        await person.presses("2")
        before = replace(person.app.snapshot)
        screen.post_message(BrowseScreen.Described(before, screen.day, {}))
        await person.pilot.pause()
        assert len(screen.facts) == 4
