"""Marks set aside: journalled, told by the line itself, put back by the same act or by undo."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from studyapp.library.asides import aside, mark_text, read_asides
from studyapp.library.library import Library
from studyapp.notes import parse

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
NOTE = """# Sums

```python
a = torch.ones(2)
a.sum()  # tensor(3.)
```
"""

Open = Callable[..., Library]


def text(note: str, line: int = 5) -> str:
    [snippet] = parse(note.encode(), "sums.md").snippets
    return mark_text(snippet.code, snippet.code_line, line, "tensor(3.)")


def test_a_mark_is_told_by_its_line_and_not_by_the_number() -> None:
    """A note that grows above keeps its marks; a changed line is news, and so is another claim."""
    assert text(NOTE) == text(NOTE.replace("# Sums", "# Sums\n\nMore."), line=7)
    assert text(NOTE) != text(NOTE.replace("a.sum()", "a.mean()"))
    assert text(NOTE) != text(NOTE, line=4)


def test_a_mark_is_set_aside_and_put_back(root: Path, opened: Open) -> None:
    """The journal alone knows it, on every device; the same act again, or an undo, takes it back.

    The note keeps each byte.
    """
    path = root / "sums.md"
    path.write_text(NOTE, encoding="utf-8")
    library, mark = opened(NOW), text(NOTE)
    assert library.set_aside("sums.md", mark, 5, NOW)
    assert aside(read_asides(root), "sums.md", mark)
    assert not aside(read_asides(root), "other.md", mark)
    assert not opened(NOW, device="laptop").set_aside("sums.md", mark, 5, NOW)
    assert not read_asides(root)
    library = opened(NOW)
    assert library.set_aside("sums.md", mark, 5, NOW)
    library.undo(library.snapshot.state.live[-1].id, NOW)
    assert not read_asides(root)
    assert path.read_text("utf-8") == NOTE


def test_a_renamed_note_keeps_its_marks(root: Path, opened: Open) -> None:
    """What was set aside in a note that is gone holds wherever the very same line stands."""
    (root / "sums.md").write_text(NOTE, encoding="utf-8")
    opened(NOW).set_aside("sums.md", text(NOTE), 5, NOW)
    (root / "sums.md").rename(root / "adding.md")
    assert aside(read_asides(root), "adding.md", text(NOTE))
