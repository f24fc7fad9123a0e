"""Cards that bring their schedule from another tool's notes."""

from datetime import UTC, date, datetime
from pathlib import Path

from studyapp.library.library import Library
from studyapp.schedule import Grade, Reviewed

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
NOTE = """\
# Heaps

#flashcards

What does a heap keep at its root?::The smallest key
<!--SR:!2026-11-20,12,270-->

What does a push cost?::O(log n)
<!--SR:!2026-12-20,40,250-->

What does a peek cost?::O(1)
"""


def library(folder: Path) -> Library:
    opened = Library(folder, "", "desk")
    opened.open(NOW)
    return opened


def schedules(opened: Library) -> dict[str, object]:
    snapshot = opened.snapshot
    return {card.question: snapshot.schedule(card) for card in snapshot.cards.values()}


def test_a_card_is_due_as_the_other_tool_said(tmp_path: Path) -> None:
    """Due day, interval and ease of the comment are the card's; one without a comment is new."""
    (tmp_path / "heaps.md").write_text(NOTE, encoding="utf-8")
    found = list(schedules(library(tmp_path)).values())
    assert found[0] == Reviewed(date(2026, 11, 8), date(2026, 11, 20), 12, 270, 3)
    assert found[1] == Reviewed(date(2026, 11, 10), date(2026, 12, 20), 40, 250, 3)
    assert not isinstance(found[2], Reviewed)


def test_a_grade_goes_on_from_there(tmp_path: Path) -> None:
    """The first review here multiplies the imported interval, and the siblings keep theirs."""
    (tmp_path / "heaps.md").write_text(NOTE, encoding="utf-8")
    opened = library(tmp_path)
    first, second, _ = opened.snapshot.cards.values()
    opened.grade(first.id, Grade.GOOD, 5, NOW)
    after = schedules(library(tmp_path))
    assert after[first.question] == Reviewed(date(2026, 11, 23), date(2026, 12, 26), 33, 270, 4)
    assert after[second.question] == Reviewed(date(2026, 11, 10), date(2026, 12, 20), 40, 250, 3)


def test_undo_returns_to_the_other_tools_state(tmp_path: Path) -> None:
    """Undoing the first review here brings back the imported schedule and the file's bytes."""
    path = tmp_path / "heaps.md"
    path.write_text(NOTE, encoding="utf-8")
    before, opened = path.read_bytes(), library(tmp_path)
    first = next(iter(opened.snapshot.cards.values()))
    done = opened.grade(first.id, Grade.AGAIN, 5, NOW)
    opened.undo(done.event.id, NOW)
    imported = Reviewed(date(2026, 11, 8), date(2026, 11, 20), 12, 270, 3)
    assert schedules(library(tmp_path))[first.question] == imported
    assert path.read_bytes() == before
