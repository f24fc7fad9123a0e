"""Who wrote that: values that crashed, that a hand moved, that another tool rewrote."""

import json
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.library.authorship import Author, author
from studyapp.library.library import Library
from studyapp.schedule import Grade, Reschedule, Reviewed

DAY = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
KEYS = ("last_reviewed", "next_review", "review_count", "mastery_level")
OURS = dict(zip(KEYS, ("2026-11-23", "2026-11-24", "1", "0.35"), strict=True))
OLDER = dict(zip(KEYS, (None, "2026-01-02", "0", "0.0"), strict=True))


def note(number: int = 1) -> str:
    return f"""---
created: '2026-01-02'
last_reviewed: null
next_review: '2026-01-02'
review_count: 0
difficulty: medium
mastery_level: 0.0
tags: []
---
# Sorting, part {number}

**Q: Is merge sort stable?**
A: Yes, if the left run wins ties.
"""


def put(root: Path, *, notes: int = 1) -> list[Path]:
    files = [root / f"sorting {number}.md" for number in range(1, notes + 1)]
    for number, file in enumerate(files, 1):
        file.write_text(note(number), "utf-8")
    return files


def change(file: Path, **values: str) -> None:
    text = file.read_text("utf-8")
    for key, value in values.items():
        text = re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", text)
    file.write_text(text, "utf-8")


def graded(opened: Callable[..., Library], now: datetime = DAY) -> Library:
    library = opened(now)
    for card in list(library.snapshot.cards):
        assert library.grade(card, Grade.GOOD, 0, now).waiting is None
    return library


