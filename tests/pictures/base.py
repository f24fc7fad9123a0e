"""A base of notes for the pictures, written here, and a history of a month."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from studyapp.library.library import Library
from studyapp.schedule.grades import Grade

if TYPE_CHECKING:
    from pathlib import Path

NOW = datetime.fromisoformat("2026-11-23T09:30:00+08:00")
FRONT = """\
---
created: '2026-10-01'
last_reviewed: null
next_review: '2026-10-01'
review_count: 0
difficulty: {difficulty}
mastery_level: 0.0
tags:
- {tag}
related_outlines: []
---
"""

_NOTES = {
    "pytorch/02 广播与形状.md": """\
# 广播与形状

## 1. 规则

从最后一维往前比：相等、其中一个是 1、或者缺失，就能广播。

```python
import torch

a = torch.arange(6).reshape(2, 3)
b = torch.tensor([10, 20, 30])
c = a + b
c.shape  # torch.Size([2, 3])
print(c)
```

## 2. 面试题

**Q: 两个张量在什么条件下可以广播？**
A: 从最后一维开始逐维比较，每一维满足其一即可：

- **相等**：两边长度一样
- **为一**：其中一边长度是 1，被看作重复
- **缺失**：维数少的一边在前面补 1

广播不复制数据，只把那一维的步长当作 0。

**Q: `expand` 和 `repeat` 有什么区别？**
A: `expand` 返回视图，不占新内存；`repeat` 复制数据。

**Q: 广播后的结果和原张量共享内存吗？**
A: 不共享，运算结果是新的张量。
""",
    "pytorch/01 Autograd and the graph.md": """\
# Autograd and the graph

## 1. A scalar and its leaves

```python
import torch

x = torch.tensor([1.0, 2.0], requires_grad=True)
y = x * 2  # tensor([2., 4.])
loss = (y ** 2).sum()  # tensor(20.)
loss.backward()
x.grad  # tensor([ 8., 16.])
```

## 2. Questions

**Q: What does `backward()` leave behind on the leaves?**
A: It **accumulates** into `.grad` of every leaf that requires a gradient, the sum over all
paths from the loss. It does not overwrite, which is why training loops call `zero_grad()`.

**Q: Why is the graph gone after one `backward()`?**
A: Its buffers are freed as they are used; `retain_graph=True` keeps them.

**Q: Which tensors are leaves?**
A: Those made by the person, and all that need no gradient.
""",
    "cuda/合并访问.md": """\
# 合并访问

```cpp
__global__ void scale(float *x, float a, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) x[i] *= a;
}
```

**Q: 什么是合并访问（coalesced access）？**
A: 一个 warp 里相邻线程读写相邻地址，硬件把它们合成尽量少的内存事务。

**Q: 步长为 32 的访问为什么慢？**
A: 每个线程落在不同的缓存行，一次访问变成 32 个事务。
""",
    "system design/Rate limiter.md": """\
# Rate limiter

**Q: How does a token bucket allow bursts?**
A: Tokens gather while nothing is asked, up to the size of the bucket; a burst spends them.

**Q: What does a sliding window cost against a fixed one?**
A: A timestamp for each request instead of one counter.
""",
    "notes/没有题的笔记.md": "# 没有题的笔记\n\n- 只是一些链接\n",
}

_OUTLINE = """\
# PyTorch 面试大纲

## 张量

- [Autograd](../notes/pytorch/01 Autograd and the graph.md)
- 两个张量在什么条件下可以广播？
- 为什么需要 `contiguous()`？ - 难

## 性能

- 什么是合并访问（coalesced access）？
- 如何估算一个算子的算术强度？ - 难
"""


def write_notes(root: Path) -> None:
    """Write the notes, and an outline beside them; none was ever studied."""
    outlines = root.parent / "outlines"
    outlines.mkdir(parents=True, exist_ok=True)
    (outlines / "PyTorch 面试大纲.md").write_text(_OUTLINE, "utf-8")
    for path, text in _NOTES.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        tag, _, _ = path.partition("/")
        front = FRONT.format(difficulty="medium", tag=tag.replace(" ", "-"))
        file.write_text(front + text, "utf-8")


def live_a_month(root: Path) -> None:
    """Answer most of the cards over the last month, better as time goes by."""
    library = Library(root, "", "pictures")
    for ago in range(30, 0, -1):
        now = NOW - timedelta(days=ago)
        library.open(now)
        met = list(library.snapshot.cards)[: 2 + (30 - ago) // 3]
        for place, card in enumerate(met):
            schedule = library.snapshot.schedule(library.snapshot.cards[card])
            due = getattr(schedule, "due", now.date())
            if due <= now.date() and ago > place:
                grade = Grade((1, 4, 4, 3, 5, 4)[(ago + place) % 6])
                library.grade(card, grade, 12.0 + place * 3, now + timedelta(minutes=place))


def spoil(root: Path) -> None:
    """Leave what other programs leave: broken front matter, another tool's values, a conflict."""
    broken = root / "cuda" / "坏掉的.md"
    broken.write_text("---\ntags: [a\n---\n# 坏掉的\n\n**Q: 还能读吗？**\nA: 能。\n", "utf-8")
    file = root / "system design" / "Rate limiter.md"
    text = file.read_text("utf-8")
    file.write_text(re.sub("review_count: .*", "review_count: 77", text), "utf-8")
