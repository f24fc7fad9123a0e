"""One note's events found among all, and what they change."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studyapp.library.chronicle import Chronicle
from studyapp.schedule import (
    Adopt,
    Event,
    Grade,
    Rebind,
    Review,
    Settings,
    Sm2,
    Suspend,
    Undo,
    fold,
)

AT, DAY = datetime(2026, 11, 23, 20, 0, tzinfo=UTC), date(2026, 11, 23)
NOTES = {"a.md": ("a1", "a2"), "b.md": ("b1", "b2")}
VALUES = {"last_reviewed": None, "next_review": "2026-11-23", "review_count": "0"}
Act = tuple[str, str, int]


def build(number: int, kind: str, note: str, pick: int, before: list[Event]) -> Event:
    stamp = {"id": f"e{number}", "at": AT + timedelta(hours=number)}
    stamp["day"] = DAY + timedelta(days=number // 2)
    card = NOTES[note][pick % 2]
    if kind == "undo" and before:
        undone = before[pick % len(before)]
        note = concerned(undone, before)
        return Undo(**stamp, undone=undone.id, note=note, before={}, after={})
    if kind == "rebind":
        return Rebind(**stamp, old=NOTES[note][0], new=NOTES[note][1])
    if kind == "suspend":
        return Suspend(**stamp, card=card, on=pick % 4 < 2)
    if kind == "adopt":
        return Adopt(
            **stamp, note=note, values=VALUES, canonical=VALUES, cards=NOTES[note],
            difficulty="medium", block=True,
        )  # fmt: skip
    after = {"review_count": str(number)}
    grade = Grade(pick % 6)
    return Review(**stamp, card=card, note=note, grade=grade, seconds=1, before={}, after=after)


def concerned(event: Event, events: list[Event]) -> str:
    """The note that an event is about, through all its undos."""
    by_id = {one.id: one for one in events}
    while isinstance(event, Undo):
        event = by_id[event.undone]
    card = getattr(event, "card", getattr(event, "old", ""))
    return getattr(event, "note", "") or next(n for n, cards in NOTES.items() if card in cards)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["review", "review", "undo", "rebind", "suspend", "adopt"]),
            st.sampled_from(sorted(NOTES)),
            st.integers(0, 11),
        ),
        max_size=14,
    )
)
def test_it_agrees_with_the_whole_fold(acts: list[Act]) -> None:
    """Event by event, refolding one note's events equals folding all from the start."""
    events: list[Event] = []
    chronicle = Chronicle()
    state = fold((), Sm2(), Settings())
    for number, (kind, note, pick) in enumerate(acts):
        new = build(number, kind, note, pick, events)
        about = concerned(new, [*events, new])
        state = chronicle.refold(state, [new], Sm2(), note=about, cards=NOTES[about])
        chronicle.add([new])
        events.append(new)
        assert state == fold(events, Sm2(), Settings())
