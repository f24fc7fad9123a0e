"""What the journal tells of a person's pace."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from studyapp.library.answers import Given, Lived, answers, histories, latest, studied
from studyapp.library.candidates import candidates
from studyapp.library.changes import reset
from studyapp.library.library import Library
from studyapp.schedule import Grade, New, Reviewed

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
NOTE = "---\nreview_count: 0\n---\n# {0}\n\n**Q: What is {0}?**\nA: One of the letters.\n"


@pytest.fixture
def library(root: Path, opened: Callable[..., Library]) -> Library:
    for name in "ab":
        (root / name).mkdir()
        (root / name / "note.md").write_text(NOTE.format(name), "utf-8")
    return opened(MORNING)


def test_answers_are_told_by_kind(library: Library) -> None:
    """A card's first answer is new, a later one that day a repeat, one of another day a review."""
    first, second = library.snapshot.cards
    library.grade(first, Grade.AGAIN, 40.0, MORNING)
    library.grade(first, Grade.GOOD, 10.0, MORNING + timedelta(minutes=9))
    library.grade(second, Grade.GOOD, 30.0, MORNING + timedelta(minutes=10))
    library.grade(first, Grade.HARD, 20.0, MORNING + timedelta(days=1))
    assert answers(library.snapshot) == [
        Given("new", 40.0, enough=False),
        Given("repeat", 10.0, enough=True),
        Given("new", 30.0, enough=True),
        Given("review", 20.0, enough=False),
    ]


def test_a_day_counts_its_seconds(library: Library) -> None:
    """What was crammed took time too; what was undone and other days count nothing."""
    first, second = library.snapshot.cards
    library.grade(first, Grade.GOOD, 40.0, MORNING - timedelta(days=1))
    library.cram(first, Grade.GOOD, 25.0, MORNING)
    library.grade(second, Grade.GOOD, 5000.0, MORNING)
    taken_back = library.grade(first, Grade.GOOD, 70.0, MORNING)
    library.undo(taken_back.event.id, MORNING)
    assert studied(library.snapshot, MORNING.date(), longest=180) == 205


def test_what_cards_have_lived_through_is_told(library: Library) -> None:
    """Each card's answers with their moments; of one made new again, those since; or of some."""
    first, second = library.snapshot.cards
    day, later = MORNING.date(), MORNING + timedelta(days=3)
    for card in (first, second):
        library.grade(card, Grade.GOOD, 9.0, MORNING)
    library.change([first], reset(), later)
    assert [one.card for one in histories(library.snapshot)] == [second]
    library.grade(first, Grade.HARD, 9.0, later)
    told = {one.card: one for one in histories(library.snapshot)}
    assert told[first] == Lived(first, ((later.date(), Grade.HARD),), New(), (later.timestamp(),))
    assert told[second].answers == ((day, Grade.GOOD),)
    assert [one.card for one in histories(library.snapshot, ["gone", second])] == [second]
    assert latest(library.snapshot) == [first, second]


def test_decks_carry_their_weight(library: Library) -> None:
    """A weight set for a folder is that of the cards below it."""
    weights = {"a": 3}
    found = candidates(library.snapshot, MORNING.date(), lambda deck: weights.get(deck, 1))
    assert [card.weight for card in found] == [3, 1]


def test_fsrs_schedules_when_the_library_says_so(root: Path, library: Library) -> None:
    """The same journal folds to other days under the other scheduler, and back again."""
    first, _ = library.snapshot.cards
    library.grade(first, Grade.EASY, 9.0, MORNING)
    settings = root / ".studyapp" / "settings.toml"

    def due_in() -> int:
        schedule = library.open(MORNING).schedule(library.snapshot.cards[first])
        assert isinstance(schedule, Reviewed)
        return schedule.interval

    assert due_in() == 1
    settings.write_text('scheduler = "fsrs"\n', "utf-8")
    assert due_in() == 8
    settings.write_text('scheduler = "fsrs"\nretention = 0.95\n', "utf-8")
    assert 1 < due_in() < 8
    settings.unlink()
    assert due_in() == 1
