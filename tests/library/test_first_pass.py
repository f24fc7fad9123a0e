"""What a first pass over unseen cards leaves behind."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from studyapp.library.answers import answers
from studyapp.library.candidates import candidates
from studyapp.library.library import Library
from studyapp.schedule import Grade, New

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NOTE = "---\nreview_count: 0\nmastery_level: 0.0\n---\n# A\n\n**Q: What is A?**\nA: A letter.\n"


def test_the_first_pass_changes_no_note(root: Path, opened: Callable[..., Library]) -> None:
    """It is journalled, found again at the next open, counts as no review, and can be undone."""
    file = root / "a.md"
    file.write_text(NOTE, "utf-8")
    library = opened(MORNING)
    (card,) = library.snapshot.cards
    done = library.know(card, 3, date(2026, 12, 5), MORNING)
    again = opened(MORNING, settle=False)
    (found,) = candidates(again.snapshot, MORNING.date())
    assert (found.knows, found.known_due) == (3, date(2026, 12, 5))
    assert isinstance(found.schedule, New)
    assert answers(again.snapshot) == []
    assert file.read_text("utf-8") == NOTE
    again.undo(done.event.id, MORNING)
    (found,) = candidates(again.snapshot, MORNING.date())
    assert (found.knows, found.known_due) == (0, None)
    assert file.read_text("utf-8") == NOTE


def test_the_first_real_grade_writes_the_note(root: Path, opened: Callable[..., Library]) -> None:
    """A card that was called known is graded as any new card, and only then its note changes."""
    file = root / "a.md"
    file.write_text(NOTE, "utf-8")
    library = opened(MORNING)
    (card,) = library.snapshot.cards
    library.know(card, 1, MORNING.date(), MORNING)
    library.grade(card, Grade.GOOD, 5.0, MORNING)
    assert "review_count: 1" in file.read_text("utf-8")
    (found,) = candidates(library.snapshot, MORNING.date())
    assert (found.knows, found.introduced) == (0, MORNING.date())
