"""A library on disk whose notes were edited: what goes on, what is asked, what can be parted."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studyapp.library.index.catalogue import Catalogue
from studyapp.library.library import Library
from studyapp.library.pairing import SHORTLISTS
from studyapp.library.snapshot import NoSuch
from studyapp.notes import Card, Note
from studyapp.schedule import CardSeen, Grade, New, Rebind, Reviewed

DAY = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
LATER = DAY + timedelta(days=1)
NOTE = """---
created: '2026-01-02'
last_reviewed: null
next_review: '2026-01-02'
review_count: 0
difficulty: medium
mastery_level: 0.0
---
# Stacks and queues

**Q: Which end of a stack is popped?**
A: The end that was pushed last, so that the newest element always leaves first.

**Q: Which end of a queue is served?**
A: The end that has waited longest, so that the elements leave in the order of their coming.
"""
POPPED = "Which end of a stack is popped?"
REWORDED = "Which end of a stack does pop take from?"
Opened = Callable[..., Library]


def put(root: Path, text: str, name: str = "stacks.md") -> Path:
    file = root / name
    file.write_text(text, "utf-8")
    return file


def card(library: Library, question: str) -> Card:
    return next(c for c in library.snapshot.cards.values() if c.question == question)


def is_new(library: Library, question: str) -> bool:
    return isinstance(library.snapshot.schedule(card(library, question)), New)


def grade(library: Library, question: str, now: datetime = DAY) -> None:
    library.grade(card(library, question).id, Grade.GOOD, 1, now)


def graded(root: Path, opened: Opened, text: str = NOTE) -> Path:
    file = put(root, text)
    library = opened()
    for one in list(library.snapshot.cards.values()):
        grade(library, one.question)
    return file


def journal(root: Path) -> bytes:
    return (root / ".studyapp/journal/desk.jsonl").read_bytes()


def reword(file: Path, old: str = POPPED, new: str = REWORDED) -> None:
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_a_reworded_card_goes_on_and_nothing_is_written(root: Path, opened: Opened) -> None:
    """Opening after a rewording shows the history under the new words; no file changes."""
    file = graded(root, opened)
    reword(file)
    before = file.read_bytes(), journal(root)
    library = opened(LATER)
    assert not is_new(library, REWORDED)
    pairs = [(one.old.question, one.new.question) for one in library.snapshot.rebinds]
    assert pairs == [(POPPED, REWORDED)]
    assert (file.read_bytes(), journal(root)) == before


def test_a_rebind_is_journalled_with_the_first_event(root: Path, opened: Opened) -> None:
    """The grade of another card journals nothing of it; its own first grade does, once."""
    file = graded(root, opened)
    reword(file)
    library = opened(LATER)
    grade(library, "Which end of a queue is served?", LATER)
    assert not any(isinstance(event, Rebind) for event in library.snapshot.events)
    assert not is_new(library, REWORDED)
    grade(library, REWORDED, LATER)
    grade(library, REWORDED, LATER)
    rebinds = [event for event in library.snapshot.events if isinstance(event, Rebind)]
    assert len(rebinds) == 1
    assert library.snapshot.rebinds == ()
    again = opened(LATER)
    assert again.snapshot.state.cards == library.snapshot.state.cards
    schedule = again.snapshot.schedule(card(again, REWORDED))
    assert isinstance(schedule, Reviewed)
    assert schedule.repetitions == 2
    assert again.stale() == again.foreign() == []


def test_an_undone_rebind_stays_undone(root: Path, opened: Opened) -> None:
    """Taking the rebind's event back makes the card new again, for good; undo again restores."""
    file = graded(root, opened)
    reword(file)
    library = opened(LATER)
    grade(library, REWORDED, LATER)
    rebind = next(event for event in library.snapshot.events if isinstance(event, Rebind))
    undone = library.undo(rebind.id, LATER)
    schedule = library.snapshot.schedule(card(library, REWORDED))
    assert isinstance(schedule, Reviewed)
    assert schedule.repetitions == 1
    again = opened(LATER)
    assert again.snapshot.state.cards == library.snapshot.state.cards
    assert again.snapshot.rebinds == ()
    again.undo(undone.event.id, LATER)
    schedule = again.snapshot.schedule(card(again, REWORDED))
    assert isinstance(schedule, Reviewed)
    assert schedule.repetitions == 2


def test_a_pair_that_seemed_sure_can_be_parted(root: Path, opened: Opened) -> None:
    """What the person takes apart before any grade is new, and is not proposed again."""
    reword(graded(root, opened))
    library = opened(LATER)
    (rebound,) = library.snapshot.rebinds
    library.rule(rebound, LATER, same=False)
    assert is_new(library, REWORDED)
    again = opened(LATER)
    assert is_new(again, REWORDED)
    assert again.snapshot.rebinds == again.snapshot.doubts == ()


DOUBTFUL = ("pushed last, so that the newest element always leaves first", "on top: 后进先出")


