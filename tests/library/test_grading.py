"""Grades and undos, from the journal to the note's bytes."""

import json
import re
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.library.library import Library
from studyapp.library.snapshot import NoSuch
from studyapp.schedule import Grade, New, Reviewed

DAY = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
SEED = Path(__file__).parents[2] / "../shared/seed"
BODY = """# Stacks and queues

## Questions
**Q: Which end of a stack is popped?**
A: The end that was pushed last.

**Q: Which end of a queue is served?**
A: The end that has waited longest.
"""
HEAD = """created: '2026-01-02'
last_reviewed: null
next_review: '2026-01-02'
review_count: 0
difficulty: medium
mastery_level: 0.0
tags:
- structures
related_outlines: []
"""
NOTE = f"---\n{HEAD}---\n{BODY}"
SHAPES = {
    "plain.md": NOTE.encode(),
    "crlf.md": NOTE.replace("\n", "\r\n").encode(),
    "old mac.md": NOTE.replace("\n", "\r").encode(),
    "mark.md": b"\xef\xbb\xbf" + NOTE.encode(),
    "bare.md": BODY.encode(),
    "missing keys.md": f"---\ncreated: '2026-01-02'\ntags: [a]\n---\n{BODY}".encode(),
    "empty block.md": f"---\n---\n{BODY}".encode(),
    "double.md": NOTE.replace("'", '"').encode(),
    "unquoted.md": NOTE.replace("'", "").encode(),
    "comments.md": NOTE.replace("review_count: 0", "review_count: 0   # so far").encode(),
    "template.md": NOTE.replace("'2026-01-02'", "'{{DATE}}'").encode(),
    "no newline.md": NOTE.rstrip("\n").encode(),
    "a (first) try （终）+ `x`？：.md": NOTE.encode(),
    "深/层 folder/c++.md": NOTE.encode(),
    "history.md": NOTE.replace("null", "'2026-11-01'").replace("review_count: 0", "review_count: 3")
    .encode(),
}  # fmt: skip


def put(root: Path, name: str, raw: bytes) -> Path:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
    return file


def values(file: Path) -> dict[str, str]:
    keys = "last_reviewed|next_review|review_count|mastery_level"
    return dict(re.findall(rf"^({keys}): *(.*?)\r?$", file.read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("name", SHAPES)
def test_grades_and_undos_leave_the_bytes(
    root: Path, opened: Callable[..., Library], name: str
) -> None:
    """Whatever a note's form, grading changes its four values and undoing all restores it."""
    file = put(root, name, SHAPES[name])
    library = opened()
    grades = []
    for card in list(library.snapshot.cards):
        grades.append(library.grade(card, Grade.GOOD, 3.0, DAY))
        assert grades[-1].waiting is None
    stripped = re.sub(rb"(?m)^(last|next|review|mastery)_\w+: .*(\r\n?|\n)", b"", SHAPES[name])
    left = re.sub(rb"(?m)^(last|next|review|mastery)_\w+: .*(\r\n?|\n)", b"", file.read_bytes())
    if name not in {"bare.md", "old mac.md"}:
        assert left == stripped
    assert file.read_bytes().endswith(SHAPES[name][-100:])
    assert file.read_bytes() != SHAPES[name]
    for one in grades:
        assert library.undo(one.event.id, DAY).waiting is None
    assert file.read_bytes() == SHAPES[name]


def test_two_days_on_the_reference_note(root: Path, opened: Callable[..., Library]) -> None:
    """Six cards graded Good on two days give exactly the values that the note must show."""
    if not SEED.is_dir():
        pytest.skip("no shared notes here")
    source = next(SEED.glob("*.md"))
    file = put(root, source.name, source.read_bytes())
    library = opened()
    cards = list(library.snapshot.cards)
    done = [library.grade(cards[0], Grade.GOOD, 0, DAY)]
    first = {"last_reviewed": "'2026-11-23'", "next_review": "'2026-11-24'", "review_count": "1"}
    assert values(file) == {**first, "mastery_level": "0.06"}
    done += [library.grade(card, Grade.GOOD, 0, DAY) for card in cards[1:]]
    assert values(file) == {**first, "mastery_level": "0.35"}
    later = DAY + timedelta(days=1)
    done += [library.grade(card, Grade.GOOD, 0, later) for card in cards]
    assert values(file) == {
        "last_reviewed": "'2026-11-24'",
        "next_review": "'2026-11-30'",
        "review_count": "2",
        "mastery_level": "0.68",
    }
    changed = zip(source.read_bytes().split(b"\n"), file.read_bytes().split(b"\n"), strict=True)
    assert sum(old != new for old, new in changed) == 4
    for one in done[::2] + done[1::2]:
        library.undo(one.event.id, later)
    assert file.read_bytes() == source.read_bytes()


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(4)), name=st.sampled_from(sorted(SHAPES)))
def test_undone_in_any_order(order: list[int], name: str) -> None:
    """Two cards graded on two days and undone in any order leave the first bytes."""
    with tempfile.TemporaryDirectory() as folder:
        file = put(Path(folder), name, SHAPES[name])
        library = Library(Path(folder), "", "desk")
        cards = list(library.open(DAY).cards)
        days = (DAY, DAY + timedelta(days=1))
        done = [library.grade(card, Grade.GOOD, 0, day) for day in days for card in cards]
        for place in order:
            library.undo(done[place].event.id, days[1])
        assert file.read_bytes() == SHAPES[name]


