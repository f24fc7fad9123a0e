"""Grades worked out while the card is on the screen, and what may happen until they are given."""

import re
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.library.disk import Disk
from studyapp.library.library import Library
from studyapp.schedule import Grade
from studyapp.schedule.grades import BUTTONS

DAY = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
NOTE = """---
created: '2026-01-02'
last_reviewed: null
next_review: '2026-01-02'
review_count: {count}
difficulty: medium
mastery_level: 0.0
---
# Trees {number}

**Q: What is the root of a tree?**
A: The node without a parent.

**Q: What is a leaf?**
A: A node without children.
"""


def plant(root: Path) -> None:
    for number in range(3):
        text = NOTE.format(number=number, count=number)
        (root / f"trees {number}.md").write_text(text, "utf-8")


def journal(root: Path) -> str:
    """What the journal says, its ids told apart by the order in which they come."""
    text = (root / ".studyapp/journal/desk.jsonl").read_text("utf-8")
    names: dict[str, str] = {}
    return re.sub(r"[0-9a-f]{12}", lambda found: names.setdefault(found[0], f"#{len(names)}"), text)


def contents(root: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in sorted(root.glob("*.md"))}


def in_order(library: Library, now: datetime) -> None:
    """The library knows what one that is opened afresh reads, which finds nothing to heal."""
    again = Library(library.root, "", "desk")
    assert again.open(now).state == library.snapshot.state
    assert again.settle(now).healed == ()
    assert [*again.snapshot.events] == [*library.snapshot.events]
    assert dict(again.snapshot.notes.briefs) == dict(library.snapshot.notes.briefs)


@settings(max_examples=10, deadline=None)
@given(
    acts=st.lists(
        st.tuples(st.integers(0, 5), st.sampled_from(BUTTONS), st.sampled_from([0, 5, 30, 200])),
        min_size=1,
        max_size=6,
    )
)
def test_prepared_or_not_the_same_is_written(acts: list[tuple[int, Grade, int]]) -> None:
    """Whether grades were prepared, journal and notes hold the same but for ids, and so memory."""
    with tempfile.TemporaryDirectory() as ahead, tempfile.TemporaryDirectory() as at_once:
        libraries = [Library(Path(folder), "", "desk") for folder in (ahead, at_once)]
        for library in libraries:
            plant(library.root)
            library.open(DAY)
        prepared, plain = libraries
        cards, now = list(plain.snapshot.cards), DAY
        for place, grade, hours in acts:
            now += timedelta(hours=hours)
            ready = prepared.prepare(cards[place], now)
            assert ready
            committed = prepared.grade(cards[place], grade, 2.0, now, ready)
            assert committed.event is not ready.drafts[grade].act
            assert committed.event.id == ready.drafts[grade].act.id
            plain.grade(cards[place], grade, 2.0, now)
        assert journal(prepared.root) == journal(plain.root)
        assert contents(prepared.root) == contents(plain.root)
        in_order(prepared, now)


def test_a_grade_bears_its_own_moment(root: Path, opened: Callable[..., Library]) -> None:
    """What is journalled of a prepared grade is when it was given and how long it took."""
    plant(root)
    library = opened()
    card = next(iter(library.snapshot.cards))
    later = DAY + timedelta(seconds=40)
    done = library.grade(card, Grade.HARD, 39.96, later, library.prepare(card, DAY))
    assert (done.event.at, done.event.seconds) == (later, 40.0)  # type: ignore[attr-defined]
    in_order(library, later)
    library.undo(done.event.id, later)
    assert contents(root)["trees 0.md"] == NOTE.format(number=0, count=0)


def _edit(library: Library) -> None:
    file = library.root / "trees 0.md"
    file.write_text(file.read_text("utf-8").replace("parent.", "parent at all."), "utf-8")


def _edit_values(library: Library) -> None:
    file = library.root / "trees 0.md"
    file.write_text(file.read_text("utf-8").replace("mastery_level: 0.0\n", ""), "utf-8")


def _grade_elsewhere(library: Library) -> None:
    other = Library(library.root, "", "laptop")
    first, *_, last = other.open(DAY).cards
    other.grade(first, Grade.AGAIN, 1, DAY)
    other.mark(last, "flag", DAY)


def _suspend_sibling(library: Library) -> None:
    library.mark(list(library.snapshot.cards)[1], "suspend", DAY)


def _suspend(library: Library) -> None:
    library.mark(next(iter(library.snapshot.cards)), "suspend", DAY)


def _switch(library: Library) -> None:
    library.choose("scheduler", "fsrs", DAY)


def _reopen(library: Library) -> None:
    library.open(DAY)


MEANWHILE = [_edit, _edit_values, _grade_elsewhere, _suspend_sibling, _suspend, _switch, _reopen]


