"""Whatever happens to a library, the journal keeps every grade and the note every other byte."""

import re
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.library import recollection
from studyapp.library.library import Library
from studyapp.schedule import Grade, Review

DAY = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
NOTE = """---
created: "2026-01-02"
last_reviewed:
next_review: "2026-01-02"   # by hand
difficulty: easy
mastery_level: 0.0
review_count: 0
---
# Trees

**Q: What is a leaf?**
A: A node without children.

**Q: What is the root?**
A: The node without a parent.
"""
OURS = re.compile(r"(?m)^(last_reviewed|next_review|review_count|mastery_level):.*$")
HAPPENINGS = [
    "grade", "grade", "undo", "suspend", "open", "other opens", "swap", "revert", "hand", "tool",
    "keep mine", "take theirs", "edit", "later",
]  # fmt: skip


class Place:
    """A library in two processes' hands, and everything that its note ever was."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.file = root / "trees.md"
        self.file.write_text(NOTE, "utf-8")
        self.now = DAY
        self.versions = [NOTE]
        self.graded: list[str] = []
        self.libraries = [self.opened("desk"), self.opened("laptop")]

    def opened(self, device: str) -> Library:
        self.now += timedelta(seconds=1)
        library = Library(self.root, "", device)
        library.open(self.now)
        library.settle(self.now)
        return library

    def change(self, pattern: str, text: str) -> None:
        before = self.file.read_text("utf-8")
        self.file.write_text(re.sub(pattern, text, before, count=1), "utf-8")

    def happen(self, what: str, number: int) -> None:  # noqa: C901  a table of what can happen
        self.now += timedelta(seconds=1)
        library = self.libraries[0]
        cards = list(library.snapshot.cards)
        match what:
            case "grade":
                done = library.grade(cards[number % 2], Grade(number % 6), 0, self.now)
                self.graded.append(done.event.id)
            case "undo" if library.snapshot.state.live:
                live = library.snapshot.state.live
                library.undo(live[number % len(live)].id, self.now)
            case "suspend":
                library.mark(cards[number % 2], "suspend", self.now)
            case "open":
                self.libraries[0] = self.opened("desk")
            case "other opens":
                self.libraries[1] = self.opened("laptop")
            case "swap":
                self.libraries.reverse()
            case "revert":
                self.file.write_text(self.versions[number % len(self.versions)], "utf-8")
            case "hand":
                self.change(r"next_review: \S+", f'next_review: "2027-01-{number + 1:02}"')
            case "tool":
                self.change(r"mastery_level: \S+", f"mastery_level: 0.{number + 10}")
                self.change(r"review_count: \S+", f"review_count: {number + 20}")
            case "keep mine" | "take theirs":
                library.resolve("mine" if what == "keep mine" else "theirs", self.now)
            case "edit":
                self.change(r"(?s)\Z", f"\nmore {number}\n")
            case "later":
                self.now += timedelta(days=number)
        self.versions.append(self.file.read_text("utf-8"))


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(HAPPENINGS), st.integers(0, 11)), max_size=16))
def test_nothing_is_lost(happenings: list[tuple[str, int]]) -> None:
    """No act fails, no byte outside the four values changes, no grade is lost or doubled."""
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        for what, number in happenings:
            before = OURS.sub("", place.file.read_text("utf-8"))
            place.happen(what, number)
            if what not in {"edit", "revert"}:
                assert OURS.sub("", place.file.read_text("utf-8")) == before
        library = place.opened("desk")
        found = [event.id for event in library.snapshot.events if isinstance(event, Review)]
        assert sorted(found) == sorted(place.graded)
        assert library.snapshot.waiting == {}
        library.resolve("mine", place.now)
        settled = place.file.read_bytes()
        again = place.opened("laptop")
        assert again.foreign() == []
        assert place.file.read_bytes() == settled
        for event in list(again.snapshot.state.live):
            again.undo(event.id, place.now)
        assert place.opened("desk").foreign() == []


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(HAPPENINGS), st.integers(0, 11)), max_size=10))
def test_the_index_changes_nothing(happenings: list[tuple[str, int]]) -> None:
    """A library whose index keeps all that it can opens as one without: events, states, notes."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(recollection, "FEW", 0)
        root = Path(folder) / "notes"
        root.mkdir()
        place = Place(root)
        for what, number in happenings:
            place.happen(what, number)
            plain, quick = Library(root, "", "desk"), Library(root, "", "desk", root / ".index")
            one, other = plain.open(place.now), quick.open(place.now)
            quick.rest()
            assert (one.events, one.state) == (other.events, other.state)
            assert dict(one.standings) == dict(other.standings)
            assert (one.pending == ()) == (other.pending == ())
            assert (plain.stale(), plain.foreign()) == (quick.stale(), quick.foreign())
