"""Several devices' journals in one order."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from studyapp.schedule import Event, Flag
from studyapp.schedule.order import merge

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def flag(name: str, minute: int) -> Flag:
    at = NOON + timedelta(minutes=minute)
    return Flag(id=name, at=at, day=date(2026, 11, 23), card="c", on=True)


def ids(events: list[Event]) -> list[str]:
    return [event.id for event in events]


@st.composite
def journals(draw: st.DrawFn) -> dict[str, list[Event]]:
    minutes = draw(st.dictionaries(st.sampled_from("abc"), st.lists(st.integers(0, 9), max_size=6)))
    return {
        device: [flag(f"{device}{place}", minute) for place, minute in enumerate(clock)]
        for device, clock in minutes.items()
    }


def test_devices_interleave_by_time() -> None:
    """Events of two devices stand in the order in which they happened."""
    merged = merge({"desk": [flag("a", 1), flag("c", 5)], "lap": [flag("b", 3), flag("d", 9)]})
    assert ids(merged) == ["a", "b", "c", "d"]


def test_a_clock_set_back_does_not_reorder_its_device() -> None:
    """An event after a jump back in time takes the time that its device had reached."""
    merged = merge({"desk": [flag("a", 8), flag("b", 1)], "lap": [flag("c", 4), flag("d", 9)]})
    assert ids(merged) == ["c", "a", "b", "d"]


@given(journals())
def test_the_order_of_the_files_does_not_matter(by_device: dict[str, list[Event]]) -> None:
    """However a folder lists the journals, their merge is the same."""
    assert merge(dict(reversed(by_device.items()))) == merge(by_device)


@given(journals())
def test_lines_that_git_doubled_count_once(by_device: dict[str, list[Event]]) -> None:
    """A merge that repeats a file's lines, or a whole file, changes nothing."""
    doubled = {device: [*events, *events] for device, events in by_device.items()}
    assert merge(doubled) == merge(by_device)
    copies = {f"{device}-copy": events for device, events in by_device.items()}
    assert sorted(ids(merge(by_device | copies))) == sorted(ids(merge(by_device)))


@given(journals())
def test_each_device_keeps_its_own_order(by_device: dict[str, list[Event]]) -> None:
    """Within the merge, a device's events stand as they stand in its file."""
    merged = merge(by_device)
    for device, events in by_device.items():
        assert [event for event in merged if event.id.startswith(device)] == events
