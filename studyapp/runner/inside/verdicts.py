"""How a run ends that only defined things, where nothing of it could be called."""

from __future__ import annotations

import re
from typing import Container, NamedTuple  # noqa: UP035  Python 3.9

from . import failures, values
from .attempt import Late

ENDLESS = "called with example inputs, it did not end in time"
"""What is said of code that catches even our alarm."""

_MOST_REASON = 120


class Verdict(NamedTuple):
    """Status and reason of a run that only defined things."""

    status: str
    reason: str


NOTHING = Verdict("defines", "")
"""Where there was nothing to say."""


def judge(error: BaseException, name: str, defined: Container[str]) -> Verdict:
    """What an attempt's error says of the definition `name`; the run's blocks bind `defined`."""
    if isinstance(error, Late):
        return Verdict("defines", ENDLESS)
    if lacking := _lacking(error, name):
        return Verdict("defines", lacking)
    status, reason = failures.judge(error, defined)
    if status == "needs":
        return Verdict("needs", reason)
    if isinstance(error, NameError):
        unknown = str(error).partition("'")[2].partition("'")[0]
        return Verdict("defines", f"{name} uses `{unknown}`, which could not be defined here")
    told = values.cut(f"{type(error).__name__}: {error}", _MOST_REASON)
    return Verdict("defines", f"no example input fitted: {told}")


def _lacking(error: BaseException, name: str) -> str:
    """What the definition itself leaves out, as far as its failure tells."""
    found = re.search(r"'(\w+)' object has no attribute '(\w+)'", str(error))
    if isinstance(error, AttributeError) and found and found.group(1) == name:
        return f"{name} never sets its `{found.group(2)}`"
    return f"{name} has no forward" if isinstance(error, NotImplementedError) else ""
