"""A card's schedule after each of its events."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import (
    Adopt,
    Cram,
    Event,
    Grade,
    New,
    Rebind,
    Reset,
    Review,
    Reviewed,
    Settings,
    Sm2,
    Undo,
    fold,
)
from studyapp.schedule.course import Turn, courses

DAY = date(2026, 3, 2)
CARDS = ("first", "second")


def stamp(number: int, days: int = 0) -> dict[str, object]:
    at = datetime(2026, 3, 2, tzinfo=UTC) + timedelta(minutes=number)
    return {"id": str(number), "at": at, "day": DAY + timedelta(days=days)}


def review(number: int, days: int, grade: Grade = Grade.GOOD, card: str = "first") -> Review:
    texts = {"before": {}, "after": {}}
    return Review(**stamp(number, days), card=card, note="n.md", grade=grade, seconds=9, **texts)  # type: ignore[arg-type]


@st.composite
def events(draw: st.DrawFn) -> list[Event]:
    """Reviews, undos, resets and rebinds of two cards in any mix."""
    found: list[Event] = []
    for number in range(draw(st.integers(0, 12))):
        days, card = draw(st.integers(0, 9)), draw(st.sampled_from(CARDS))
        grade, target = draw(st.sampled_from(Grade)), str(draw(st.integers(0, number)))
        texts = {"undone": target, "note": "n.md", "before": {}, "after": {}}
        found.append(
            draw(
                st.sampled_from(
                    [
                        review(number, days, grade, card),
                        Undo(**stamp(number, days), **texts),  # type: ignore[arg-type]
                        Reset(**stamp(number, days), card=card),  # type: ignore[arg-type]
                        Rebind(**stamp(number, days), old=CARDS[0], new=CARDS[1]),  # type: ignore[arg-type]
                    ]
                )
            )
        )
    return found


@given(events())
def test_a_course_ends_where_the_fold_does(journal: list[Event]) -> None:
    """Whatever was reviewed, undone, reset or renamed, the last turn leads to the card's state."""
    state, found = fold(journal, Sm2(), Settings()), courses(journal, Sm2())
    assert found.keys() == state.cards.keys()
    for card, turns in found.items():
        assert (turns[-1].after if turns else New()) == state.cards[card].schedule
        assert sum(turn.grade is not None for turn in turns) == len(state.cards[card].reviews)


def test_each_turn_tells_what_stood_before_and_after() -> None:
    """The second review of a day says so; what was undone and what was crammed is no turn."""
    texts = {"undone": "3", "note": "n.md", "before": {}, "after": {}}
    journal: list[Event] = [
        review(0, 0),
        review(1, 1, Grade.AGAIN),
        review(2, 1),
        review(3, 2),
        Undo(**stamp(4, 2), **texts),  # type: ignore[arg-type]
        Cram(**stamp(5, 3), card="first", grade=Grade.GOOD, seconds=9),  # type: ignore[arg-type]
    ]
    first, failed, again = courses(journal, Sm2())["first"]
    assert first.before == New()
    assert first.after == failed.before
    assert isinstance(failed.after, Reviewed)
    assert failed.after.lapses == 1
    assert again == Turn(
        DAY + timedelta(days=1), failed.after, failed.after, Grade.GOOD, again=True
    )


def test_a_history_from_the_notes_own_values_is_a_turn_without_a_grade() -> None:
    """A note that comes with review dates puts its cards where those say."""
    values = {
        "last_reviewed": "2026-02-20",
        "next_review": "2026-02-26",
        "review_count": "2",
        "mastery_level": "0.5",
    }
    own = {"values": values, "canonical": values, "cards": ("first",)}
    adopt = Adopt(**stamp(0), note="n.md", difficulty="medium", block=True, **own)  # type: ignore[arg-type]
    adopted, asked = courses([adopt, review(1, 0)], Sm2())["first"]
    assert adopted.grade is None
    assert isinstance(adopted.after, Reviewed)
    assert (adopted.after.interval, adopted.after.repetitions) == (6, 2)
    assert asked.before == adopted.after