@pytest.mark.parametrize("same", [True, False])
def test_the_person_settles_a_doubt(root: Path, opened: Opened, *, same: bool) -> None:
    """A doubtful card waits as new; the answer is journalled, with the card's new words."""
    file = graded(root, opened)
    reword(file)
    reword(file, *DOUBTFUL)
    before = file.read_bytes()
    library = opened(LATER)
    (doubt,) = library.snapshot.doubts
    assert is_new(library, REWORDED)
    assert file.read_bytes() == before
    library.rule(doubt, LATER, same=same)
    assert is_new(library, REWORDED) is not same
    again = opened(LATER)
    assert again.snapshot.doubts == ()
    assert is_new(again, REWORDED) is not same
    assert (file.read_bytes() == before) is same
    with pytest.raises(NoSuch):
        again.rule(doubt, LATER, same=same)


def test_a_note_renamed_with_its_title_goes_on(root: Path, opened: Opened) -> None:
    """A new file name and a new title: schedules, counts and the note's values go on."""
    file = graded(root, opened)
    put(root, file.read_text("utf-8").replace("Stacks and queues", "Two orders"), "orders.md")
    file.unlink()
    library = opened(LATER)
    assert len(library.snapshot.rebinds) == 2
    assert library.foreign() == library.stale() == []
    grade(library, POPPED, LATER)
    text = (root / "orders.md").read_text("utf-8")
    assert "review_count: 2" in text
    assert "next_review: '2026-11-24'" in text
    again = opened(LATER)
    assert again.snapshot.state.cards == library.snapshot.state.cards
    assert again.stale() == again.foreign() == []


def test_a_note_split_in_two_goes_on(root: Path, opened: Opened) -> None:
    """A card moved to a new note keeps its history there; both notes' values are right."""
    file = graded(root, opened)
    head, _, rest = file.read_text("utf-8").partition("**Q: Which end of a queue")
    file.write_text(head, "utf-8")
    put(root, f"# Queues\n\n**Q: Which end of a queue{rest}", "queues.md")
    library = opened(LATER)
    served = "Which end of a queue is served?"
    assert not is_new(library, served)
    assert library.foreign() == []
    grade(library, served, LATER)
    schedule = library.snapshot.schedule(card(library, served))
    assert isinstance(schedule, Reviewed)
    assert schedule.repetitions == 2
    assert "review_count: 2" in (root / "queues.md").read_text("utf-8")
    again = opened(LATER)
    assert again.snapshot.state.cards == library.snapshot.state.cards
    assert again.stale() == again.foreign() == []


def test_a_branch_switched_and_switched_back(root: Path, opened: Opened) -> None:
    """A branch with the older words, graded there, and back again: one history throughout."""
    file = graded(root, opened)
    for day, (old, new) in enumerate([(POPPED, REWORDED), (REWORDED, POPPED), (POPPED, REWORDED)]):
        reword(file, old, new)
        now = LATER + timedelta(days=7 * day)
        library = opened(now)
        grade(library, new, now)
        schedule = library.snapshot.schedule(card(library, new))
        assert isinstance(schedule, Reviewed)
        assert schedule.repetitions == day + 2
    assert opened().snapshot.state.cards == library.snapshot.state.cards


def test_a_history_that_a_note_brought_survives_a_rewording(root: Path, opened: Opened) -> None:
    """Cards adopted with a history are recorded with it: also an ungraded one is known again."""
    brought = NOTE.replace("last_reviewed: null", "last_reviewed: '2026-11-01'").replace(
        "review_count: 0", "review_count: 3"
    )
    file = put(root, brought)
    library = opened()
    grade(library, "Which end of a queue is served?")
    assert sum(isinstance(event, CardSeen) for event in library.snapshot.events) == 2
    reword(file)
    library = opened(LATER)
    schedule = library.snapshot.schedule(card(library, REWORDED))
    assert isinstance(schedule, Reviewed)
    assert schedule.repetitions == 3


def test_another_device_agrees(root: Path, opened: Opened) -> None:
    """A second device still without the rebind computes the same, and the journals merge."""
    reword(graded(root, opened))
    desk, lap = opened(LATER), opened(LATER, device="lap")
    grade(desk, REWORDED, LATER)
    grade(lap, REWORDED, LATER + timedelta(minutes=5))
    both = opened(LATER)
    schedule = both.snapshot.schedule(card(both, REWORDED))
    assert isinstance(schedule, Reviewed)
    assert schedule.repetitions == 2


def test_a_lost_card_has_few_notes_read(
    root: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a hundred notes, one whose card was taken out has only those read that are most alike."""
    for number in range(100):
        text = f"# Note {number}\n\n**Q: What is {number}?**\nA: The number {number}.\n"
        put(root, text, f"{number}.md")
    library = opened()
    grade(library, "What is 7?")
    (root / "7.md").write_text("# Note 7\n")
    asked: list[str] = []
    note = Catalogue.note

    def ask(self: Catalogue, path: str, digest: bytes) -> Note:
        asked.append(path)
        return note(self, path, digest)

    monkeypatch.setattr(Catalogue, "note", ask)
    opened(LATER, settle=False)
    assert len(asked) <= 2 * SHORTLISTS[-1]
