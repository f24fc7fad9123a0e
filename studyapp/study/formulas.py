"""A schedule's formulas with the numbers of one review in them.

SM-2: P. A. Wozniak, Optimization of learning, 1990. FSRS-6: its memory comes from the Rust core, so
that only what follows from it is spelled out: the curve, and the interval at which it is met.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.schedule.fsrs import Fsrs
from studyapp.schedule.grades import Grade
from studyapp.schedule.mastery import days_until
from studyapp.schedule.schedules import New, Reviewed
from studyapp.schedule.sm2 import MINIMUM_EASE, next_ease

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.schedule.course import Turn
    from studyapp.schedule.schedules import Schedule, Scheduler

_FIXED = 2
"""SM-2's intervals that are given, not computed."""


def formulas(turn: Turn, scheduler: Scheduler) -> tuple[str, ...]:
    """Lines such as `I(3) = ⌈6 · 2.50⌉ = 15`; none for a turn at which nothing was computed."""
    after = turn.after
    if turn.grade is None or not isinstance(after, Reviewed):
        return ()
    if after.memory:
        retention = scheduler.retention if isinstance(scheduler, Fsrs) else None
        return (*_fsrs(turn.before, after, retention), _due(after))
    if turn.again:
        return ()
    return (*_sm2(turn.before, after, turn.grade), _due(after))


def _sm2(before: Schedule, after: Reviewed, grade: Grade) -> Iterator[str]:
    quality, ease = int(grade), before.ease / 100
    if grade < Grade.HARD:
        yield f"q = {quality} < 3:  n = 0,  I = 1,  EF = {ease:.2f}"
        return
    missing = Grade.EASY - grade
    sum_ = f"{ease:.2f} + (0.10 − {missing}·(0.08 + {missing}·0.02))"
    if next_ease(before.ease, grade) == MINIMUM_EASE:
        sum_ = f"max(1.30, {sum_})"
    yield f"q = {quality}:  EF' = {sum_} = {after.ease / 100:.2f}"
    number = after.repetitions
    if number <= _FIXED:
        yield f"I({number}) = {after.interval}"
    else:
        interval = 0 if isinstance(before, New) else before.interval
        yield f"I({number}) = ⌈{interval} · {after.ease / 100:.2f}⌉ = {after.interval}"


def _fsrs(before: Schedule, after: Reviewed, retention: float | None) -> Iterator[str]:
    memory, known = after.memory, before.memory if isinstance(before, Reviewed) else None
    assert memory  # noqa: S101  it is FSRS's
    came = f"{known.stability:.2f} → " if known else ""
    hard = f"{known.difficulty:.2f} → " if known else ""
    yield f"S = {came}{memory.stability:.2f} d,  D = {hard}{memory.difficulty:.2f}"
    yield f"R(t) = (1 + f·t/S)^−{memory.decay:.4f},  f = 0.9^(−1/{memory.decay:.4f}) − 1"
    if retention is not None:
        yield (
            f"I = S/f · ({retention:.2f}^(−1/{memory.decay:.4f}) − 1)"
            f" = {days_until(retention, memory.stability, memory.decay):.2f} → {after.interval}"
        )


def _due(after: Reviewed) -> str:
    return f"{after.last} + {after.interval} d = {after.due}"
