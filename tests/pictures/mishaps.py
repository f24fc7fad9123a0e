"""What befalls a folder of notes: a long note, a rewording, a link, git, an interview to come."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from base import FRONT, NOW

from studyapp.library.library import Library
from studyapp.schedule.grades import Grade

if TYPE_CHECKING:
    from pathlib import Path

_LONG = r"""
# 注意力机制

## 1. 定义

缩放点积注意力把查询和键的相似度变成权重，再对值加权求和：

$$\text{Attention}(Q, K, V) = \text{softmax}\left(\frac{QK^T}{\sqrt{d_k}}\right)V$$

| 记号 | 形状 | 含义 |
|------|------|------|
| `Q` | (B, H, S, D) | 查询，来自当前位置 |
| `K` | (B, H, S, D) | 键，决定和谁相似 |
| `V` | (B, H, S, D) | 值，被加权求和的内容 |

```python
import torch

q = torch.ones(1, 2, 4, 8)
scores = q @ q.transpose(-2, -1) / 8 ** 0.5  # [B, H, S, S]
weights = scores.softmax(-1)
print(weights.sum(-1).shape)  # torch.Size([1, 2, 3])
```

## 2. 面试题

**Q: 为什么要除以 $\sqrt{d_k}$？如果不除，训练时会出现什么现象，梯度又会怎样变化？**
A: 点积的方差随维度线性增长，不缩放时 softmax 会进入饱和区：

1. **方差**：若 `q`、`k` 的分量独立、均值 0、方差 1，点积的方差是 $d_k$
2. **饱和**：数值一大，softmax 接近 one-hot
3. **梯度**：饱和区的导数接近 0，训练变慢甚至停滞

> 除以标准差 $\sqrt{d_k}$ 之后，方差回到 1。

```mermaid
graph LR
  Q --> S[scores] --> W[softmax] --> O[output]
```

见 [广播与形状](02 广播与形状.md)；另外：

- 多头把维度拆开，每个头各自缩放
- 推理时可以把缩放并进 `W_q`
- 半精度下更要缩放，否则上溢
- 有的实现改用可学习的温度
- 线性注意力没有 softmax，也就没有这个问题

**Q: 自注意力的时间复杂度？**
A: $O(S^2 D)$。
"""


def add_long_note(root: Path) -> None:
    """A note with a formula, a table, a picture in words, code and an answer of many lines."""
    (root / "pytorch" / "03 注意力.md").write_text(
        FRONT.format(difficulty="hard", tag="attention") + _LONG, "utf-8"
    )


def forget_often(root: Path) -> None:
    """Forget one card again and again, which makes it a leech."""
    library = Library(root, "", "pictures")
    library.open(NOW)
    card = next(one for one in library.snapshot.cards.values() if "coalesced" in one.question)
    for ago in range(60, 0, -4):
        now = NOW - timedelta(days=ago)
        library.open(now)
        library.grade(card.id, Grade.GOOD if ago % 8 else Grade.AGAIN, 20.0, now)


def plan_interview(root: Path) -> None:
    """An interview in three weeks."""
    folder = root / ".studyapp"
    folder.mkdir(exist_ok=True)
    (folder / "settings.toml").write_text("interview = 2026-12-15\n", "utf-8")


def reword(root: Path) -> None:
    """Word a known question in another way, and another one so that it is doubtful."""
    file = root / "cuda" / "合并访问.md"
    text = file.read_text("utf-8")
    for old, new in (
        ("什么是合并访问（coalesced access）", "合并访问是什么意思"),
        ("步长为 32 的访问为什么慢", "访问的步长是 32 会怎样"),
        ("每个线程落在不同的缓存行，一次", "很慢，因为"),
    ):
        text = text.replace(old, new)
    file.write_text(text, "utf-8")


def merge_badly(root: Path) -> None:
    """Git's conflict markers around review values."""
    file = root / "system design" / "Rate limiter.md"
    head, line, rest = file.read_text("utf-8").partition("review_count: ")
    value, _, rest = rest.partition("\n")
    ours, theirs = f"{line}{value}\n", f"{line}9\n"
    file.write_text(f"{head}<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> laptop\n{rest}", "utf-8")


def shut(root: Path) -> None:
    """Let no note be written, which does not hinder the superuser; the journal can be."""
    for folder in {note.parent for note in root.rglob("*.md")}:
        folder.chmod(0o555)


def link_hard(root: Path) -> None:
    """Give each note a second name, which makes it one that is not written."""
    for note in sorted(root.rglob("*.md")):
        (root.parent / f"copy of {note.name}").hardlink_to(note)
