"""The study day: a calendar day that ends when the person sleeps."""

from datetime import date, datetime, timedelta

ROLLOVER_HOUR = 4


def study_day(at: datetime, rollover_hour: int = ROLLOVER_HOUR) -> date:
    """Name the study day of a moment, by the wall clock of its own time zone.

    Raises:
        ValueError: The moment has no time zone, so its wall clock is anyone's guess.
    """
    if at.tzinfo is None:
        raise ValueError(f"{at.isoformat()} has no UTC offset")
    # Subtracting within one zone moves the wall clock, also across a change of summer time.
    return (at - timedelta(hours=rollover_hour)).date()