def events(root: Path) -> list[dict[str, object]]:
    lines = (root / ".studyapp/journal/desk.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def schedule(library: Library) -> Reviewed:
    found = library.snapshot.schedule(next(iter(library.snapshot.cards.values())))
    assert isinstance(found, Reviewed)
    return found


@pytest.mark.parametrize(
    ("changes", "judged"),
    [
        ({}, Author.OURS),
        (OLDER, Author.STALE),
        ({"next_review": "2026-01-02"}, Author.STALE),
        ({"next_review": "2026-12-24"}, Author.HAND),
        ({"next_review": "20261224"}, Author.FOREIGN),
        ({"next_review": "soon"}, Author.FOREIGN),
        ({"next_review": None}, Author.FOREIGN),
        ({"mastery_level": "0.9"}, Author.FOREIGN),
        ({"next_review": "2026-12-24", "review_count": "9"}, Author.FOREIGN),
        ({**OLDER, "mastery_level": "0.9"}, Author.FOREIGN),
    ],
)
def test_values_are_judged_by_what_was_written(
    changes: dict[str, str | None], judged: Author
) -> None:
    """What we once wrote is stale, a date alone is the person's, everything else a tool's."""
    written = {key: {OURS[key], OLDER[key]} for key in KEYS}
    assert author({**OURS, **changes}, OURS, written) is judged


@given(st.lists(st.booleans(), min_size=4, max_size=4))
def test_any_mix_of_known_values_is_stale(olds: list[bool]) -> None:
    """A merge may leave some values old and some new: none of them is anybody's wish."""
    now = {key: OLDER[key] if old else OURS[key] for key, old in zip(KEYS, olds, strict=True)}
    written = {key: {OURS[key], OLDER[key]} for key in KEYS}
    assert author(now, OURS, written) is (Author.STALE if any(olds) else Author.OURS)


def test_a_note_in_order_is_not_touched(root: Path, opened: Callable[..., Library]) -> None:
    """Opening a library in order writes neither notes nor journal."""
    (file,) = put(root)
    graded(opened)
    before = file.stat(), (root / ".studyapp/journal/desk.jsonl").stat()
    library = opened(DAY + timedelta(days=3))
    assert library.settle(DAY) == library.settle(DAY)
    after = file.stat(), (root / ".studyapp/journal/desk.jsonl").stat()
    assert [(s.st_ino, s.st_mtime_ns) for s in before] == [(s.st_ino, s.st_mtime_ns) for s in after]


def test_opening_writes_nothing(root: Path, opened: Callable[..., Library]) -> None:
    """Reading a library, stale or moved by hand, leaves every file as it is."""
    (file,) = put(root)
    opened(settle=False)
    assert [path.name for path in root.iterdir()] == [file.name]
    graded(opened)
    change(file, next_review="'2026-12-24'")
    state = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    library = opened(settle=False)
    assert library.snapshot.pending
    assert schedule(library).due == date(2026, 12, 24)
    assert state == {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_stale_values_are_healed(root: Path, opened: Callable[..., Library]) -> None:
    """A note that came back from before the grade is brought up to the journal again."""
    (file,) = put(root)
    graded(opened)
    good = file.read_bytes()
    file.write_text(note(), "utf-8")
    library = opened(settle=False)
    assert library.settle(DAY).healed == (file.name,)
    assert file.read_bytes() == good


def test_a_date_moved_by_hand_is_obeyed(root: Path, opened: Callable[..., Library]) -> None:
    """A changed next_review alone is journalled; the due day moves, interval and ease stay."""
    (file,) = put(root)
    graded(opened)
    change(file, next_review="'2026-12-24'")
    moved = file.read_bytes()
    library = opened(settle=False)
    assert library.settle(DAY).moved == (file.name,)
    assert events(root)[-1]["event"] == "reschedule"
    found = schedule(library)
    assert (found.due, found.interval, found.ease) == (date(2026, 12, 24), 1, 250)
    assert file.read_bytes() == moved
    assert opened(settle=False).settle(DAY).moved == ()
    library.grade(next(iter(library.snapshot.cards)), Grade.GOOD, 0, DAY + timedelta(days=31))
    assert schedule(library).interval == 6


def test_a_date_moved_while_open_is_obeyed(root: Path, opened: Callable[..., Library]) -> None:
    """The hand that moved a date between question and grade comes first, the grade after it."""
    (file,) = put(root)
    library = graded(opened)
    change(file, next_review="'2026-12-24'")
    library.grade(next(iter(library.snapshot.cards)), Grade.GOOD, 0, DAY + timedelta(days=1))
    assert [event["event"] for event in events(root)[-2:]] == ["reschedule", "review"]
    assert "next_review: '2026-11-30'" in file.read_text("utf-8")


def test_a_grade_without_settling_journals_the_hand_first(
    root: Path, opened: Callable[..., Library]
) -> None:
    """What opening found moved by hand is never lost to an act that came before settling."""
    (file, other) = put(root, notes=2)
    graded(opened)
    change(file, next_review="'2026-12-24'")
    library = opened(settle=False)
    card = next(one for one in library.snapshot.cards.values() if one.note == other.name)
    library.grade(card.id, Grade.GOOD, 0, DAY + timedelta(days=1))
    assert [event["event"] for event in events(root)[-2:]] == ["reschedule", "review"]
    assert library.snapshot.pending == ()


def test_an_undone_move_brings_the_projection_back(
    root: Path, opened: Callable[..., Library]
) -> None:
    """Undoing a reschedule puts the scheduler's own date into the note."""
    (file,) = put(root)
    graded(opened)
    good = file.read_bytes()
    change(file, next_review="'2026-12-24'")
    library = opened()
    move = library.snapshot.events[-1]
    assert isinstance(move, Reschedule)
    library.undo(move.id, DAY)
    assert file.read_bytes() == good


def test_another_tools_values_are_noticed_not_obeyed(
    root: Path, opened: Callable[..., Library]
) -> None:
    """Three values changed by a script stay in the file, move no schedule, and are offered."""
    (file,) = put(root)
    graded(opened)
    change(file, last_reviewed="'2026-11-20'", next_review="'2027-01-01'", mastery_level="0.9")
    theirs = file.read_bytes()
    library = opened()
    assert library.foreign() == [file.name]
    assert schedule(library).due == date(2026, 11, 24)
    card = next(iter(library.snapshot.cards))
    committed = library.grade(card, Grade.GOOD, 0, DAY + timedelta(days=1))
    assert committed.waiting is not None
    assert "another tool" in committed.waiting.reason
    assert file.read_bytes() == theirs
    assert schedule(opened(settle=False)).interval == 6


def test_keep_mine(root: Path, opened: Callable[..., Library]) -> None:
    """Keeping ours puts the projection back into the note."""
    (file,) = put(root)
    graded(opened)
    good = file.read_bytes()
    change(file, review_count="7", mastery_level="0.9")
    library = opened()
    library.resolve("mine", DAY)
    assert file.read_bytes() == good
    assert library.foreign() == opened().foreign() == []


def test_take_theirs_and_its_undo(root: Path, opened: Callable[..., Library]) -> None:
    """Theirs becomes where the cards start from, byte for byte; the undo brings ours back."""
    (file,) = put(root)
    graded(opened)
    good = file.read_bytes()
    change(file, last_reviewed="'2026-11-20'", next_review="'2026-12-20'", review_count="7")
    theirs = file.read_bytes()
    library = opened()
    library.resolve("theirs", DAY)
    assert file.read_bytes() == theirs
    assert library.foreign() == []
    found = schedule(library)
    assert (found.due, found.interval, found.repetitions) == (date(2026, 12, 20), 30, 7)
    assert schedule(opened()) == found
    library.undo(library.snapshot.events[-1].id, DAY)
    assert file.read_bytes() == good
    assert schedule(opened()).due == date(2026, 11, 24)


def test_theirs_are_the_values_of_now(root: Path, opened: Callable[..., Library]) -> None:
    """When the tool writes again before the answer, its latest values are taken."""
    (file,) = put(root)
    graded(opened)
    change(file, review_count="7")
    library = opened()
    change(file, review_count="8", mastery_level="0.5")
    theirs = file.read_bytes()
    library.resolve("theirs", DAY)
    assert file.read_bytes() == theirs
    assert opened().foreign() == []


@pytest.mark.parametrize("choice", ["mine", "theirs"])
def test_always_answers_for_the_future(
    root: Path, opened: Callable[..., Library], choice: str
) -> None:
    """An answer for always is kept with the library, and the next time nobody is asked."""
    (file,) = put(root)
    graded(opened)
    good = file.read_bytes()
    change(file, review_count="7")
    opened().resolve(choice, DAY, always=True)  # type: ignore[arg-type]
    assert f'foreign = "{choice}"' in (root / ".studyapp/settings.toml").read_text("utf-8")
    change(file, review_count="9")
    theirs = file.read_bytes()
    assert opened().foreign() == []
    assert file.read_bytes() == (good if choice == "mine" else theirs)


def test_five_dates_at_once_are_a_tools(root: Path, opened: Callable[..., Library]) -> None:
    """Four moved dates are a hand's work, five are another tool's, also when one is graded."""
    files = put(root, notes=5)
    graded(opened)
    for file in files:
        change(file, next_review="'2026-12-24'")
    library = opened()
    assert len(library.foreign()) == 5
    card = next(iter(library.snapshot.cards))
    assert library.grade(card, Grade.GOOD, 0, DAY + timedelta(days=1)).waiting is not None
    assert "reschedule" not in {event["event"] for event in events(root)}
    library.resolve("mine", DAY)
    for file in files[:4]:
        change(file, next_review="'2026-12-24'")
    assert len(opened(settle=False).settle(DAY).moved) == 4


def test_five_dates_taken_keep_intervals(root: Path, opened: Callable[..., Library]) -> None:
    """Where a tool changed only dates, taking them moves due days and nothing else."""
    files = put(root, notes=5)
    library = graded(opened)
    graded(opened, DAY + timedelta(days=1))
    for file in files:
        change(file, next_review="'2026-12-24'")
    library = opened()
    library.resolve("theirs", DAY)
    found = schedule(library)
    assert (found.due, found.interval, found.repetitions) == (date(2026, 12, 24), 6, 2)
    assert library.foreign() == opened().foreign() == []


def test_settling_spares_what_was_written_since(root: Path, opened: Callable[..., Library]) -> None:
    """A note that was stale when read, and edited before it could be healed, is judged anew."""
    (file,) = put(root)
    graded(opened)
    file.write_text(note(), "utf-8")
    library = opened(settle=False)
    change(file, next_review="'2026-12-24'")
    assert library.settle(DAY).healed == ()
    assert schedule(opened()).due == date(2026, 12, 24)


def test_a_renamed_note_keeps_its_history(root: Path, opened: Callable[..., Library]) -> None:
    """Moving a file keeps its cards' schedules, its projection and its way back by undo."""
    (file,) = put(root)
    library = graded(opened)
    review = library.snapshot.state.live[-1]
    target = root / "deep" / "renamed (1).md"
    target.parent.mkdir()
    file.rename(target)
    library = opened()
    assert library.foreign() == []
    assert schedule(library).due == date(2026, 11, 24)
    library.undo(review.id, DAY)
    assert target.read_text("utf-8") == note()


def test_a_renamed_note_can_be_moved_by_hand(root: Path, opened: Callable[..., Library]) -> None:
    """After a rename, and without a live review, the person's date still stands."""
    (file,) = put(root)
    library = graded(opened)
    library.undo(library.snapshot.state.live[-1].id, DAY)
    target = file.rename(root / "renamed.md")
    change(target, next_review="'2026-12-24'")
    opened()
    opened()
    assert "next_review: '2026-12-24'" in target.read_text("utf-8")


TWO = f"{note()}\n**Q: Is heap sort stable?**\nA: No.\n"


@pytest.mark.parametrize("cause", ["suspend", "question", "device"])
def test_what_healing_wrote_is_known_again(
    root: Path, opened: Callable[..., Library], cause: str
) -> None:
    """Values that no grade records, once put into a note, are stale when they come back."""
    (file,) = put(root)
    if cause != "question":
        file.write_text(TWO, "utf-8")
    library = graded(opened)
    first, second = [*library.snapshot.cards, ""][:2]
    if cause == "suspend":
        library.grade(first, Grade.GOOD, 0, DAY + timedelta(days=1))
        library.mark(second, "suspend", DAY)
    elif cause == "question":
        file.write_text(file.read_text("utf-8") + TWO.removeprefix(note()), "utf-8")
        library = opened()
    else:
        before = file.read_bytes()
        laptop = opened(device="laptop")
        laptop.grade(second, Grade.HARD, 0, DAY + timedelta(days=3))
        file.write_bytes(before)
        library.grade(first, Grade.GOOD, 0, DAY + timedelta(days=1))
        file.write_bytes(before)
        library = opened()
    healed = file.read_bytes()
    library.grade(first, Grade.GOOD, 0, DAY + timedelta(days=9))
    assert file.read_bytes() != healed
    now = file.read_bytes()
    file.write_bytes(healed)
    library = opened(settle=False)
    assert library.foreign() == []
    assert library.snapshot.pending == ()
    library.settle(DAY)
    assert file.read_bytes() == now


def test_a_crash_adds_no_event(root: Path, opened: Callable[..., Library]) -> None:
    """Healing what a grade's own event tells writes nothing more into the journal."""
    (file,) = put(root)
    graded(opened)
    before = events(root)
    file.write_text(note(), "utf-8")
    assert opened(settle=False).settle(DAY).healed
    assert events(root) == before


@pytest.mark.parametrize("value", ["20261224", "'someday'", "[1]", "2026-13-45", "!!binary aGk="])
def test_an_unreadable_date_is_nobodys_wish(
    root: Path, opened: Callable[..., Library], value: str
) -> None:
    """A next_review that is no date is told and left alone, and the schedule goes on."""
    (file,) = put(root)
    graded(opened)
    change(file, next_review=value)
    before = file.read_bytes()
    library = opened()
    assert library.foreign() == [file.name]
    assert schedule(library).due == date(2026, 11, 24)
    assert file.read_bytes() == before
