"""A write that was cut off, and several processes at once on one library."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studyapp.library.library import Library
from studyapp.schedule import Grade, Review

DAY = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
NOTE = """---
created: '2026-01-02'
last_reviewed: null
next_review: '2026-01-02'
review_count: 0
difficulty: medium
mastery_level: 0.0
tags: [graphs]
---
# Graphs {number}

**Q: Which search finds shortest unweighted paths?**
A: The breadth-first one.

**Q: Which one finds cycles by its grey nodes?**
A: The depth-first one.
"""
# Grades every card in turn, a day apart, and says which grade is done once it is.
GRADER = """
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from studyapp.library.library import Library
from studyapp.schedule import Grade
now = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
library = Library(Path(sys.argv[1]), "", sys.argv[2])
library.open(now)
library.settle(now)
cards = list(library.snapshot.cards)
for number in range(int(sys.argv[3])):
    when = now + timedelta(days=number // len(cards))
    done = library.grade(cards[number % len(cards)], Grade.GOOD, 0, when)
    print(done.event.id, flush=True)
"""


@pytest.fixture
def files(root: Path) -> list[Path]:
    files = [root / f"graph {number}.md" for number in range(3)]
    for number, file in enumerate(files):
        file.write_text(NOTE.replace("{number}", str(number)), "utf-8")
    return files


@pytest.fixture
def grader(root: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    started: list[subprocess.Popen[str]] = []

    def start(device: str, number: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", GRADER, str(root), device, number]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def live(library: Library) -> list[str]:
    return [event.id for event in library.snapshot.state.live if isinstance(event, Review)]


def in_order(root: Path) -> bool:
    """Whether a fresh reading finds every note as the journal has it."""
    library = Library(root, "", "desk")
    library.open(DAY)
    return library.settle(DAY).healed == () and not library.snapshot.waiting


def test_a_crash_between_journal_and_note_is_healed(
    root: Path, files: list[Path], opened: Callable[..., Library]
) -> None:
    """With the grade in the journal and the old note on disk, the next opening writes it."""
    library = opened()
    done = library.grade(next(iter(library.snapshot.cards)), Grade.GOOD, 0, DAY)
    graded = files[0].read_bytes()
    files[0].write_text(NOTE.replace("{number}", "0"), "utf-8")
    library = opened(settle=False)
    assert library.settle(DAY).healed == (files[0].name,)
    assert files[0].read_bytes() == graded
    assert live(library) == [done.event.id]
    assert in_order(root)


def test_processes_take_turns(
    root: Path, files: list[Path], grader: Callable[..., subprocess.Popen[str]]
) -> None:
    """Three processes grading the same cards, two of them one device, lose no grade."""
    processes = [grader(device, "18") for device in ("desk", "desk", "laptop")]
    told = [one for process in processes for one in process.communicate()[0].split()]
    assert len(told) == 54
    library = Library(root, "", "desk")
    library.open(DAY)
    assert sorted(live(library)) == sorted(told)
    assert library.snapshot.problems == ()
    assert in_order(root)
    # Three grades a card and day, of which one counts: three days.
    assert all("review_count: 3\n" in file.read_text("utf-8") for file in files)


def test_two_openings_see_each_others_grades(
    root: Path, files: list[Path], opened: Callable[..., Library]
) -> None:
    """Two libraries on one folder, used in turn, keep one journal and one note."""
    one, two = opened(), opened()
    first, second = list(one.snapshot.cards)[:2]
    one.grade(first, Grade.GOOD, 0, DAY)
    two.grade(second, Grade.GOOD, 0, DAY)
    again = one.grade(first, Grade.GOOD, 0, DAY + timedelta(days=1))
    assert again.outcomes[Grade.GOOD].schedule.interval == 6
    assert len(live(one)) == 3
    assert "review_count: 2\n" in files[0].read_text("utf-8")
    two.undo(again.event.id, DAY + timedelta(days=1))
    assert len(live(two)) == 2
    assert "review_count: 1\n" in files[0].read_text("utf-8")
    assert in_order(root)


def test_two_devices_merge(root: Path, files: list[Path], opened: Callable[..., Library]) -> None:
    """Another device's journal, pulled beside an older note, counts with ours."""
    before = files[0].read_bytes()
    laptop = opened(device="laptop")
    card, other = list(laptop.snapshot.cards)[:2]
    laptop.grade(card, Grade.GOOD, 0, DAY)
    theirs = root / ".studyapp/journal/laptop.jsonl"
    pulled = theirs.read_bytes()
    theirs.unlink()
    files[0].write_bytes(before)
    desk = opened()
    desk.grade(other, Grade.GOOD, 0, DAY)
    theirs.write_bytes(pulled)
    merged = opened(settle=False)
    assert len(live(merged)) == 2
    assert merged.foreign() == []
    assert merged.settle(DAY).healed == (files[0].name,)
    assert "review_count: 1\nd" in files[0].read_text("utf-8")
    assert "mastery_level: 0.35" in files[0].read_text("utf-8")
    assert in_order(root)


def test_a_waiting_note_stays_told(
    root: Path, files: list[Path], opened: Callable[..., Library]
) -> None:
    """That one note waits is still known after another process has written to the journal."""
    (root / "same name").hardlink_to(files[0])
    library, other = opened(), opened()
    cards = list(library.snapshot.cards)
    assert library.grade(cards[0], Grade.GOOD, 0, DAY).waiting is not None
    other.grade(cards[2], Grade.GOOD, 0, DAY)
    library.grade(cards[4], Grade.GOOD, 0, DAY)
    assert list(library.snapshot.waiting) == [files[0].name]