@pytest.mark.parametrize("change", MEANWHILE)
def test_what_changed_meanwhile_counts(
    root: Path, opened: Callable[..., Library], change: Callable[[Library], None]
) -> None:
    """A grade prepared before something changed is worked out again, and nothing is lost."""
    plant(root)
    library = opened()
    card = next(iter(library.snapshot.cards))
    ready = library.prepare(card, DAY)
    assert ready
    change(library)
    changed, before = contents(root), [*library.snapshot.events]
    later = DAY + timedelta(minutes=1)
    done = library.grade(card, Grade.GOOD, 3.0, later, ready)
    assert done.waiting is None
    assert done.event.id != ready.drafts[Grade.GOOD].act.id
    assert {event.id for event in before} < {event.id for event in library.snapshot.events}
    kept = re.compile("(last|next|review|mastery)_.*\n")
    assert [kept.sub("", text) for text in contents(root).values()] == [
        kept.sub("", text) for text in changed.values()
    ]
    in_order(library, later)


def test_another_day_counts(root: Path, opened: Callable[..., Library]) -> None:
    """A grade prepared before the study day turned counts for the day on which it is given."""
    plant(root)
    library = opened()
    card = next(iter(library.snapshot.cards))
    ready, tomorrow = library.prepare(card, DAY), DAY + timedelta(hours=9)
    done = library.grade(card, Grade.GOOD, 3.0, tomorrow, ready)
    assert done.event.day == tomorrow.date()
    assert done.values["last_reviewed"] == "2026-11-24"
    in_order(library, tomorrow)


def test_a_card_that_is_gone_is_not_prepared(root: Path, opened: Callable[..., Library]) -> None:
    """Where there is nothing to grade, nothing is prepared; a note that went waits as always."""
    plant(root)
    library = opened()
    card = next(iter(library.snapshot.cards))
    assert library.prepare("0" * 12, DAY) is None
    ready = library.prepare(card, DAY)
    (root / "trees 0.md").unlink()
    assert library.prepare(card, DAY) is None
    done = library.grade(card, Grade.GOOD, 3.0, DAY, ready)
    assert done.waiting
    assert done.waiting.reason == "the file is gone"


def test_preparing_writes_nothing(root: Path, opened: Callable[..., Library]) -> None:
    """A card that is only looked at leaves no trace in the folder."""
    plant(root)
    library, before = opened(), contents(root)
    for card in library.snapshot.cards:
        assert library.prepare(card, DAY)
    assert contents(root) == before
    assert {file.name for file in root.iterdir()} == {*before}
    assert library.snapshot.events == []


def _hard_link(root: Path) -> None:
    (root / "same.txt").hardlink_to(root / "deck/trees.md")


def _link_out(root: Path) -> None:
    note, away = root / "deck/trees.md", root.parent / "away.md"
    note.rename(away)
    note.symlink_to(away)


def _link_folder_out(root: Path) -> None:
    deck, away = root / "deck", root.parent / "away"
    deck.rename(away)
    deck.symlink_to(away, target_is_directory=True)


@pytest.mark.parametrize("change", [_hard_link, _link_out, _link_folder_out])
def test_a_note_that_may_no_longer_be_written_waits(
    root: Path, opened: Callable[..., Library], change: Callable[[Path], None]
) -> None:
    """What became a link out of the library since it was prepared is graded and not written."""
    note = root / "deck/trees.md"
    note.parent.mkdir()
    note.write_text(NOTE.format(number=0, count=0), "utf-8")
    library = opened()
    card = next(iter(library.snapshot.cards))
    ready = library.prepare(card, DAY)
    change(root)
    done = library.grade(card, Grade.GOOD, 3.0, DAY, ready)
    assert done.waiting
    assert note.read_text("utf-8") == NOTE.format(number=0, count=0)
    assert [event.id for event in opened(settle=False).snapshot.state.live] == [done.event.id]


class Meddled(Disk):
    """A disk on which an editor saves a note at the moment when the journal is made durable."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def sync(self, handle: int) -> None:
        super().sync(handle)
        if self.file.with_name(".studyapp").joinpath("journal/desk.jsonl").exists():
            text = self.file.read_text("utf-8")
            self.file.write_text(text.replace("parent.", "parent at all."), "utf-8")


def test_an_edit_between_journal_and_note_stays(root: Path) -> None:
    """What an editor saves after the grade is journalled gets the values, and keeps its text."""
    plant(root)
    library = Library(root, "", "desk", None, Meddled(root / "trees 0.md"))
    card = next(iter(library.open(DAY).cards))
    ready = library.prepare(card, DAY)
    assert ready
    done = library.grade(card, Grade.GOOD, 3.0, DAY, ready)
    assert done.waiting is None
    assert done.event.id == ready.drafts[Grade.GOOD].act.id
    text = contents(root)["trees 0.md"]
    assert "parent at all." in text
    assert "review_count: 1" in text
    in_order(library, DAY)
