"""What notes and cards are found by."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from studyapp.library.index.catalogue import Catalogue
from studyapp.library.index.sought import sought
from studyapp.library.library import Library
from studyapp.schedule.grades import Grade

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
NOTE = """\
---
created: '2026-11-01'
tags:
- Ｔensors
related_outlines: [Basics]
---
# 广播

**Q: ＷＨＹ?**
A: Because.
"""


def test_the_index_knows_the_words_of_every_note(tmp_path: Path) -> None:
    """They come from the index folded, as they would from the note, which is not read again."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text(NOTE, "utf-8")
    for _ in range(2):
        library = Library(tmp_path / "notes", "", "desk", tmp_path / "index")
        notes = library.open(NOW).notes
        [(path, found)] = notes.sought()
        assert found == sought(notes[path])
    assert found == (
        "a.md\n广播",
        "\ntensors",
        date(2026, 11, 1).toordinal(),
        found.texts,
        ("Basics",),
    )
    assert found.texts == ("why?\n\nbecause.",)
    known = Catalogue(tmp_path / "notes", tmp_path / "index")
    known.read_as(library.settings.syntax)
    flat = notes.briefs.flat("a.md")
    assert known.sought()("a.md", flat.digest) == found
    assert known.sought()("a.md", b"another") is None


def test_words_follow_the_file(root: Path, opened: Callable[..., Library]) -> None:
    """A note that a grade has read anew and written is found by what it says now."""
    (root / "a.md").write_text(NOTE, "utf-8")
    library = opened()
    [card] = library.snapshot.cards
    (root / "a.md").write_text(NOTE.replace("Because", "Therefore"), "utf-8")
    library.grade(card, Grade.GOOD, 5.0, NOW)
    [(_, found)] = library.snapshot.notes.sought()
    assert found.texts == ("why?\n\ntherefore.",)
