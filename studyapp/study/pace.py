"""How long this person takes for a card, and how fast they forget; learned from their answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["repeat", "review", "new"]

LONGEST = 180.0
"""Seconds of one answer that count: whoever takes longer has left the keyboard."""
_PRIOR = 20
"""The initial guess weighs as much as so many answers."""
_SECONDS: Mapping[Kind, float] = {"new": 60.0, "review": 35.0, "repeat": 20.0}
_KNOWN = 0.5
_REPEATS = 1.25


class Answer(NamedTuple):
    """One answer that was given; `enough` tells whether no repeat was to follow it."""

    kind: Kind
    seconds: float
    enough: bool


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds an answer takes, by kind, and what has to be repeated.

    `known` is the share of unseen cards that are answered well enough at the first meeting;
    `repeats` how often, on average, a card that was not comes back the same day. In one day they
    forget what the scheduler takes `forgets` days for.
    """

    seconds: Mapping[Kind, float] = field(default_factory=lambda: _SECONDS)
    known: float = _KNOWN
    repeats: float = _REPEATS
    forgets: float = 1.0

    def cost(self, kind: Kind, chance: float) -> float:
        """The seconds of an answer, and of the repeats that it takes unless it is recalled.

        `chance` is that of recall.
        """
        return self.seconds[kind] + (1 - chance) * self.repeats * self.seconds["repeat"]


def learned(answers: Iterable[Answer]) -> Pace:
    """The pace that `answers` show, drawn to the initial guess while they are few."""
    sums = {kind: seconds * _PRIOR for kind, seconds in _SECONDS.items()}
    counts = dict.fromkeys(_SECONDS, float(_PRIOR))
    met, known, failed, repeated = _PRIOR, _KNOWN * _PRIOR, _PRIOR, _REPEATS * _PRIOR
    for kind, seconds, enough in answers:
        if seconds > 0:  # a script's grade says nothing of the time it took
            sums[kind] += min(seconds, LONGEST)
            counts[kind] += 1
        met += kind == "new"
        known += kind == "new" and enough
        repeated += kind == "repeat"
        failed += kind != "repeat" and not enough
    seconds_each = {kind: sums[kind] / counts[kind] for kind in sums}
    return Pace(seconds_each, known / met, repeated / failed)
