"""The mock interview: asked, judged, reported, counted only when told to."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from studyapp.tui.mocking import Wish

Sit = Callable[..., Any]

LOCKS = """\
# Locks

**Q: What does a deadlock need?**
A:
- mutual exclusion
- hold and wait
- no preemption
- a circular wait

See [queues](../data/queues.md).
"""
QUEUES = """\
# Queues

**Q: What is a queue | in one word?**
A: FIFO
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """Two decks of a note each, the first linked to the second."""
    folder = tmp_path / "deck"
    for path, text in {"os/locks.md": LOCKS, "data/queues.md": QUEUES}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def reviews(folder: Path) -> list[tuple[int, str]]:
    """The grades that were journalled, with their notes."""
    files = (folder / ".studyapp/journal").glob("*.jsonl")
    lines = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
    return [(one["grade"], one["note"]) for one in lines if one["event"] == "review"]


def contents(folder: Path) -> list[bytes]:
    """The bytes of all notes."""
    return [path.read_bytes() for path in sorted(folder.glob("[!.]*/*.md"))]


async def test_an_interview_counts_only_when_told(sit: Sit, deck: Path) -> None:
    """Clock, points, undo, a typed follow-up of the linked note; a report; then it is counted."""
    async with sit(deck, size=(80, 24), mock=Wish(45, seed=2)) as person:
        await person.sees("Question 1 · os › Locks")
        await person.sees("What does a deadlock need?")
        await person.sees("0:00 of 0:45 · 45:00 left")
        await person.presses("n", "y", "q", "escape")
        await person.sees("say it aloud")
        await person.presses("y", "enter", "?", "1", "f2")
        await person.sees("the clock rests")
        await person.sees("?1")
        await person.presses("x", "x")
        await person.sees("2 of 4 said")
        await person.presses("1")
        await person.sees("Follow-up, linked note · Queues · after “What")
        await person.presses("u")
        await person.sees("2 of 4 said")
        await person.presses("2", "y")
        await person.presses("f", "i", "f", "o", "enter")
        await person.sees("✓ fifo")
        await person.presses("space")
        await person.sees("You recalled 75% of what was asked.")
        await person.sees("Count 2 of these as reviews?")
        assert not (deck / ".studyapp").exists()
        await person.presses("s")
        await person.sees("save to: .studyapp/interviews/2026-11-23-1.md")
        await person.presses("enter")
        await person.sees("saved: .studyapp/interviews/2026-11-23-1.md")
        assert reviews(deck) == []
        await person.presses("y")
        await person.sees("counted as reviews: 2 cards")
        await person.presses("u")
        await person.sees("Count 2 of these as reviews?")
        assert contents(deck) == [QUEUES.encode(), LOCKS.encode()]
        await person.presses("y")
        await person.sees("g study these now   q")
        assert reviews(deck)[2:] == [(3, "os/locks.md"), (4, "data/queues.md")]
        await person.presses("g")
        await person.sees("1 of 1 · cram")
        await person.presses("q", "q")
        await person.sees("all decks")
    report = (deck / ".studyapp/interviews/2026-11-23-1.md").read_text("utf-8")
    assert (
        "1. What does a deadlock need? · [os/locks.md:3](../../os/locks.md#L3) · 2 of 4" in report
    )
    assert "   - missed: no preemption\n   - missed: a circular wait\n" in report
    assert "  - What is a queue | in one word? · [data/queues.md:3]" in report
    assert "  > q  \n  > ?1  \n" in report  # what was typed before the escape was still there
    assert "  > fifo  \n" in report


async def test_an_interview_that_is_broken_off_shows_what_it_showed(sit: Sit, notes: Path) -> None:
    """Chosen on Home; q asks once, then reports; without y and s nothing is written at all."""
    before = contents(notes)
    async with sit(notes, size=(200, 50), language="zh") as person:
        await person.sees("4")
        await person.presses("i")
        await person.sees("45 分钟，约 4 题")
        await person.presses("up", "enter")
        await person.sees("剩 30:00")
        await person.presses("q")
        await person.sees("没有作答")
        await person.presses("i", "enter")
        await person.sees("剩 45:00")
        await person.presses("space", "3", "q")
        await person.sees("再按一次 q 结束面试")
        await person.presses("q")
        await person.sees("你答出了 100%")
        await person.sees("没有：每题都答全了。")
        await person.presses("n")
        await person.sees("没有计入，日程不变。")
        await person.presses("y", "q")
        await person.sees("模拟面试")
    assert contents(notes) == before
    assert not (notes / ".studyapp").exists()
