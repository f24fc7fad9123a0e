"""What the journals add up to: through the index as without it, whatever happened to them."""

import json
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.library import transcript
from studyapp.library.index import keepsake
from studyapp.library.index.database import Database
from studyapp.library.index.keepsake import keep, kept
from studyapp.library.journal import Journal
from studyapp.library.library import Library
from studyapp.library.past import How, Past, recall
from studyapp.library.recollection import FEW
from studyapp.schedule import (
    Adopt,
    Bury,
    CardSeen,
    Claim,
    Cram,
    Event,
    Flag,
    Fsrs,
    Grade,
    Known,
    Rebind,
    Reschedule,
    Reset,
    Review,
    Settings,
    Sm2,
    Suspend,
    Undo,
    Wrote,
    encode,
    merge,
)

NOTES = {"a.md": ("a1", "a2"), "b.md": ("b1",)}
CARDS = ["a1", "a2", "b1", "c1"]
VALUES = {"last_reviewed": "2026-11-20", "next_review": "2026-11-23", "review_count": "3"}
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
HOW = How(Sm2(), Settings())


@st.composite
def event(draw: st.DrawFn) -> Event:
    """An event of any kind, at any hour of three days; some ids come twice."""
    path = draw(st.sampled_from(sorted(NOTES)))
    card = draw(st.sampled_from(CARDS))
    number = draw(st.integers(0, 99))
    at = NOON + timedelta(hours=draw(st.integers(0, 72)))
    stamp = {"id": str(number), "at": at, "day": at.date()}
    texts = {"before": {}, "after": {"review_count": str(number)}}
    seen = {"note": path, "title": "t", "question": "q", "digest": "0", "difficulty": "hard"}
    adopt = {"cards": NOTES[path], "difficulty": "easy", "block": True}
    day = date(2026, 11, 30)
    other = draw(st.sampled_from(CARDS))
    review = Review(**stamp, card=card, note=path, grade=Grade(number % 6), seconds=1.5, **texts)
    kinds = [
        *[review] * 4,
        Cram(**stamp, card=card, grade=Grade.GOOD, seconds=1),
        Suspend(**stamp, card=card, on=True),
        Flag(**stamp, card=card, on=number % 2 == 0),
        Bury(**stamp, card=card, until=day),
        Known(**stamp, card=card, due=day),
        Reset(**stamp, card=card),
        Claim(**stamp, note=path, text="x", line=3),
        Wrote(**stamp, note=path, after={"review_count": "7"}),
        *[CardSeen(**stamp, card=card, history="2026-12-01 12 250", **seen)] * 2,
        Reschedule(**stamp, note=path, due=day, cards=NOTES[path]),
        *[Adopt(**stamp, note=path, values=VALUES, canonical=VALUES, **adopt)] * 2,
        Rebind(**stamp, old=card, new=other),
        Undo(**stamp, undone=str(draw(st.integers(0, 99))), note=path, **texts),
    ]
    return draw(st.sampled_from(kinds))


lines = st.builds(lambda one: json.dumps(encode(one)) + "\n", event())
happening = st.one_of(
    st.tuples(st.just("append"), lines),
    st.tuples(st.just("append"), lines),
    st.tuples(
        st.just("append"), st.sampled_from(["no event\n", '{"v": 1, "id', "\n", "=======\n"])
    ),
    st.tuples(st.just("cut"), st.integers(1, 300)),
    st.tuples(st.just("keep"), st.none()),
    st.tuples(st.just("refold"), st.none()),
)


class Place:
    """A library's journals, and an index that somebody keeps their past in now and then."""

    def __init__(self, root: Path) -> None:
        self.journal = Journal(root, "desk")
        self.journal.folder.mkdir(parents=True)
        self.database = Database(root / "index", "one")
        self.how = HOW
        self.known: Past | None = None

    def happen(self, device: str, what: str, detail: Any) -> None:
        file = self.journal.folder / f"{device}.jsonl"
        if what == "append":
            with file.open("a") as journal:
                journal.write(detail)
        elif what == "cut" and file.exists():
            file.write_bytes(file.read_bytes()[:-detail])
        elif what == "keep":
            keep(self.database, self.opened())
        elif what == "refold":
            other = Fsrs() if isinstance(self.how.scheduler, Sm2) else Sm2()
            self.how = How(other, Settings(max_repeats=self.how.settings.max_repeats + 1))

    def opened(self) -> Past:
        return recall(self.journal, kept(self.database, self.how, self.again), self.how)

    def again(self) -> Sequence[Event]:
        return merge(self.journal.read().by_device)


