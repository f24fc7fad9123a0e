"""Which snippet is shown beside which answer."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.demos import Demo, choose, rarity
from studyapp.notes import Card, Note, parse

SEED = Path(__file__).parents[2] / "../shared/seed"

VIEWS = """# Views and copies

## 1. Storage

### 1.1 A view shares storage
```python
a = torch.zeros(4)
b = a.view(2, 2)
print(a.data_ptr() == b.data_ptr())
```

### 1.2 A clone copies
```python
import tensorflow as tf
c = tf.identity(tf.zeros(4)).clone()
```

### 1.3 Broadcasting
```python
class Adder(nn.Module):
    def forward(self, x, y):
        return x.expand(3, 4) + y
```

## 2. Interview questions

**Q: Does a view share storage?**
A: Yes: `view` returns another shape of the same `data_ptr`.

**Q: When does a clone pay?**
A: When the copy is changed later.

**Q: How are shapes broadcast?**
A: As `expand` does, without a copy.

**Q: Who maintains the library?**
A: A foundation.
"""


def demos(text: str, line: int = 0, **others: Note) -> tuple[Demo, ...]:
    note = parse(text.encode(), "deck/t.md")
    card = next((card for card in note.cards if card.line == line), note.cards[0])
    return choose(card, note, others=tuple(others.values()))


def card_of(note: Note, word: str) -> Card:
    return next(card for card in note.cards if word in card.question)


def test_the_snippet_that_shows_the_answer_opens() -> None:
    """The fence that shares the question's words and prints is first and opens by itself."""
    note = parse(VIEWS.encode(), "views.md")
    best, *_ = choose(card_of(note, "share"), note)
    assert (best.line, best.opens, best.source, best.note) == (6, True, "note", "views.md")
    assert 0 < best.score < 1


def test_what_can_not_run_never_stands_alone() -> None:
    """A fence that needs a package which isn't here is no demo by itself."""
    note = parse(VIEWS.encode(), "views.md")
    assert 13 not in [demo.line for demo in choose(card_of(note, "clone"), note)[:1]]


def test_what_only_defines_is_folded() -> None:
    """A class that nothing calls is offered, but does not open before a run has shown it."""
    note = parse(VIEWS.encode(), "views.md")
    (demo,) = choose(card_of(note, "broadcast"), note)
    assert (demo.line, demo.opens) == (19, False)


def test_no_demo_is_a_right_answer() -> None:
    """A question that no fence is about has none."""
    note = parse(VIEWS.encode(), "views.md")
    assert choose(card_of(note, "maintains"), note) == ()


def test_the_fence_in_the_answer_opens() -> None:
    """What the author put into the answer is shown, even where it only defines."""
    text = "# T\n\n### Q: How is a box area found?\n```py\ndef area(w, h):\n    return w * h\n```\n"
    (demo,) = demos(text)
    assert (demo.source, demo.opens, demo.line) == ("answer", True, 4)


def test_code_of_another_language_is_shown_as_code() -> None:
    """Where the best fence is C++, it waits folded; a drawing or the answer's own does not."""
    fence = "```cpp\nstd::mutex lock;\nlock.unlock(); // mutex ownership\n```\n"
    text = f"# Locks\n\n## Mutex ownership\n{fence}\n## FAQ\n\n### Who has mutex ownership?\nOne.\n"
    (demo,) = demos(text)
    assert (demo.line, demo.snippet.runnable, demo.opens) == (4, False, False)
    assert demos(text.replace("cpp", "text")) == ()
    assert demos(f"# T\n\n### Q: Who has mutex ownership?\n{fence}") == ()


def test_a_difference_may_show_two() -> None:
    """A question of difference opens both of its sides, any other question only one."""
    text = """# T

## Append
```py
stack = [1]
stack.append([2, 3])
print(len(stack), id(stack))
```

## Extend
```py
stack = [1]
stack.extend([2, 3])
print(len(stack), id(stack))
```

**Q: Difference of append and extend?**
A: One adds an element.

**Q: What do append and extend change?**
A: The same object.
"""
    assert [demo.opens for demo in demos(text, 17)] == [True, True]
    assert [demo.opens for demo in demos(text, 20)] == [True, False]


def test_a_second_demo_is_as_telling_as_the_first() -> None:
    """The other side of a difference stays folded where it is much weaker."""
    text = """# T

```py
stack = [1]
stack.append([2, 3])
stack.extend([2, 3])
print(len(stack), id(stack))
```

```py
queue = [1].copy()
queue.append(2)
```

**Q: Difference of `append` and `extend` on a stack?**
A: One adds an element.
"""
    assert [demo.opens for demo in demos(text)] == [True, False]


def test_a_fence_in_another_answer_belongs_there() -> None:
    """What an author put into one question's answer does not open beside another question."""
    text = """# T

### Q: How is a list sorted?
By `sort`, in place.

### Q: How is a list sorted into another list?
```py
numbers = [3, 1]
print(sorted(numbers))
```
"""
    assert [demo.opens for demo in demos(text, 6)] == [True]
    assert [demo.opens for demo in demos(text, 3)] == [False]


