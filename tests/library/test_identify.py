"""Twins: cards of equal title and question, told apart for good."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from studyapp.library.library import Library
from studyapp.schedule import Grade, New

DAY = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)


def put(root: Path, name: str, answer: str, *, title: str = "Heaps") -> Path:
    file = root / name
    text = f"# {title}\n\n**Q: What does a heap keep at its root?**\nA: {answer}\n"
    file.write_text(text, "utf-8")
    return file


def ids(library: Library) -> dict[str, str]:
    return {card.note: card.id for card in library.snapshot.cards.values()}


def grade(library: Library, note: str) -> str:
    card = ids(library)[note]
    library.grade(card, Grade.GOOD, 0, DAY)
    return card


def is_new(library: Library, note: str) -> bool:
    card = library.snapshot.cards[ids(library)[note]]
    return isinstance(library.snapshot.schedule(card), New)


def test_twins_have_ids_of_their_own(root: Path, opened: Callable[..., Library]) -> None:
    """Equal cards in two notes, and twice in one, are different cards and stay so."""
    put(root, "a.md", "The smallest.")
    put(root, "b.md", "The smallest key.")
    double = root / "c.md"
    double.write_text("# Twice\n\n**Q: Why?**\nA: One.\n\n**Q: Why?**\nA: Two.\n", "utf-8")
    library = opened()
    assert len(library.snapshot.cards) == 4
    grade(library, "a.md")
    assert list(opened().snapshot.cards) == list(library.snapshot.cards)
    assert not is_new(library, "a.md")
    assert is_new(library, "b.md")


def test_a_twin_keeps_its_history_when_the_other_goes(
    root: Path, opened: Callable[..., Library]
) -> None:
    """The survivor keeps its own id and does not inherit the history of the deleted one."""
    first = put(root, "a.md", "The smallest.")
    put(root, "b.md", "The smallest key.")
    library = opened()
    gone, left = grade(library, "a.md"), grade(library, "b.md")
    first.unlink()
    library = opened()
    assert ids(library) == {"b.md": left}
    put(root, "a.md", "The smallest.")
    assert ids(opened()) == {"a.md": gone, "b.md": left}


def test_a_graded_twin_stays_itself_when_an_unseen_one_goes(
    root: Path, opened: Callable[..., Library]
) -> None:
    """Also where the deleted twin was never graded, the survivor's id stands."""
    first = put(root, "a.md", "The smallest.")
    put(root, "b.md", "The smallest key.")
    left = grade(opened(), "b.md")
    first.unlink()
    library = opened()
    assert ids(library) == {"b.md": left}
    assert not is_new(library, "b.md")


def test_an_unseen_twin_stays_new_when_the_graded_one_goes(
    root: Path, opened: Callable[..., Library]
) -> None:
    """The survivor that nobody graded does not take over the deleted one's history."""
    put(root, "a.md", "The smallest.")
    second = put(root, "b.md", "The smallest key.")
    library = opened()
    left, gone = ids(library)["a.md"], grade(library, "b.md")
    second.unlink()
    library = opened()
    assert ids(library) == {"a.md": left}
    assert is_new(library, "a.md")
    assert left != gone


def test_a_third_twin_takes_nobodys_id(root: Path, opened: Callable[..., Library]) -> None:
    """A new twin, even one that sorts first, leaves the others their ids and is new."""
    put(root, "b.md", "The smallest.")
    put(root, "c.md", "The smallest key.")
    library = opened()
    second, third = grade(library, "b.md"), grade(library, "c.md")
    put(root, "a.md", "The least.")
    library = opened()
    assert ids(library)["b.md"] == second
    assert ids(library)["c.md"] == third
    assert ids(library)["a.md"] not in {second, third}
    assert is_new(library, "a.md")


def test_moved_twins_are_known_by_their_answers(root: Path, opened: Callable[..., Library]) -> None:
    """When both files are renamed, the answers tell which history is whose."""
    files = put(root, "a.md", "The smallest."), put(root, "b.md", "The smallest key.")
    library = opened()
    first, second = grade(library, "a.md"), grade(library, "b.md")
    files[0].rename(root / "z.md")
    files[1].rename(root / "y.md")
    assert ids(opened()) == {"z.md": first, "y.md": second}


def test_a_moved_note_keeps_its_ids(root: Path, opened: Callable[..., Library]) -> None:
    """A file that is renamed, its title standing in it, holds the same card."""
    file = put(root, "a.md", "The smallest.")
    card = grade(opened(), "a.md")
    file.rename(root / "elsewhere.md")
    assert ids(opened()) == {"elsewhere.md": card}


def test_an_edited_answer_keeps_its_twin(root: Path, opened: Callable[..., Library]) -> None:
    """A twin whose answer is rewritten in place is known by its path."""
    put(root, "a.md", "The smallest.")
    put(root, "b.md", "The smallest key.")
    library = opened()
    first, second = grade(library, "a.md"), grade(library, "b.md")
    put(root, "b.md", "Whatever compares least.")
    assert ids(opened()) == {"a.md": first, "b.md": second}
