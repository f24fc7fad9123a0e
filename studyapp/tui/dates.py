"""Days as people say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from studyapp.tui.words import Words

MONTHS_FROM = 60
YEARS_FROM = 730


def distance(due: date, day: date, say: Words) -> str:
    """How far `due` is from `day`: today, tomorrow, 6 days, 3.5 months."""
    days = (due - day).days
    if days <= 0:
        return say("today")
    if days == 1:
        return say("tomorrow")
    return span(days, say)


def moment(due: date, day: date, say: Words) -> str:
    """When `due` is, seen from `day`: today, tomorrow, in 6 days."""
    words = distance(due, day, say)
    return say("after", span=words) if (due - day).days > 1 else words


def span(days: int, say: Words) -> str:
    """A number of days in the unit that a person would use."""
    if days < MONTHS_FROM:
        return say("in_days", n=days)
    if days < YEARS_FROM:
        return say("in_months", n=f"{days / 30.44:.1f}".removesuffix(".0"))
    return say("in_years", n=f"{days / 365.25:.1f}".removesuffix(".0"))
