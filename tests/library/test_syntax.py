"""The forms of question that a library asks to be read, from its settings to its cards."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from studyapp.library.index.refreshing import FEW
from studyapp.library.library import Library
from studyapp.library.settings import write_library
from studyapp.notes import explain
from studyapp.schedule import Grade

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
LEAD = (
    "# Row-major order\n\nRow-major order stores the elements of a row side by side, so that"
    " the last index of an array changes fastest while memory is read from front to back.\n"
)
INLINE = "# Orders\n\n#flashcards\n\nRow-major >> the last index changes fastest\n"
ASKING = "# Views\n\n## What is a view?\n\nA tensor that shares its storage with another one.\n"


@pytest.fixture
def opened(root: Path, tmp_path: Path) -> Callable[[], Library]:
    def open_() -> Library:
        library = Library(root, "", "desk", tmp_path / "index.sqlite")
        library.open(NOW)
        library.settle(NOW)
        return library

    return open_


def asked(library: Library) -> list[str]:
    return [card.question for card in library.snapshot.visible()]


def test_leads_go_and_come_back_with_their_history(
    root: Path, opened: Callable[[], Library]
) -> None:
    """Switched off, a note's first words are no card, yet what was graded is not forgotten."""
    (root / "order.md").write_text(LEAD)
    library = opened()
    (card,) = library.snapshot.cards
    library.grade(card, Grade.GOOD, 1, NOW)
    known = library.snapshot.state.cards[card]
    write_library(root, "leads", value=False)
    assert library.changed([])
    without = opened()
    assert asked(without) == []
    assert without.snapshot.state.cards[card] == known
    assert not any(one.is_card for one in explain(without.snapshot.notes["order.md"]))
    write_library(root, "leads", value=True)
    again = opened().snapshot
    assert again.schedule(again.cards[card]) == known.schedule


@pytest.mark.parametrize("notes", [1, FEW + 1])
def test_a_change_reads_all_notes_again(
    root: Path, opened: Callable[[], Library], notes: int
) -> None:
    """A new separator makes cards of notes that were read before, here or by workers."""
    for number in range(notes):
        (root / f"{number}.md").write_text(f"{INLINE}{number}")
    (root / "views.md").write_text(ASKING)
    library = opened()
    assert asked(library) == []
    write_library(root, "inline_separator", ">>")
    write_library(root, "exposition", value=True)
    library.open(NOW)
    assert asked(library) == asked(opened()) == ["Row-major"] * notes + ["What is a view?"]


def test_a_note_read_again_is_read_the_same_way(root: Path, opened: Callable[[], Library]) -> None:
    """A note edited while the library is open keeps its cards when one of them is graded."""
    write_library(root, "inline_separator", ">>")
    file = root / "orders.md"
    file.write_text(INLINE)
    library = opened()
    (card,) = library.snapshot.cards
    file.write_text(f"{INLINE}\nMore.\n")
    library.grade(card, Grade.GOOD, 1, NOW)
    assert asked(library) == ["Row-major"]
