from datetime import datetime
from pathlib import Path

import pytest

from studyapp.library.library import Library
from studyapp.notes import Waits, parse

NOW = datetime.fromisoformat("2026-11-23T09:30:00+08:00")
NOTE = b"""\
# Sums

```python
total = 1 + 1
```

**Q: What is one and one?**
A: Two.
"""


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library of one note."""
    (tmp_path / "sums.md").write_bytes(NOTE)
    library = Library(tmp_path, "", "device-1")
    library.open(NOW)
    return library


SNIPPET = parse(NOTE, "sums.md").snippets[0]


def test_changed_code_is_put_into_its_note(library: Library) -> None:
    """Only the code's bytes change, and the same call puts the old code back."""
    assert library.save_code("sums.md", SNIPPET, "total = 1 + 2\n", NOW) is None
    assert (library.root / "sums.md").read_bytes() == NOTE.replace(b"1 + 1", b"1 + 2")
    after = parse((library.root / "sums.md").read_bytes(), "sums.md").snippets[0]
    assert library.save_code("sums.md", after, SNIPPET.code, NOW) is None
    assert (library.root / "sums.md").read_bytes() == NOTE


def test_code_that_somebody_else_changed_is_not_overwritten(library: Library) -> None:
    """The person is told, and the other's edit stands."""
    edited = NOTE.replace(b"1 + 1", b"5 + 5")
    (library.root / "sums.md").write_bytes(edited)
    waits = library.save_code("sums.md", SNIPPET, "total = 1 + 2\n", NOW)
    assert isinstance(waits, Waits)
    assert "no longer" in waits.reason
    assert (library.root / "sums.md").read_bytes() == edited


def test_a_note_that_must_not_be_written_is_refused(library: Library, tmp_path: Path) -> None:
    """A second hard link is a reason, and the hint does not speak of grades."""
    (tmp_path / "twin.txt").hardlink_to(library.root / "sums.md")
    waits = library.save_code("sums.md", SNIPPET, "total = 1 + 2\n", NOW)
    assert isinstance(waits, Waits)
    assert "hard links" in waits.reason
    assert "grade" not in waits.hint
