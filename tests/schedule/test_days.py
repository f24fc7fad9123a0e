"""The study day around its rollover."""

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from studyapp.schedule import study_day

SHANGHAI = timezone(timedelta(hours=8))


@pytest.mark.parametrize(
    ("clock", "day"),
    [("2026-11-24 03:59:59", 23), ("2026-11-24 04:00:00", 24), ("2026-11-24 00:00:00", 23)],
)
def test_day_ends_at_four(clock: str, day: int) -> None:
    """A review in the small hours belongs to the evening before."""
    at = datetime.fromisoformat(clock).replace(tzinfo=SHANGHAI)
    assert study_day(at) == date(2026, 11, day)


def test_rollover_is_a_setting() -> None:
    """With the rollover at midnight the study day is the calendar day."""
    at = datetime(2026, 11, 24, 0, 30, tzinfo=SHANGHAI)
    assert study_day(at, rollover_hour=0) == date(2026, 11, 24)


def test_wall_clock_decides_when_summer_time_begins() -> None:
    """In the night of 23 hours, 04:00 on the wall still starts the new day."""
    berlin = ZoneInfo("Europe/Berlin")
    assert study_day(datetime(2026, 3, 29, 4, 0, tzinfo=berlin)) == date(2026, 3, 29)
    assert study_day(datetime(2026, 3, 29, 3, 59, tzinfo=berlin)) == date(2026, 3, 28)


def test_moment_without_offset_is_refused() -> None:
    """A clock without a time zone can't tell the local day."""
    with pytest.raises(ValueError, match="no UTC offset"):
        study_day(datetime(2026, 11, 24, 12, 0))  # noqa: DTZ001  the point of the test
