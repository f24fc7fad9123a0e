"""What git and editors bring back: conflicts, older commits, old buffers, other instances."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from studyapp.library.library import Library
from studyapp.schedule import Grade, Reviewed

DAY = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
NEXT = DAY + timedelta(days=1)
NOTE = """---
created: '2026-01-02'
last_reviewed: null
next_review: '2026-01-02'
review_count: 0
difficulty: hard
mastery_level: 0.0
tags: [hashing]
---
# Hashing {number}

**Q: What is a collision?**
A: Two keys in one place.

**Q: What is the load factor?**
A: Keys by places.
"""


@pytest.fixture
def file(root: Path) -> Path:
    file = root / "hashing (1)：`a`+？.md"
    file.write_text(NOTE, "utf-8")
    return file


def grade(library: Library, number: int = 0, now: datetime = DAY) -> None:
    card = list(library.snapshot.cards)[number]
    assert library.grade(card, Grade.GOOD, 0, now).waiting is None


def merged(ours: str, theirs: str) -> str:
    """The two texts as `git merge` leaves them: one conflict for each run of lines that differ."""
    lines: list[str] = []
    runs: list[tuple[str, str]] = []
    sides = [side.splitlines(keepends=True) for side in (ours, theirs)]
    for one, other in [*zip(*sides, strict=True), ("", "")]:
        if one != other:
            runs.append((one, other))
            continue
        if runs:
            lines += ["<<<<<<< HEAD\n", *(a for a, _ in runs), "=======\n"]
            lines += [*(b for _, b in runs), ">>>>>>> laptop\n"]
            runs = []
        lines.append(one)
    return "".join(lines)


def test_a_merge_of_two_devices_is_mended_by_one_act(
    root: Path, file: Path, opened: Callable[..., Library]
) -> None:
    """Both devices' reviews count, the values follow from both, no marker is left."""
    grade(opened(device="laptop"), 1, NEXT)
    theirs, journal = file.read_text("utf-8"), root / ".studyapp/journal/laptop.jsonl"
    pulled = journal.read_bytes()
    journal.unlink()
    file.write_text(NOTE, "utf-8")
    grade(opened())
    ours = file.read_text("utf-8")
    file.write_text(merged(ours, theirs), "utf-8")
    journal.write_bytes(pulled)
    library = opened()
    assert library.conflicts() == [file.name]
    assert (library.foreign(), library.stale(), library.snapshot.pending) == ([], [], ())
    library.mend(NEXT)
    assert library.conflicts() == []
    assert library.snapshot.problems == ()
    text = file.read_text("utf-8")
    assert "<<<" not in text
    assert "last_reviewed: '2026-11-24'\n" in text
    assert "review_count: 2\n" in text
    assert re.sub(r"(?m)^(last|next|review|mastery).*$", r"\1", text) == re.sub(
        r"(?m)^(last|next|review|mastery).*$", r"\1", NOTE
    )
    before = file.stat().st_mtime_ns
    assert opened(NEXT, settle=False).settle(NEXT).healed == ()
    assert file.stat().st_mtime_ns == before


def test_a_grade_in_a_conflict_is_safe(file: Path, opened: Callable[..., Library]) -> None:
    """The note waits and says why; after mending it holds the grade."""
    grade(opened())
    ours = file.read_text("utf-8")
    file.write_text(merged(ours, NOTE), "utf-8")
    library = opened()
    committed = library.grade(next(iter(library.snapshot.cards)), Grade.GOOD, 0, NEXT)
    assert committed.waiting is not None
    assert "conflict" in committed.waiting.reason
    library.mend(NEXT)
    assert "review_count: 2\n" in file.read_text("utf-8")


