"""A new card that a person adds to a note."""

from datetime import datetime
from pathlib import Path

import pytest

from studyapp.library.checking import cardless
from studyapp.library.library import Library
from studyapp.notes import Waits

NOW = datetime.fromisoformat("2026-11-23T09:30:00+08:00")
TOPIC = "# Heaps\n\nA heap is a tree.\n\n## Uses\n\nQueues.\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library with a note without cards, one with a card, and instructions for tools."""
    (tmp_path / "heaps.md").write_text(TOPIC)
    (tmp_path / "sums.md").write_text("# Sums\n\n**Q: What is one and one?**\nA: Two.\n")
    (tmp_path / "CLAUDE.md").write_text("# Rules\n\n## Style\n\nBrief.\n")
    library = Library(tmp_path, "", "device-1")
    library.open(NOW)
    return library


def test_a_new_card_is_in_its_note_and_is_asked(library: Library) -> None:
    """The line of its answer is named, and the next reading finds it."""
    assert library.add_card("heaps.md", "How deep?", "As its logarithm.", NOW) == 12
    written = (library.root / "heaps.md").read_text()
    assert written.startswith(TOPIC)
    assert written.splitlines()[11] == "A: As its logarithm."
    library.open(NOW)
    assert "How deep?" in {card.question for card in library.snapshot.cards.values()}


def test_notes_without_cards_say_why(library: Library) -> None:
    """Those that nobody means to ask are left out; one that has a card now is, too."""
    assert [problem.path for problem in cardless(library.snapshot)] == ["heaps.md"]
    library.add_card("heaps.md", "How deep?", "As its logarithm.", NOW)
    library.open(NOW)
    assert list(cardless(library.snapshot)) == []


def test_what_can_not_be_written_is_told(library: Library, tmp_path: Path) -> None:
    """A second hard link, a file that is gone, an answer that would be none."""
    (tmp_path / "twin.txt").hardlink_to(tmp_path / "heaps.md")
    for path, answer, reason in (
        ("heaps.md", "So.", "hard links"),
        ("gone.md", "So.", "gone"),
        ("sums.md", "TODO", "no form"),
    ):
        waits = library.add_card(path, "Why?", answer, NOW)
        assert isinstance(waits, Waits)
        assert reason in waits.reason
        assert "grade" not in waits.hint
    assert (tmp_path / "heaps.md").read_text() == TOPIC
