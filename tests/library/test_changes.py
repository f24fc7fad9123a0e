"""Acts on many cards at once, and what takes them back."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.library import changes
from studyapp.library.changes import Change
from studyapp.library.library import Library
from studyapp.schedule import Grade, New, Reviewed

NOW = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)
CHRISTMAS = date(2026, 12, 24)
FRESH = """---
created: '2026-01-02'
last_reviewed: null
next_review: '2026-01-02'
review_count: 0
difficulty: medium
mastery_level: 0.0
---
# Queues

**Q: Which end of a queue is served?**
A: The end that has waited longest.

**Q: What is a deque?**
A: A queue with two open ends.
"""
STUDIED = (
    FRESH.replace("Queues", "Stacks").replace("null", "'2026-11-01'").replace(": 0\n", ": 3\n")
)
KINDS: dict[str, Change] = {
    "suspend": changes.suspend(on=True),
    "resume": changes.suspend(on=False),
    "flag": changes.flag(on=True),
    "bury": changes.bury(on=True),
    "unbury": changes.bury(on=False),
    "move": changes.move(CHRISTMAS),
    "reset": changes.reset(),
    "count": lambda card, own, at: changes.count({card.id: (Grade.HARD, 9.0)})(card, own, at),
}


def filled(root: Path) -> Library:
    """A library of a note that was never studied and one that was, opened for writing."""
    (root / "fresh.md").write_text(FRESH, "utf-8")
    (root / "studied.md").write_text(STUDIED, "utf-8")
    library = Library(root, "", "desk")
    library.open(NOW)
    library.settle(NOW)
    return library


def contents(root: Path) -> list[bytes]:
    return [file.read_bytes() for file in sorted(root.glob("*.md"))]


def test_one_act_on_many_cards_is_undone_as_one(root: Path) -> None:
    """All are suspended in one piece of the journal, and one undo takes all up again."""
    library = filled(root)
    cards = [*library.snapshot.cards]
    library.grade(cards[0], Grade.GOOD, 5.0, NOW)
    library.change([cards[1], "gone"], KINDS["suspend"], NOW)
    before = contents(root)
    done = library.change(cards, KINDS["suspend"], NOW)
    assert len(done.events) == 3  # one was suspended already
    assert all(library.snapshot.card_state(library.snapshot.cards[one]).suspended for one in cards)
    assert contents(root) != before
    assert library.undo_last(NOW).events == done.events
    assert contents(root) == before
    states = library.snapshot.state.cards
    assert [one for one in cards if one in states and states[one].suspended] == [cards[1]]
    assert [one.event for one in library.undo_last(NOW).events] == ["suspend"]
    assert [one.event for one in library.undo_last(NOW).events] == ["review"]
    assert library.undo_last(NOW).events == ()
    assert contents(root) == [FRESH.encode(), STUDIED.encode()]


def test_reviewed_cards_are_moved_and_new_ones_have_no_day(
    root: Path, opened: Callable[..., Library]
) -> None:
    """The note says the new day, the next open finds it in order, and undo restores the bytes."""
    library = filled(root)
    done = library.change([*library.snapshot.cards], KINDS["move"], NOW)
    assert len(done.events) == 2
    assert contents(root)[1] == STUDIED.replace("'2026-01-02'\nrev", "'2026-12-24'\nrev").encode()
    again = opened()
    dues = [again.snapshot.schedule(card) for card in again.snapshot.cards.briefs.values()]
    assert [one.due for one in dues if isinstance(one, Reviewed)] == [CHRISTMAS, CHRISTMAS]
    assert not again.snapshot.pending
    assert len(again.undo_last(NOW).events) == 2
    assert contents(root) == [FRESH.encode(), STUDIED.encode()]


def test_a_reset_card_is_new_again(root: Path) -> None:
    """Its schedule is a new card's; undone, it is what it was."""
    library = filled(root)
    before = {one.id: library.snapshot.schedule(one) for one in _cards(library)}
    done = library.change(before, KINDS["reset"], NOW)
    assert len(done.events) == 2
    assert all(isinstance(library.snapshot.schedule(one), New) for one in _cards(library))
    library.undo_last(NOW)
    assert {one.id: library.snapshot.schedule(one) for one in _cards(library)} == before


def test_grades_count_as_reviews_of_what_was_not_reviewed_that_day(
    root: Path, opened: Callable[..., Library]
) -> None:
    """Each card not yet reviewed that day gets its own, all in one act; the notes follow."""
    library = filled(root)
    first, *rest = library.snapshot.cards
    library.grade(first, Grade.AGAIN, 5.0, NOW)
    before = contents(root)
    graded = dict.fromkeys([first, *rest[:2]], (Grade.GOOD, 40.0))
    done = library.change([first, *rest], changes.count(graded), NOW)
    assert [(one.event, getattr(one, "card", "")) for one in done.events] == [
        ("review", rest[0]),
        ("review", rest[1]),
    ]
    assert b"review_count: 4" in contents(root)[1]
    again = opened()
    assert (again.stale(), again.foreign(), again.snapshot.pending) == ([], [], ())
    library.undo_last(NOW)
    assert contents(root) == before


def _cards(library: Library) -> list[changes.Card]:
    return [*library.snapshot.cards.values()]


ACTS = st.lists(
    st.tuples(st.sampled_from([*KINDS]), st.sets(st.integers(0, 3), min_size=1)), max_size=6
)


@settings(max_examples=20, deadline=None)
@given(ACTS)
def test_whatever_was_done_the_journal_alone_tells_it(acts: list[tuple[str, set[int]]]) -> None:
    """A fresh look at the journal agrees with the running app, and undoing all restores all."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        library = filled(root)
        cards = [*library.snapshot.cards]
        for kind, places in acts:
            library.change([cards[place] for place in places], KINDS[kind], NOW)
            other = Library(root, "", "desk")
            other.open(NOW)
            assert dict(other.snapshot.state.cards) == dict(library.snapshot.state.cards)
            assert (other.snapshot.pending, other.stale(), other.foreign()) == ((), [], [])
        while library.undo_last(NOW).events:
            pass
        assert contents(root) == [FRESH.encode(), STUDIED.encode()]
