"""How long this person takes for a card, learned from their own answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["repeat", "review", "new"]

LONGEST = 180.0
"""Seconds of one answer that count: whoever takes longer has left the keyboard."""
_PRIOR = 20
"""The initial guess weighs as much as so many answers."""
_SECONDS: Mapping[Kind, float] = {"new": 60.0, "review": 35.0, "repeat": 20.0}
_REPEATS: Mapping[Kind, float] = {"new": 0.6, "review": 0.2, "repeat": 0.0}


class Answer(NamedTuple):
    """One answer that was given."""

    kind: Kind
    seconds: float


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds an answer takes by kind, and how many repeats follow it the same day on average."""

    seconds: Mapping[Kind, float] = field(default_factory=lambda: _SECONDS)
    repeats: Mapping[Kind, float] = field(default_factory=lambda: _REPEATS)

    def cost(self, kind: Kind) -> float:
        """The seconds of an answer and of the repeats that are to be expected after it."""
        return self.seconds[kind] + self.repeats[kind] * self.seconds["repeat"]


def learned(answers: Iterable[Answer], repeats_after: Mapping[Kind, tuple[int, int]]) -> Pace:
    """The pace that `answers` show, drawn to the initial guess while they are few.

    `repeats_after` tells for new cards and for reviews how many repeats followed how many of them.
    """
    sums = {kind: seconds * _PRIOR for kind, seconds in _SECONDS.items()}
    counts = dict.fromkeys(_SECONDS, float(_PRIOR))
    for kind, seconds in answers:
        if seconds > 0:  # a script's grade says nothing of the time it took
            sums[kind] += min(seconds, LONGEST)
            counts[kind] += 1
    rates = {**_REPEATS}
    for kind, (repeated, asked) in repeats_after.items():
        rates[kind] = (_REPEATS[kind] * _PRIOR + repeated) / (_PRIOR + asked)
    return Pace({kind: sums[kind] / counts[kind] for kind in sums}, rates)