def told(past: Past) -> tuple[Any, ...]:
    sizes = {device: mark.size for device, mark in past.marks.items()}
    return [*past.ids()], past.events, past.state, past.problems, sizes, past.ranks


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(["desk", "lap"]), happening), max_size=12))
def test_the_index_changes_nothing(happenings: list[tuple[str, tuple[str, Any]]]) -> None:
    """Through the index, from what is at hand and from nothing: the same, field for field."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(keepsake, "PART", 2)
        place = Place(Path(folder))
        for device, (what, detail) in happenings:
            place.happen(device, what, detail)
            expected = told(recall(place.journal, None, place.how))
            assert told(place.opened()) == expected
            place.known = recall(place.journal, place.known, place.how)
            assert told(place.known) == expected


def many(root: Path, number: int) -> Library:
    """A library of one note whose card was graded so often."""
    (root / "a.md").write_text("# A\n\n**Q: What is a?**\nA: It.\n")
    library = Library(root, "", "desk")
    (card,) = library.open(NOON).cards
    for hours in range(number):
        library.grade(card, Grade(hours % 6), 1, NOON + timedelta(hours=7 * hours))
    return library


@pytest.fixture
def index(tmp_path: Path) -> Path:
    return tmp_path / "index"


def opened(root: Path, index: Path) -> Library:
    library = Library(root, "", "desk", index)
    library.open(NOON)
    return library


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The journals' lines that were decoded."""
    found, decode = [], transcript._event

    def note(text: bytes) -> Event:
        found.append(text)
        return decode(text)

    monkeypatch.setattr(transcript, "_event", note)
    return found


def test_a_known_line_is_decoded_once(root: Path, index: Path, decoded: list[bytes]) -> None:
    """The second opening decodes no line, and one after three more grades only what they added."""
    library = many(root, FEW)
    first = opened(root, index)
    first.rest()
    del decoded[:]
    assert opened(root, index).snapshot.state == first.snapshot.state
    assert decoded == []
    card = next(iter(library.snapshot.cards))
    for _ in range(3):
        library.grade(card, Grade.GOOD, 1, NOON + timedelta(days=90))
    assert opened(root, index).snapshot.state == library.snapshot.state
    assert len(decoded) == 3


def spoil_state(index: Path) -> None:
    with sqlite3.connect(index) as database:
        database.execute("UPDATE past SET data = substr(data, 1, 40) || x'00' || substr(data, 42)")


def spoil_events(index: Path) -> None:
    with sqlite3.connect(index) as database:
        database.execute("UPDATE past SET data = x'00' WHERE kind != 'state'")


def lose_events(index: Path) -> None:
    with sqlite3.connect(index) as database:
        database.execute("DELETE FROM past WHERE kind != 'state'")


@pytest.mark.parametrize("spoil", [spoil_state, spoil_events, lose_events, Path.unlink])
@pytest.mark.parametrize("late", [False, True])
def test_a_spoilt_past_costs_nothing_but_time(
    root: Path, index: Path, spoil: Callable[[Path], None], *, late: bool
) -> None:
    """Torn or lost, before the library is opened or while it is: every event can be undone."""
    plain = many(root, FEW)
    opened(root, index).rest()
    library = opened(root, index) if late else None
    spoil(index)
    library = library or opened(root, index)
    assert library.snapshot.events == plain.snapshot.events
    for event in [*reversed(library.snapshot.state.live)][:3]:
        library.undo(event.id, NOON + timedelta(days=90))
    assert opened(root, index).snapshot.state == Library(root, "", "desk").open(NOON).state


def test_a_note_of_which_more_was_heard_is_looked_at_again(root: Path, index: Path) -> None:
    """A pulled review makes a note stale that the index knew to be in order, and its undo ours."""
    many(root, FEW)
    first = opened(root, index)
    first.rest()
    assert first.stale() == []
    review = first.snapshot.state.live[-1]
    at = NOON + timedelta(days=99)
    pulled = replace(review, id="pulled", at=at, day=at.date())
    Journal(root, "lap").append([pulled])
    assert opened(root, index).stale() == ["a.md"]
    taken = Undo(
        id="taken", at=at, day=at.date(), undone="pulled", note="a.md", before={}, after={}
    )
    Journal(root, "lap").append([taken])
    assert opened(root, index).stale() == []
