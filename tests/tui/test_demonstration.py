"""From a demo to a run, and the title above it."""

from dataclasses import replace

from studyapp.demos import Demo
from studyapp.notes import Note, parse
from studyapp.runner import Request
from studyapp.tui.demonstration import planned, title
from studyapp.tui.words import Words

EN, ZH = Words("en"), Words("zh")
NOTE = b"""\
# Storage

## Base

```python
base = torch.zeros(2)
```

```python
unrelated = 1
```

## View

```python
view = base[1:]
```

```cpp
int x;
```
"""


def note() -> Note:
    return parse(NOTE, "storage.md")


def demo(index: int, *, opens: bool = True) -> Demo:
    snippet = note().snippets[index]
    return Demo("storage.md", snippet.line, "note", 0.5, opens, snippet)


def test_a_run_takes_the_earlier_fences_that_it_needs() -> None:
    """The fence that binds `base` goes before; the one that no name leads to stays out."""
    run = planned(demo(2), note())
    assert isinstance(run, Request)
    assert [block.code for block in run.blocks] == ["base = torch.zeros(2)\n", "view = base[1:]\n"]
    assert [block.line for block in run.blocks] == [6, 16]


def test_a_title_says_where_a_demo_comes_from() -> None:
    """This note or another's title, the heading, and whether it is only related."""
    assert title(demo(2), "storage.md", note(), EN) == "Demo · this note · View"
    assert title(demo(2), "other.md", note(), EN) == "Demo · Storage · View"
    folded = replace(demo(2), opens=False)
    assert title(folded, "storage.md", note(), EN) == "Demo · related · this note · View"
    assert title(folded, "storage.md", note(), ZH) == "演示 · 相关 · 本篇 · View"


def test_what_is_not_python_is_code() -> None:
    """A fence in another language is shown as code, not as a demo."""
    assert title(demo(3), "storage.md", note(), EN).startswith("Code · ")