def test_a_conflict_about_other_keys_is_only_told(
    file: Path, opened: Callable[..., Library]
) -> None:
    """No byte is changed, and no tool is blamed for values that can't be read."""
    grade(opened())
    ours = file.read_text("utf-8")
    file.write_text(merged(ours, NOTE.replace("hashing]", "sets]")), "utf-8")
    before = file.read_bytes()
    library = opened()
    library.mend(NEXT)
    assert library.conflicts() == library.foreign() == []
    assert [problem.line for problem in library.snapshot.problems] == [3]
    assert file.read_bytes() == before
    (first, _) = library.snapshot.cards.values()
    assert isinstance(library.snapshot.schedule(first), Reviewed)


def test_a_note_without_a_journal_keeps_the_first_side(
    file: Path, opened: Callable[..., Library]
) -> None:
    """Where there is nothing to derive values from, one side of them is as good as the other."""
    other = NOTE.replace("review_count: 0", "review_count: 3")
    file.write_text(merged(NOTE, other), "utf-8")
    library = opened()
    library.mend(DAY)
    assert file.read_text("utf-8") == NOTE


def test_an_older_commit_is_brought_up_again(file: Path, opened: Callable[..., Library]) -> None:
    """Each earlier state of the note that is checked out is known for ours and rewritten."""
    library = opened()
    states = [file.read_bytes()]
    for number in range(4):
        grade(library, number % 2, DAY + timedelta(days=number))
        states.append(file.read_bytes())
    for old in states[:-1]:
        file.write_bytes(old)
        library = opened(settle=False)
        assert (library.foreign(), library.snapshot.pending) == ([], ())
        assert library.settle(DAY).healed == (file.name,)
        assert file.read_bytes() == states[-1]


def test_an_old_buffer_saved_with_an_edit_keeps_the_edit(
    file: Path, opened: Callable[..., Library]
) -> None:
    """An editor that was open before the grade brings old values back with new text."""
    library = opened()
    buffer = file.read_text("utf-8")
    grade(library)
    graded = file.read_text("utf-8")
    file.write_text(buffer + "\nA line more.\n", "utf-8")
    grade(library, 1)
    assert file.read_text("utf-8").endswith("\nA line more.\n")
    assert "review_count: 1\n" in file.read_text("utf-8")
    file.write_text(buffer + "\nAnother.\n", "utf-8")
    assert opened(settle=False).settle(DAY).healed == (file.name,)
    assert file.read_text("utf-8").startswith(graded.partition("mastery")[0])
    assert file.read_text("utf-8").endswith("\nAnother.\n")


def test_a_script_with_its_own_table_changes_nothing_of_ours(
    root: Path, opened: Callable[..., Library]
) -> None:
    """Six notes rewritten by another formula move no schedule; each answer settles them all."""
    files = [root / f"{number}.md" for number in range(6)]
    for number, file in enumerate(files):
        file.write_text(NOTE.replace("{number}", str(number)), "utf-8")
    library = opened()
    for card in list(library.snapshot.cards):
        library.grade(card, Grade.GOOD, 0, DAY)
    ours = [file.read_bytes() for file in files]
    for file in files:
        text = re.sub(r"next_review: .*", "next_review: '2027-03-01'", file.read_text("utf-8"))
        file.write_text(re.sub(r"mastery_level: .*", "mastery_level: 0.9", text), "utf-8")
    theirs = [file.read_bytes() for file in files]
    library = opened()
    assert library.foreign() == [file.name for file in files]
    due = {library.snapshot.schedule(card).due for card in library.snapshot.cards.values()}  # type: ignore[union-attr]
    assert due == {date(2026, 11, 24)}
    assert [file.read_bytes() for file in files] == theirs
    library.resolve("mine", DAY)
    assert [file.read_bytes() for file in files] == ours


@pytest.mark.usefixtures("file")
def test_opening_studying_nothing_and_closing_changes_no_note(
    root: Path, opened: Callable[..., Library]
) -> None:
    """Not a byte, not a time of change, and no file appears."""
    grade(opened())
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    for days in range(3):
        opened(DAY + timedelta(days=days))
    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before
