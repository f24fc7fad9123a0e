"""The fold carried on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import (
    Adopt,
    Bury,
    CardSeen,
    Claim,
    Cram,
    Event,
    Flag,
    Grade,
    Known,
    Rebind,
    Reschedule,
    Reset,
    Review,
    Settings,
    Sm2,
    State,
    Suspend,
    Undo,
    Wrote,
    fold,
)
from studyapp.schedule.advance import advance, amended, retold

NOTES = {"a.md": ("a1", "a2"), "b.md": ("b1",)}
CARDS = ["a1", "a2", "b1", "c1"]
VALUES = {"last_reviewed": "2026-11-20", "next_review": "2026-11-23", "review_count": "3"}


@st.composite
def event(draw: st.DrawFn, number: int) -> Event:
    path = draw(st.sampled_from(sorted(NOTES)))
    card = draw(st.sampled_from(NOTES[path]))
    day = date(2026, 11, 23) + timedelta(days=draw(st.integers(0, 3)))
    at = datetime(2026, 11, 23, tzinfo=UTC) + timedelta(minutes=number)
    stamp = {"id": str(number), "at": at, "day": day}
    texts = {"before": {}, "after": {"review_count": str(number)}}
    seen = {"note": path, "title": "t", "question": "q", "digest": "0", "difficulty": "hard"}
    adopt = {"cards": NOTES[path], "difficulty": "easy", "block": True}
    canonical = {**VALUES, "review_count": draw(st.sampled_from(["3", "4"]))}
    grade = draw(st.sampled_from(list(Grade)))
    on = draw(st.booleans())
    undone = str(draw(st.integers(0, number)))
    kinds = [
        *[Review(**stamp, card=card, note=path, grade=grade, seconds=1, **texts)] * 4,
        Cram(**stamp, card=card, grade=grade, seconds=1),
        Suspend(**stamp, card=card, on=on),
        Flag(**stamp, card=card, on=on),
        Bury(**stamp, card=card, until=day),
        Known(**stamp, card=card, due=day),
        Reset(**stamp, card=card),
        Claim(**stamp, note=path, text="x"),
        Wrote(**stamp, note=path, after={"review_count": "7"}),
        CardSeen(**stamp, card=card, **seen),
        Reschedule(**stamp, note=path, due=day, cards=NOTES[path]),
        Adopt(**stamp, note=path, values=VALUES, canonical=canonical, **adopt),
        Undo(**stamp, undone=undone, note=path, **texts),
        *[Rebind(**stamp, old=card, new=draw(st.sampled_from(CARDS)))] * 2,
    ]
    return draw(st.sampled_from(kinds))


@st.composite
def journals(draw: st.DrawFn) -> tuple[list[Event], list[Event]]:
    events = [draw(event(number)) for number in range(draw(st.integers(0, 12)))]
    cut = draw(st.integers(0, len(events)))
    return events[:cut], events[cut:]


@given(journals())
def test_advancing_equals_folding_all(journal: tuple[list[Event], list[Event]]) -> None:
    """Where it answers at all, advancing by some events gives what the fold of all gives."""
    before, new = journal
    found = advance(_folded(before), new, Sm2())
    if found is not None:
        assert found == _folded([*before, *new])


@given(journals())
def test_values_filled_in_late_are_folded_as_if_known(
    journal: tuple[list[Event], list[Event]],
) -> None:
    """A last review or undo may get its values after the fold of all."""
    events = [*chain(*journal)]
    while events and not isinstance(events[-1], Review | Undo):
        events.pop()
    if events:
        *before, act = events
        state = _folded([*before, replace(act, after={})])
        assert amended(state, act) == _folded(events)


@given(journals())
def test_a_last_review_told_otherwise_is_folded_as_if_it_always_had_been(
    journal: tuple[list[Event], list[Event]],
) -> None:
    """The moment and the seconds of a last review may be known after the fold of all."""
    events = [*chain(*journal)]
    while events and not isinstance(events[-1], Review):
        events.pop()
    if events:
        *before, act = events
        assert isinstance(act, Review)
        later = replace(act, at=act.at + timedelta(seconds=9), seconds=act.seconds + 9)
        assert retold(_folded(events), later) == _folded([*before, later])


def test_what_looks_back_is_left_to_the_fold() -> None:
    """An undo, a second adoption and a rebind onto a known card need the earlier events."""
    stamp = {"id": "x", "at": datetime(2026, 11, 23, tzinfo=UTC), "day": date(2026, 11, 23)}
    adopt = Adopt(
        **stamp, note="a.md", values={}, canonical={}, cards=(), difficulty="easy", block=True
    )
    undo = Undo(**stamp, undone="y", note="a.md", before={}, after={})
    assert advance(_folded([]), [undo], Sm2()) is None
    seen = {"note": "", "title": "", "question": "", "digest": "", "difficulty": "easy"}
    cards = [CardSeen(**stamp, card=card, **seen) for card in "ab"]
    rebind = Rebind(**stamp, old="a", new="b")
    assert advance(_folded(cards), [rebind], Sm2()) is None
    assert advance(_folded(cards[:1]), [rebind], Sm2()) == _folded([cards[0], rebind])
    assert advance(_folded([]), [adopt], Sm2()) == _folded([adopt])
    assert advance(_folded([adopt]), [adopt], Sm2()) is None


def _folded(events: Iterable[Event]) -> State:
    return fold(list(events), Sm2(), Settings())
