"""Single values of front matter: read tolerantly, written in one canonical text."""

from __future__ import annotations

import re
from datetime import date, datetime
from math import isfinite
from typing import Any

DIFFICULTIES = ("easy", "medium", "hard")

_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?")
_NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")
_USUAL = re.compile(r"null|(['\"]?)(?:\d{4}-\d{2}-\d{2}|(?:0|[1-9]\d*)(?:\.\d+)?)\1")
_PLACEHOLDER = re.compile(r"\{\{.*\}\}")


def read_date(value: Any) -> date | None:
    """A day, from a YAML date or a string such as `2026-11-24`; None for nothing.

    Raises:
        ValueError: if `value` is something else.
    """
    match value:
        case None | "":
            return None
        case datetime():
            return value.date()
        case date():
            return value
        case str() if found := _DATE.fullmatch(value.strip()):
            return date(int(found[1]), int(found[2]), int(found[3]))
        case _:
            raise ValueError("it is no date such as 2026-11-24")


def read_count(value: Any) -> int:
    """A count of days with reviews; 0 for nothing.

    Raises:
        ValueError: if `value` is no whole number from 0 on.
    """
    number = _read_number(value)
    if number < 0 or number != int(number):
        raise ValueError("it is no count such as 3")
    return int(number)


def read_share(value: Any) -> float:
    """A share of 1, as mastery is; 0 for nothing.

    Raises:
        ValueError: if `value` is no number from 0 to 1.
    """
    number = float(_read_number(value))
    if not 0 <= number <= 1:
        raise ValueError("it is no number between 0 and 1")
    return number


def read_difficulty(value: Any) -> str:
    """The author's label, whatever its case; "medium" for nothing.

    Raises:
        ValueError: if `value` is no such label.
    """
    label = str(value or "medium").strip().lower()
    if label not in DIFFICULTIES:
        raise ValueError("it is none of easy, medium, hard")
    return label


def read_words(value: Any) -> tuple[str, ...]:
    """A list of words, also from one string with commas; empty for nothing.

    Raises:
        ValueError: if `value` is a mapping.
    """
    match value:
        case None:
            return ()
        case str():
            return tuple(word.strip() for word in value.split(",") if word.strip())
        case list():
            return tuple(str(word) for word in value if word is not None)
        case int() | float() | date():
            return (str(value),)
        case _:
            raise ValueError("it is no list of words")


def canonical(value: date | float | None) -> str | None:
    """The text of a written value: ISO date, integer, shortest decimal with a point, or None."""
    match value:
        case None:
            return None
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case int():
            return str(int(value))
        case _:
            text = repr(value)
            if "." in text and "e" not in text:
                return text
            from decimal import Decimal  # noqa: PLC0415  few values are no plain number

            text = format(Decimal(text), "f")  # never 1e-05, which YAML 1.1 reads as text
            return text if "." in text else f"{text}.0"


def is_usual(raw: str) -> bool:
    """Whether a value is spelled so that it needs no YAML to be read, nor to find its end."""
    return _USUAL.fullmatch(raw) is not None


def is_placeholder(raw: str) -> bool:
    """Whether a template's mark such as `{{DATE}}` stands where a value will."""
    return _PLACEHOLDER.fullmatch(raw.strip().strip("'\"")) is not None


def _read_number(value: Any) -> float:
    match value:
        case None | "":
            return 0
        case bool():
            raise ValueError("it is no number")
        case int():
            return value
        case float() if isfinite(value):
            return value
        case str() if _NUMBER.fullmatch(value.strip()):
            return float(value)
        case _:
            raise ValueError("it is no number")
