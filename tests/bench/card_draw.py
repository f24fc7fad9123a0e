"""Key to drawn card: `Page.show` beside Textual's own `Markdown` widget, interleaved.

The goal is a quarter of Textual's time at most, for notes of 6 KB and 15 KB.
Usage: python tests/bench/card_draw.py [ROUNDS]
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import time
from typing import TYPE_CHECKING

from row import tell
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Markdown

from studyapp.tui.widgets.page import Page

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.pilot import Pilot

GOAL = 0.25
SECTION = """
## {n}. 优化器的状态与内存 {salt}

**动量（Momentum）**在每一步累积梯度的滑动平均，每个参数多占一份内存；`Adam` 还有二阶矩。

- 一阶矩：梯度的指数平均，衰减率约为 `0.9`
- 二阶矩：梯度平方的指数平均
  1. 偏差修正在最初几步很重要
  2. a longer English item which has to be wrapped at the right edge of the page

| 方法 | 状态 | 说明 |
|------|-----:|------|
| SGD  | 0 | 最省内存 |
| Adam | 2 | 收敛快，常用于 Transformer |

```python
import torch
weight = torch.zeros(3, requires_grad=True)
optimizer = torch.optim.Adam([weight], lr={n}e-3)
for step in range(10):  # 十步
    optimizer.zero_grad()
    (weight - 1).pow(2).sum().backward()
    optimizer.step()
```

> 内存有限时，可以把状态存成八位整数。
"""


class Bench(App[None]):
    """Both widgets side by side, at a page of eighty cells each."""

    CSS = "Page, VerticalScroll { width: 80; height: 40; } Screen { layout: horizontal; }"

    def compose(self) -> ComposeResult:
        """Ours, then Textual's."""
        yield Page()
        with VerticalScroll():
            yield Markdown()


def note(size: int, salt: int) -> str:
    """A note of about `size` bytes that no cache has seen."""
    text = f"# 笔记 {salt}\n"
    number = 0
    while len(text.encode()) < size:
        number += 1
        text += SECTION.format(n=number, salt=salt)
    return text


async def timed(pilot: Pilot[None], show: Callable[[str], Awaitable[None]], text: str) -> float:
    """Milliseconds until `text` is shown and the screen has been painted."""
    await pilot.pause()
    start = time.perf_counter()
    await show(text)
    await pilot.pause()
    return (time.perf_counter() - start) * 1000


async def main(rounds: int) -> None:
    """Print a row for each size."""
    app = Bench()
    async with app.run_test(size=(160, 40)) as pilot:
        page, markdown = app.query_one(Page), app.query_one(Markdown)

        async def ours(text: str) -> None:
            page.show(text)

        async def theirs(text: str) -> None:
            await markdown.update(text)

        for size in (6_000, 15_000):
            mine, other = [], []
            for salt in range(rounds):
                text = note(size, salt)
                mine.append(await timed(pilot, ours, text))
                other.append(await timed(pilot, theirs, text))
            left, right = statistics.median(mine), statistics.median(other)
            beside = "Textual's Markdown"
            tell(f"key → card drawn, {size // 1000} KB", left, right, GOAL, beside=beside)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 7))
