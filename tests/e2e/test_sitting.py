"""A sitting from the first key to the last, on the person's own screen."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Person, Terminal

GRADIENTS = """\
# 梯度的累加

## 1. 行为

### 1.1 backward 累加梯度
```python
gradients = [2.0, 2.0]
backward = [grad + 2.0 for grad in gradients]
backward  # 两次相加，返回[4.0, 4.0]
```

### 1.2 清零
`optimizer.zero_grad()` 把梯度设为 None。

## 面试问题

**Q: 为什么 backward 会累加梯度？**
A: 每次 backward 都把新的梯度**加到（accumulate）**`.grad` 上，而不是替换它：

- 同一个张量可以被多条路径使用
- 小批量可以分几次算完（`gradient accumulation`）

**Q: 什么时候要清零？**
A: 每一步优化之前。
"""
SIZES = NARROW, WIDE = (80, 24), (200, 50)


def see_closed_boxes(terminal: Terminal) -> None:
    """Wait until every box on the screen has its right border in one column."""
    terminal.until(lambda: closed(terminal.rows()), "see closed boxes")


def closed(rows: list[list[str]]) -> bool:
    """Whether every row that begins inside a box ends at that box's right border."""
    corners = [(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell == "╭"]
    return bool(corners) and all(box_is_closed(rows, y, x) for y, x in corners)


def box_is_closed(rows: list[list[str]], top: int, left: int) -> bool:
    """Whether the box with this upper left corner has straight sides down to its lower ones."""
    if "╮" not in rows[top][left:]:
        return False
    right = rows[top].index("╮", left)
    sides = [row[left] + row[right] for row in rows[top + 1 :]]
    return "╰╯" in sides and set(sides[: sides.index("╰╯")]) == {"││"}


def values(note: Path) -> list[str]:
    """The four lines of a note that a review may change."""
    keys = ("last_reviewed", "next_review", "review_count", "mastery_level")
    return [line for line in note.read_text("utf-8").split("\n") if line.startswith(keys)]


def test_the_reference_note_is_studied(person: Person, seed: Path) -> None:
    """Start, open, reveal, run, grade, undo, grade again, quit: journal and note say the same.

    The window is narrow at first; it is drawn wide over the answer and again over the result.
    """
    before = seed.read_bytes()
    app = person.open(size=NARROW, torch=True)
    app.see("6 new", "all decks")
    app.press("enter")
    app.see("什么是Eager Execution？", "say it aloud")
    assert "torch.tensor" not in app.screen()
    app.press(" ")
    for size in SIZES:
        app.resize(*size)
        app.see("计算图", "2.1", "r run", "3 Good", "tomorrow")
        see_closed_boxes(app)
    app.press("r")
    for size in reversed(SIZES):
        app.resize(*size)
        app.see("3 claims hold", "[2., 4.]  Mul")
        see_closed_boxes(app)
    app.press("3")
    app.see("✓ saved: Good", "2 of 6")
    assert person.grades() == [4]
    app.press("u")
    app.see("✓ undone", "1 of 6")
    assert seed.read_bytes() == before
    app.press("4")
    app.see("✓ saved: Easy", "2 of 6")
    app.press("q")
    app.see("5 new", "1 answer today")
    app.press("q")
    assert app.wait() == 0
    assert [event["event"] for event in person.journal()][-3:] == ["review", "undo", "review"]
    assert person.grades() == [5]
    assert values(seed) == [
        "last_reviewed: '2026-11-23'",
        "next_review: '2026-11-24'",
        "review_count: 1",
        "mastery_level: 0.06",
    ]


def test_chinese_stands_on_its_grid(person: Person) -> None:
    """With Chinese, bold and code in question, answer and demo every box keeps its border."""
    person.note("gradients.md", GRADIENTS)
    app = person.open(size=NARROW)
    app.see("2 new")
    app.press("enter")
    app.see("say it aloud")
    app.press(" ")
    app.see("加到（accumulate）.grad 上", "r run")
    app.press("r")
    for size in SIZES:
        app.resize(*size)
        app.see("1 claim holds", "[4.0, 4.0]")
        see_closed_boxes(app)
    assert "**" not in app.screen()


def test_quitting_at_once_changes_nothing(person: Person) -> None:
    """Opening, looking at an answer and leaving touches neither note nor folder."""
    note = person.note("gradients.md", GRADIENTS)
    before = hashlib.sha256(note.read_bytes()).digest()
    app = person.open()
    app.see("2 new", "No file was")
    app.press("enter")
    app.see("say it aloud")
    app.press(" ")
    app.see("accumulate")
    app.press("q")
    app.see("all decks")
    app.press("q")
    assert app.wait() == 0
    assert hashlib.sha256(note.read_bytes()).digest() == before
    assert list(person.notes.iterdir()) == [note]
