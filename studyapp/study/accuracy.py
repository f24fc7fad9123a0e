"""How well a scheduler foretold what was recalled, in the measures that FSRS is judged by.

As in the benchmark of FSRS, later predictions weigh more: 0.25 + 0.75·(i/(n−1))³.
"""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.study.replay import Foretold

_LEAST = 1e-6
"""The chance that a prediction is held to at either end: a logarithm of nothing has no value."""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """`auc` is None where all were recalled, or none."""

    count: int
    log_loss: float
    rmse: float
    """Over bins of like elapsed days, reviews and lapses."""
    auc: float | None


def accuracy(told: Sequence[Foretold]) -> Accuracy:
    """The measures of predictions in order.

    Raises:
        ValueError: there are none.
    """
    if not told:
        raise ValueError("no review of a later day")
    weights = _weights(len(told))
    total = sum(weights)
    losses = (w * _loss(one) for w, one in zip(weights, told, strict=True))
    return Accuracy(len(told), sum(losses) / total, _rmse(told, weights), _auc(told))


def constant(told: Sequence[Foretold]) -> list[Foretold]:
    """The same reviews, each foretold with the share of all that was recalled: the baseline."""
    share = sum(one.recalled for one in told) / len(told) if told else 0.0
    return [replace(one, chance=share) for one in told]


def _weights(count: int) -> list[float]:
    return [0.25 + 0.75 * (place / max(1, count - 1)) ** 3 for place in range(count)]


def _loss(one: Foretold) -> float:
    chance = min(1 - _LEAST, max(_LEAST, one.chance))
    return -math.log(chance if one.recalled else 1 - chance)


def _rmse(told: Sequence[Foretold], weights: Sequence[float]) -> float:
    bins: dict[tuple[int, int, int], list[tuple[Foretold, float]]] = defaultdict(list)
    for one, weight in zip(told, weights, strict=True):
        bins[_bin(one)].append((one, weight))
    off = 0.0
    for inside in bins.values():
        mean = sum(one.chance - one.recalled for one, _ in inside) / len(inside)
        off += mean**2 * sum(weight for _, weight in inside)
    return math.sqrt(off / sum(weights))


def _bin(one: Foretold) -> tuple[int, int, int]:
    """Steps that widen as the numbers grow, as in fsrs-rs."""
    return (
        round(248 * _step(one.elapsed, 3.62)),
        round(1.99 * _step(one.reviews, 1.89)),
        round(1.65 * _step(one.lapses, 1.73)) if one.lapses else 0,
    )


@lru_cache(maxsize=4096)  # most reviews are of a few hundred numbers
def _step(number: int, base: float) -> float:
    return float(base ** math.floor(math.log(max(1, number), base)))


def _auc(told: Sequence[Foretold]) -> float | None:
    """The share of pairs of a recalled and a forgotten review whose chances stand in that order."""
    ranks = _ranks([one.chance for one in told])
    good = [rank for rank, one in zip(ranks, told, strict=True) if one.recalled]
    bad = len(told) - len(good)
    if not good or not bad:
        return None
    return (sum(good) - len(good) * (len(good) + 1) / 2) / (len(good) * bad)


def _ranks(values: Sequence[float]) -> list[float]:
    """Places from 1; equal values share the mean of theirs."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    place = 0
    while place < len(order):
        end = place
        while end < len(order) and values[order[end]] == values[order[place]]:
            end += 1
        for one in order[place:end]:
            ranks[one] = (place + end + 1) / 2
        place = end
    return ranks
