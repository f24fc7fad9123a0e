"""How fast a person forgets, learned from what they recalled when cards came back."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from studyapp.schedule import recalled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studyapp.study.replay import Tried

NEARLY = 1.15
"""A rate that is off by less is not worth a word."""
FEW = 20
"""Answers below which nothing is told of a person."""
LATEST = 400
"""Answers that tell; older ones are of a person who has changed since."""
_SPREAD = 0.7
"""How far people are from the model, as the deviation of the rate's logarithm."""
_SLOWEST, _FASTEST = math.log(1 / 20), math.log(20)
_STEPS = 16
_GOLDEN = (math.sqrt(5) - 1) / 2
_LEAST = 1e-6


def forgetting(tried: Sequence[Tried]) -> float:
    """Days of forgetting that pass in one: 1 is as the scheduler says, 2 is twice as fast.

    The rate at which the latest answers are likeliest, drawn to 1 as long as they are not many;
    found by golden section.
    """
    latest = tried[-LATEST:]
    low, high = _SLOWEST, _FASTEST
    for _ in range(_STEPS if len(latest) >= FEW else 0):
        left, right = high - _GOLDEN * (high - low), low + _GOLDEN * (high - low)
        if _likelihood(latest, left) < _likelihood(latest, right):
            low = left
        else:
            high = right
    return math.exp((low + high) / 2)


def _likelihood(tried: Iterable[Tried], rate: float) -> float:
    """The logarithm of it, at the rate of which that is the logarithm."""
    total, speed = -((rate / _SPREAD) ** 2) / 2, math.exp(rate)
    for one in tried:
        chance = recalled(one.before, one.days * speed)
        chance = min(1 - _LEAST, max(_LEAST, chance))
        total += math.log(chance if one.recalled else 1 - chance)
    return total