@settings(max_examples=15, deadline=None)
@given(
    acts=st.lists(
        st.tuples(
            st.sampled_from(["grade", "undo", "suspend", "flag", "bury", "cram", "reopen"]),
            st.integers(0, 9),
            st.integers(0, 3),
        ),
        max_size=14,
    )
)
def test_the_note_always_says_what_the_journal_implies(acts: list[tuple[str, int, int]]) -> None:
    """After any acts, a library opened afresh finds nothing to heal and the same values."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        file = put(root, "plain.md", NOTE.encode())
        library, now = Library(root, "", "desk"), DAY
        library.open(now)
        done: list[str] = []
        for kind, number, hours in acts:
            now += timedelta(hours=hours * 9)
            card = sorted(library.snapshot.cards)[number % 2]
            if kind == "grade":
                done.append(library.grade(card, Grade(number % 6), 0, now).event.id)
            elif kind == "undo" and done:
                done.append(library.undo(done[number % len(done)], now).event.id)
            elif kind in {"suspend", "flag", "bury"}:
                done.append(library.mark(card, kind, now).event.id)  # type: ignore[arg-type]
            elif kind == "cram":
                done.append(library.cram(card, Grade(number % 6), 0, now).event.id)
            elif kind == "reopen":
                library = Library(root, "", "desk")
                library.open(now)
        before, journal = file.read_bytes(), library.snapshot.state
        again = Library(root, "", "desk")
        state = again.open(now).state
        assert again.settle(now).healed == ()
        assert file.read_bytes() == before
        assert state.cards == journal.cards
        assert state.live == journal.live


def test_two_reviews_a_day_schedule_once(root: Path, opened: Callable[..., Library]) -> None:
    """A day's second review is a repeat; when the first is undone, it takes its place."""
    file = put(root, "plain.md", NOTE.encode())
    library = opened()
    card = next(iter(library.snapshot.cards.values()))
    first = library.grade(card.id, Grade.AGAIN, 0, DAY)
    library.grade(card.id, Grade.EASY, 0, DAY + timedelta(minutes=9))
    only = library.snapshot.schedule(card)
    assert isinstance(only, Reviewed)
    assert (only.repetitions, only.interval, only.ease) == (0, 1, 250)
    library.undo(first.event.id, DAY + timedelta(minutes=10))
    second = library.snapshot.schedule(card)
    assert isinstance(second, Reviewed)
    assert (second.repetitions, second.interval, second.ease) == (1, 1, 260)
    assert values(file)["review_count"] == "1"


