"""One note's part of the fold, done again."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import (
    Adopt,
    CardSeen,
    Event,
    Grade,
    Rebind,
    Reschedule,
    Review,
    Settings,
    Sm2,
    Suspend,
    Undo,
    fold,
    refold,
)

NOTES = {"a.md": ("a1", "a2"), "b.md": ("b1",)}
VALUES = {"last_reviewed": None, "next_review": "2026-11-23", "review_count": "0"}

note = st.sampled_from(sorted(NOTES))


def _note_of(event: Event, events: list[Event]) -> str:
    """The note that an event is about; of an undo, what it undoes in the end is about."""
    by_id = {one.id: one for one in events}
    while isinstance(event, Undo) and event.undone in by_id:
        event = by_id[event.undone]
    card = getattr(event, "card", getattr(event, "old", ""))
    return getattr(event, "note", "") or next(n for n, cards in NOTES.items() if card in cards)


@st.composite
def act(draw: st.DrawFn, before: list[Event]) -> Event:
    number, path = len(before), draw(note)
    card = draw(st.sampled_from(NOTES[path]))
    day = date(2026, 11, 23) + timedelta(days=draw(st.integers(0, 9)))
    stamp = {
        "id": str(number),
        "at": datetime(2026, 11, 23, tzinfo=UTC) + timedelta(minutes=number),
        "day": day,
    }
    texts = {"before": {}, "after": {"review_count": str(number)}}
    about = [event for event in before if _note_of(event, before) == path]
    undone = draw(st.sampled_from(about)).id if about else "unknown"
    seen = {"note": path, "title": "t", "question": "q", "digest": "0", "difficulty": "hard"}
    values = {"values": VALUES, "canonical": VALUES}
    return draw(
        st.sampled_from(
            [
                Review(**stamp, card=card, note=path, grade=Grade.GOOD, seconds=1, **texts),
                Review(**stamp, card=card, note=path, grade=Grade.AGAIN, seconds=1, **texts),
                Undo(**stamp, undone=undone, note=path, **texts),
                Suspend(**stamp, card=card, on=True),
                CardSeen(**stamp, card=card, **seen),
                Reschedule(**stamp, note=path, due=day, cards=NOTES[path]),
                Rebind(**stamp, old=NOTES[path][0], new=NOTES[path][-1]),
                Adopt(
                    **stamp,
                    note=path,
                    cards=NOTES[path],
                    difficulty="easy",
                    block=True,
                    **values,
                ),
            ]
        )
    )


@st.composite
def journal(draw: st.DrawFn) -> list[Event]:
    events: list[Event] = []
    for _ in range(draw(st.integers(1, 14))):
        events.append(draw(act(events)))
    return events


@given(journal())
def test_refolding_one_note_equals_folding_all(events: list[Event]) -> None:
    """After any journal, the last event refolded into the state before it gives the whole fold."""
    before = fold(events[:-1], Sm2(), Settings())
    path = _note_of(events[-1], events)
    again = refold(before, events, Sm2(), note=path, cards=NOTES[path])
    assert again == fold(events, Sm2(), Settings())
