from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.notes import Waits, parse
from studyapp.notes.recoding import recode

NOTE = """\
---
review_count: 0
---
# Views

```python
base = torch.zeros(3)
print(base)
```

**Q: What is a view?**
A: See this:

- in a list

  ```python
  a = 1

  if a:
      b = 2
  ```

> ```python
> quoted = 1
> ```

```python
```
"""


def stored(text: str, which: int, code: str) -> bytes | Waits:
    raw = text.encode()
    done = recode(raw, parse(raw, "n.md").snippets[which], code)
    return done if isinstance(done, Waits) else done.data


def test_only_the_code_lines_change() -> None:
    """The bytes before and behind the fence's code are as they were."""
    old = "base = torch.zeros(3)\nprint(base)\n"
    new = "base = torch.ones(4)\n"
    assert stored(NOTE, 0, new) == NOTE.replace(old, new).encode()


def test_code_in_a_list_keeps_its_margin() -> None:
    """Each line stands as far in as the list's text; empty lines hold no blanks."""
    data = stored(NOTE, 1, "for i in x:\n    i\n\ny = 2\n")
    assert isinstance(data, bytes)
    assert b"  ```python\n  for i in x:\n      i\n\n  y = 2\n  ```\n" in data


def test_quoted_code_stays_quoted() -> None:
    """The quote's marks come before each line, also before an empty one."""
    data = stored(NOTE, 2, "a = 1\n\nb = 2\n")
    assert isinstance(data, bytes)
    assert b"> ```python\n> a = 1\n>\n> b = 2\n> ```\n" in data


def test_an_empty_fence_takes_code_and_gives_it_back() -> None:
    """From no line to one and to none again is the very same file."""
    data = stored(NOTE, 3, "x = 1\n")
    assert isinstance(data, bytes)
    assert data.endswith(b"```python\nx = 1\n```\n")
    assert stored(data.decode(), 3, "") == NOTE.encode()


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_the_newlines_are_the_notes(newline: str) -> None:
    """A file of Windows stays one, and a BOM stays where it is."""
    text = "\ufeff" + NOTE.replace("\n", newline)
    data = stored(text, 0, "a\nb\nc\n")
    assert isinstance(data, bytes)
    assert data.decode() == text.replace(
        newline.join(["base = torch.zeros(3)", "print(base)"]), newline.join("abc")
    )


def test_a_fence_that_moved_is_found_again() -> None:
    """Lines that came above it meanwhile do not matter."""
    snippet = parse(NOTE.encode(), "n.md").snippets[0]
    moved = NOTE.replace("# Views", "# Views\n\nSome words.\n").encode()
    done = recode(moved, snippet, "new\n")
    assert not isinstance(done, Waits)
    assert done.data == moved.replace(b"base = torch.zeros(3)\nprint(base)\n", b"new\n")


def test_a_fence_that_was_edited_is_left_alone() -> None:
    """Where somebody else changed the code meanwhile, nothing is written over it."""
    snippet = parse(NOTE.encode(), "n.md").snippets[0]
    edited = NOTE.replace("zeros(3)", "zeros(5)").encode()
    assert isinstance(recode(edited, snippet, "new\n"), Waits)


@pytest.mark.parametrize("code", ["```\n", "a\n```\nb\n", "````\n"])
def test_code_that_ends_its_fence_is_refused(code: str) -> None:
    """Nothing may be written that the note would not be read with."""
    refused = stored(NOTE, 0, code)
    assert isinstance(refused, Waits)
    assert refused.line == 6


CODE = st.text(st.sampled_from("ab =#`~>-\t\\中\u2028"), max_size=12)
CODES = st.lists(CODE, max_size=5).map(lambda lines: "".join(f"{line}\n" for line in lines))


@given(CODES, st.integers(0, 3))
def test_what_is_stored_is_read_back_and_all_else_stays(code: str, which: int) -> None:
    """Any code is either read back as it was stored, the rest of the note as before, or refused."""
    data = stored(NOTE, which, code)
    if isinstance(data, Waits):
        return
    before, after = parse(NOTE.encode(), "n.md"), parse(data, "n.md")
    assert after.snippets[which].code == code
    assert [card.question for card in after.cards] == [card.question for card in before.cards]
    again = recode(data, after.snippets[which], before.snippets[which].code)
    assert not isinstance(again, Waits)
    assert again.data == NOTE.encode()
