"""What a first pass over unseen cards leaves behind."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from studyapp.library.answers import answers
from studyapp.library.candidates import candidates
from studyapp.library.library import Library
from studyapp.schedule import Grade, New
from studyapp.study.candidate import is_unseen
from studyapp.study.query import read
from studyapp.tui.browsing import row
from studyapp.tui.hits import described, found
from studyapp.tui.overview import overview
from studyapp.tui.statistics import statistics_of
from studyapp.tui.words import Words

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NOTE = "---\nreview_count: 0\nmastery_level: 0.0\n---\n# A\n\n**Q: What is A?**\nA: A letter.\n"


def test_the_first_pass_changes_no_note(root: Path, opened: Callable[..., Library]) -> None:
    """It is journalled, found again at the next open, counts as no review, and can be undone."""
    file = root / "a.md"
    file.write_text(NOTE, "utf-8")
    library = opened(MORNING)
    (card,) = library.snapshot.cards
    done = library.know(card, 3, date(2026, 12, 5), MORNING)
    again = opened(MORNING, settle=False)
    (one,) = candidates(again.snapshot, MORNING.date())
    assert (one.knows, one.known_due) == (3, date(2026, 12, 5))
    assert isinstance(one.schedule, New)
    assert answers(again.snapshot) == []
    assert file.read_text("utf-8") == NOTE
    again.undo(done.event.id, MORNING)
    (one,) = candidates(again.snapshot, MORNING.date())
    assert (one.knows, one.known_due) == (0, None)
    assert file.read_text("utf-8") == NOTE


def test_what_is_known_is_unseen_nowhere(root: Path, opened: Callable[..., Library]) -> None:
    """Home, plan, statistics, the day and a search count it as waiting, from its check on as due.

    As a schedule it stays new: it has had no review.
    """
    for name in "ab":
        (root / f"{name}.md").write_text(NOTE.replace("# A", f"# {name}"), "utf-8")
    library = opened(MORNING)
    card = next(iter(library.snapshot.cards))
    checked = date(2026, 12, 5)
    library.know(card, 3, checked, MORNING)
    for day, due, places in ((MORNING.date(), 0, "12"), (checked, 1, "0")):
        view = overview(library.snapshot, day, library.settings)
        today, plan = view.today, view.today.plan()
        told = described(library.snapshot, today)
        known, kinds = view.all.known, [item.kind for item in today.agenda.items]
        assert (view.all.due, view.all.unseen, known.known, known.met) == (due, 1, 1, 0)
        assert (plan.overdue, plan.unseen) == (due, 1)
        assert kinds == ["review"] * due + ["new"]
        assert [one.id for one in found(read(f"due={places}"), told)] == [card]
        assert [one.id for one in found(read("is:due"), told)] == [card] * due
        assert [one.id for one in found(read("is:known"), told)] == [card]
        assert card not in [one.id for one in found(read("is:new"), told)]
        cells = row(card, library.snapshot, told[card], day, Words("en")).cells
        assert cells["due"] == "2026-12-05"
    statistics = statistics_of(library.snapshot, MORNING.date(), library.settings)
    assert (statistics.all.new, statistics.all.known) == (1, 1)
    assert {one.day for one in statistics.coming if one.due} == {checked}


def test_the_first_real_grade_writes_the_note(root: Path, opened: Callable[..., Library]) -> None:
    """A card that was called known is graded as any new card, and only then its note changes."""
    file = root / "a.md"
    file.write_text(NOTE, "utf-8")
    library = opened(MORNING)
    (card,) = library.snapshot.cards
    library.know(card, 1, MORNING.date(), MORNING)
    library.grade(card, Grade.GOOD, 5.0, MORNING)
    assert "review_count: 1" in file.read_text("utf-8")
    (one,) = candidates(library.snapshot, MORNING.date())
    assert (one.knows, one.introduced) == (1, MORNING.date())
    assert not is_unseen(one)
