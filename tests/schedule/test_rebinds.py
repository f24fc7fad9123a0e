"""What a rebind means for the note that its card was adopted with."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from studyapp.schedule import Adopt, Event, Grade, Rebind, Review, Settings, Sm2, fold, refold

FRESH = {"last_reviewed": None, "next_review": "2026-11-23", "review_count": "0"}
MINUTES = count()


def stamp() -> dict[str, object]:
    minute = next(MINUTES)
    at = datetime(2026, 11, 23, 8, tzinfo=UTC) + timedelta(minutes=minute)
    return {"id": str(minute), "at": at, "day": date(2026, 11, 23)}


def adopt(note: str, *cards: str) -> Event:
    own = {"note": note, "values": FRESH, "canonical": FRESH, "difficulty": "medium"}
    return Adopt(**stamp(), cards=cards, block=True, **own)


def review(card: str, note: str) -> Event:
    own = {"seconds": 5.0, "before": {}, "after": {}}
    return Review(**stamp(), card=card, note=note, grade=Grade.GOOD, **own)


def test_a_renamed_note_is_found_by_its_reworded_cards() -> None:
    """An adoption speaks of its cards by the ids that they have now."""
    events = [adopt("a.md", "c", "d"), review("c", "a.md"), Rebind(**stamp(), old="c", new="e")]
    state = fold(events, Sm2(), Settings())
    found = state.adoption("renamed.md", ["e"])
    assert found is not None
    assert (found.note, found.cards) == ("a.md", ("e", "d"))


def test_a_note_that_is_still_there_was_not_renamed() -> None:
    """A card that moved to another note does not bring its old note's adoption along."""
    state = fold([adopt("a.md", "c")], Sm2(), Settings())
    assert state.adoption("b.md", ["c"]) is not None
    assert state.adoption("b.md", ["c"], present={"a.md", "b.md"}) is None


def test_refolding_a_move_equals_folding_all() -> None:
    """A card rebound across notes, refolded with its new note, leaves what the whole fold says."""
    events = [
        adopt("a.md", "c", "d"),
        review("c", "a.md"),
        adopt("b.md", "f"),
        Rebind(**stamp(), old="c", new="e"),
        review("e", "b.md"),
    ]
    before = fold(events[:-2], Sm2(), Settings())
    after = refold(before, events, Sm2(), note="b.md", cards=["e", "f"])
    assert after == fold(events, Sm2(), Settings())
