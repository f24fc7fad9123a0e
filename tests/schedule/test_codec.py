"""Events survive the journal, and what is no event says why."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import (
    Adopt,
    Bury,
    CardSeen,
    Claim,
    Cram,
    Event,
    EventError,
    Flag,
    Grade,
    Known,
    Rebind,
    Reschedule,
    Reset,
    Review,
    Suspend,
    Undo,
    decode,
    encode,
)

KINDS = [
    Adopt, Bury, CardSeen, Claim, Cram, Flag, Known, Rebind, Reschedule, Reset, Review, Suspend,
    Undo,
]  # fmt: skip

RECORD: dict[str, Any] = {
    "v": 1,
    "id": "01",
    "at": "2026-11-23T21:30:00+08:00",
    "day": "2026-11-23",
    "event": "review",
    "card": "k7",
    "note": "张量/步长.md",
    "grade": 4,
    "seconds": 7.5,
    "before": {"review_count": "0", "mastery_level": None},
    "after": {"review_count": "1", "mastery_level": "0.35"},
}

texts = st.dictionaries(st.text(max_size=4), st.none() | st.text(max_size=4), max_size=3)
moments = st.datetimes(timezones=st.just(UTC) | st.just(timezone(timedelta(hours=-9, minutes=-30))))
# Hypothesis reads the types of the fields, but may not invent naive moments or open mappings.
shared = {"v": st.just(1), "at": moments}
maps = {"before": texts, "after": texts, "values": texts, "canonical": texts}
floats = {"seconds": st.floats(0, 1e6)}


def events() -> st.SearchStrategy[Event]:
    kinds = []
    for kind in KINDS:
        names = kind.__dataclass_fields__
        own = {name: made for name, made in (shared | maps | floats).items() if name in names}
        kinds.append(st.builds(kind, **own))
    return st.one_of(kinds)


@given(events())
def test_every_event_survives_json(event: Event) -> None:
    """An event of any kind, written as JSON and read back, is the same event."""
    assert decode(json.loads(json.dumps(encode(event)))) == event


def test_record_reads_as_the_design_spells_it() -> None:
    """A review's line in the journal has the names of the design, and its own offset is kept."""
    event = decode(RECORD)
    assert isinstance(event, Review)
    assert (event.grade, event.day) == (Grade.GOOD, date(2026, 11, 23))
    assert event.at == datetime(2026, 11, 23, 13, 30, tzinfo=UTC)
    assert encode(event) == RECORD
    assert list(encode(event))[:5] == ["v", "id", "at", "day", "event"]


def test_unknown_fields_are_ignored() -> None:
    """A field that a later version added does not stop this one."""
    assert decode(RECORD | {"mood": "bright"}) == decode(RECORD)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("event", "seance"),
        ("event", None),
        ("v", 2),
        ("v", True),
        ("id", 7),
        ("at", "2026-11-23T21:30:00"),
        ("at", "yesterday"),
        ("day", "2026-02-30"),
        ("grade", 6),
        ("grade", "good"),
        ("seconds", "7"),
        ("before", ["review_count"]),
        ("after", {"review_count": 1}),
    ],
)
def test_unreadable_field_is_named(field: str, value: object) -> None:
    """What can't be read raises an error that carries the field's name."""
    with pytest.raises(EventError) as caught:
        decode(RECORD | {field: value})
    assert caught.value.field == field


@pytest.mark.parametrize("field", ["id", "at", "day", "event", "card", "after"])
def test_missing_field_is_named(field: str) -> None:
    """A line torn in its middle is told by the first field that it lacks."""
    with pytest.raises(EventError) as caught:
        decode({name: value for name, value in RECORD.items() if name != field})
    assert caught.value.field == field