def test_undo_of_an_undo_is_redo(root: Path, opened: Callable[..., Library]) -> None:
    """Taking an undo back brings the grade and the note's values back."""
    file = put(root, "plain.md", NOTE.encode())
    library = opened()
    card = next(iter(library.snapshot.cards.values()))
    graded = library.grade(card.id, Grade.GOOD, 0, DAY)
    after = file.read_bytes()
    undone = library.undo(graded.event.id, DAY)
    assert isinstance(library.snapshot.schedule(card), New)
    library.undo(undone.event.id, DAY)
    assert isinstance(library.snapshot.schedule(card), Reviewed)
    assert file.read_bytes() == after


def test_a_review_records_the_values_around_it(root: Path, opened: Callable[..., Library]) -> None:
    """A grade's event tells the four values before and after, so that any can be recognized."""
    put(root, "plain.md", NOTE.encode())
    library = opened()
    library.grade(next(iter(library.snapshot.cards)), Grade.GOOD, 2.34, DAY)
    lines = (root / ".studyapp/journal/desk.jsonl").read_text("utf-8").splitlines()
    seen, adopt, review = map(json.loads, lines)
    assert [seen["event"], adopt["event"], review["event"]] == ["card", "adopt", "review"]
    assert adopt["values"]["next_review"] == "'2026-01-02'"
    assert review["before"]["review_count"] == "0"
    assert review["after"] == {
        "last_reviewed": "2026-11-23",
        "next_review": "2026-11-24",
        "review_count": "1",
        "mastery_level": "0.18",
    }
    assert review["seconds"] == 2.3


def test_an_edit_between_question_and_grade_stays(
    root: Path, opened: Callable[..., Library]
) -> None:
    """What an editor wrote after the library was opened survives the grade."""
    file = put(root, "plain.md", NOTE.encode())
    library = opened()
    edited = NOTE.replace("pushed last.", "pushed last, the top.").replace(
        "- structures", "- x\n- y"
    )
    file.write_text(edited, "utf-8")
    graded = library.grade(next(iter(library.snapshot.cards)), Grade.GOOD, 0, DAY)
    assert graded.waiting is None
    assert "pushed last, the top." in file.read_text("utf-8")
    library.undo(graded.event.id, DAY)
    assert file.read_text("utf-8") == edited


def test_a_card_edited_away_is_named(root: Path, opened: Callable[..., Library]) -> None:
    """A grade for a card whose question left its note says so instead of guessing."""
    file = put(root, "plain.md", NOTE.encode())
    library = opened()
    stack, queue = library.snapshot.cards
    file.write_text(NOTE.replace("Which end of a queue is served?", "Who is served?"), "utf-8")
    library.grade(stack, Grade.GOOD, 0, DAY)
    with pytest.raises(NoSuch, match=queue):
        library.grade(queue, Grade.GOOD, 0, DAY)


def test_a_history_that_the_note_brought_goes_on(
    root: Path, opened: Callable[..., Library]
) -> None:
    """A note with three reviews counts on from three, its cards from their interval."""
    file = put(root, "history.md", SHAPES["history.md"].replace(b"next_review: '2026-01-02'",
               b"next_review: '2026-11-21'"))  # fmt: skip
    library = opened()
    card = next(iter(library.snapshot.cards.values()))
    assert library.snapshot.schedule(card).repetitions == 3  # type: ignore[union-attr]
    graded = library.grade(card.id, Grade.GOOD, 0, DAY)
    assert graded.outcomes[Grade.GOOD].schedule.interval == 50
    assert values(file)["review_count"] == "4"
    # The other card keeps the date that the note had for both.
    assert values(file)["next_review"] == "'2026-11-21'"