def test_a_measurement_answers_a_question_of_speed() -> None:
    """Of two fences about the same words, the one that takes the time is shown."""
    text = """# T

## Joining strings
```py
parts = ["a", "b"]
joined = "".join(parts)
print(joined)
```

## Joining strings, again
```py
start = time.perf_counter()
"".join(map(str, range(10_000)))
print(time.perf_counter() - start)
```

**Q: What is the speed of joining strings?**
A: Linear.
"""
    assert demos(text)[0].line == 11


OTHER = """# Gradient clipping

## Clipping the gradient norm
```py
w = torch.ones(3, requires_grad=True)
(w * 9).sum().backward()
print(nn.utils.clip_grad_norm_([w], 1.0), w.grad.norm())
```
"""
ASKING = "# Training tricks\n\n**Q: Why clip the gradient norm?**\nA: Large steps diverge.\n\n"


def test_another_note_may_win() -> None:
    """A note whose title and heading are the question's topic lends its fence; links are named."""
    other = parse(OTHER.encode(), "optim/clip.md")
    (demo,) = demos(ASKING, other=other)
    assert (demo.note, demo.line, demo.source) == ("optim/clip.md", 4, "library")
    linked = ASKING + "## Related notes\n- [clip](../optim/clip.md)\n"
    assert demos(linked, other=other)[0].source == "linked"
    assert demos(ASKING.replace("clip", "log").replace("norm", "graph"), other=other) == ()


def test_a_note_of_another_language_borrows_no_python() -> None:
    """Where a note's own code is C++, nobody wants to see Python from elsewhere."""
    other = parse(OTHER.encode(), "optim/clip.md")
    assert demos(ASKING + "```cpp\nint x;\n```\n", other=other) == ()
    assert demos(ASKING + "```\na --> b\n```\n```cpp\nint x;\n```\n", other=other) == ()
    assert demos(ASKING + "```\na --> b\n```\n```text\nout\n```\n", other=other)
    assert demos(ASKING + "```py\nx = (\n```\n", other=other)


def test_a_heading_in_common_is_not_enough() -> None:
    """The title of the other note must have to do with the question, too."""
    other = parse(OTHER.replace("# Gradient clipping\n", "# Cooking\n", 1).encode(), "c.md")
    assert demos(ASKING, other=other) == ()


def test_the_bundled_decks_fill_a_gap() -> None:
    """Their fence is taken where the library has none that opens, and named as theirs."""
    deck = parse(OTHER.encode(), "decks/clip.md")
    note = parse(ASKING.encode(), "t.md")
    (demo,) = choose(note.cards[0], note, decks=[deck])
    assert (demo.note, demo.source, demo.opens) == ("decks/clip.md", "decks", True)
    own = parse(OTHER.encode(), "optim/clip.md")
    sources = [one.source for one in choose(note.cards[0], note, others=[own], decks=[deck])]
    assert sources == ["library"]


def test_rarity_finds_the_same_notes() -> None:
    """The library's index of topics skips only notes that could not have won."""
    note, other = parse(ASKING.encode(), "t.md"), parse(OTHER.encode(), "optim/clip.md")
    weights = rarity([note, other])
    indexed = choose(note.cards[0], note, others=(other,), rarity=weights)
    assert [demo.line for demo in indexed] == [4]


@given(st.text("```py\nx = 1 #Q:*A?tensorgrad注意"))
def test_no_note_is_too_strange(text: str) -> None:
    """Whatever the note, demos are fences of it, best first, with scores from 0 to 1."""
    note = parse(("# T\n\n**Q: grad of x?**\nA: 1\n\n" + text).encode(), "t.md")
    for card in note.cards:
        found = choose(card, note)
        scores = [demo.score for demo in found]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 1 for score in scores)
        assert {demo.line for demo in found} <= {snippet.line for snippet in note.snippets}


@pytest.mark.skipif(not SEED.is_dir(), reason="the reference note is not here")
def test_the_reference_note() -> None:
    """Automatic differentiation gets line 29, advice opens none, 45 never stands alone."""
    (path,) = SEED.glob("*.md")
    note = parse(path.read_bytes(), path.name)
    found = {card.line: choose(card, note) for card in note.cards}
    assert (found[145][0].line, found[145][0].opens) == (29, True)
    assert found[137][0].line in (29, 59)
    assert found[134][0].opens
    for line in (148, 156, 159):
        assert not [demo for demo in found[line] if demo.opens]
    for ranked in found.values():
        assert [demo.line for demo in ranked][:1] != [45]


def test_a_name_spelled_in_the_question_finds_its_fence() -> None:
    """Of two fences on one topic, the one that calls what the question names wins."""
    text = """# Copies

```python
a = torch.ones(2).clone()
a  # tensor([1., 1.])
```

```python
b = torch.ones(2).detach()
b  # tensor([1., 1.])
```

**Q: What does `detach()` give back?**
A: A tensor on the same storage, outside the graph.
"""
    note = parse(text.encode(), "copies.md")
    assert choose(note.cards[0], note)[0].line == 8
