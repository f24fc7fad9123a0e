"""What a mock interview showed: readiness by topic, and the answers to work on."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studyapp.study.mock.question import Answer

MOST = 5
"""Answers to work on."""
_Z = 1.96
"""Of the normal distribution, 95 % lie within so many standard deviations."""


@dataclass(frozen=True, slots=True)
class Topic:
    """One topic: how many questions, the mean share `told`, the mean seconds and budget of each.

    `foretold` is the recall that the topic's cards were predicted to have, None if unknown.
    """

    name: str
    asked: int
    told: float
    seconds: float
    budget: float
    foretold: float | None = None


def by_topic(answers: Sequence[Answer], foretold: Mapping[str, float]) -> tuple[Topic, ...]:
    """The topics that were asked, the weakest first."""
    names = dict.fromkeys(one.question.topic for one in answers)
    topics = [
        _topic(name, [one for one in answers if one.question.topic == name], foretold)
        for name in names
    ]
    return tuple(sorted(topics, key=lambda topic: topic.told))


def to_work_on(answers: Sequence[Answer], most: int = MOST) -> tuple[Answer, ...]:
    """The answers of which most is missing, heavier decks and opening questions first.

    Those that were told whole are left out.
    """
    weak = [one for one in answers if one.told < 1]
    weak.sort(key=lambda one: (-(1 - one.told) * one.question.weight, one.question.step))
    return tuple(weak[:most])


def overall(answers: Sequence[Answer]) -> float:
    """The mean share that was told; 0 without any answer."""
    return sum(one.told for one in answers) / len(answers) if answers else 0.0


def interval(share: float, count: int) -> tuple[float, float]:
    """Between what shares the true one lies with 95 % confidence, after `count` questions.

    Wilson's score interval (1927); shares told in part vary less than the yes and no that it
    supposes, so it is rather too wide than too narrow.
    """
    if not count:
        return 0.0, 1.0
    middle = (share + _Z**2 / (2 * count)) / (1 + _Z**2 / count)
    spread = _Z * sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2))
    half = spread / (1 + _Z**2 / count)
    return max(0.0, middle - half), min(1.0, middle + half)


def _topic(name: str, answers: Sequence[Answer], foretold: Mapping[str, float]) -> Topic:
    count = len(answers)
    return Topic(
        name,
        count,
        overall(answers),
        sum(one.seconds for one in answers) / count,
        sum(one.question.budget for one in answers) / count,
        foretold.get(name),
    )
