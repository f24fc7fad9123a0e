"""Which names of a card torch's documentation is asked for."""

from dataclasses import replace

import pytest

from studyapp.demos import documentable
from studyapp.notes import Note, parse

NOTE = """\
# Layers

```python
x = torch.ones(2)
```

**Q: {question}**
A: {answer}
"""


def names(question: str, answer: str = "It depends.", note: str = NOTE) -> tuple[str, ...]:
    found = parse(note.format(question=question, answer=answer).encode(), "layers.md")
    return documentable(found.cards[0], found)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What does `nn.Linear` keep?", ("torch.nn.Linear",)),
        ("What does LayerNorm normalize over?", ("torch.nn.LayerNorm",)),
        ("When does torch.gather read out of bounds?", ("torch.gather",)),
        ("How does F.softmax choose a dim, and Tensor.view a shape?",
         ("torch.nn.functional.softmax", "torch.Tensor.view")),
        ("What is a linear layer?", ()),
        ("What is the std of all the log sizes?", ()),
        ("What does torch.std divide by?", ()),
        ("What does x.view share?", ()),
    ],
)  # fmt: skip
def test_a_name_is_qualified_or_a_class_and_no_common_word(
    question: str, found: tuple[str, ...]
) -> None:
    """What may be meant otherwise asks for nothing."""
    assert names(question) == found


def test_the_question_goes_before_the_answer() -> None:
    """Of the answer, only what it spells as code counts."""
    answer = "Like `torch.cumsum`, or GroupNorm."
    assert names("What is nn.Softmax?", answer) == ("torch.nn.Softmax", "torch.cumsum")


def test_only_notes_about_torch_ask() -> None:
    """A note of another field, or of none, has nothing to do with it."""
    other = NOTE.replace("torch.ones(2)", "[1]")
    assert names("What does `nn.Linear` keep?", note=other) == ()
    note: Note = parse(other.format(question="What is nn.Linear?", answer="A.").encode(), "a.md")
    tagged = replace(note, metadata=replace(note.metadata, tags=("PyTorch",)))
    assert documentable(note.cards[0], tagged) == ("torch.nn.Linear",)
