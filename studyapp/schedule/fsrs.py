"""FSRS-6, the second scheduler: the Rust core that Anki uses, counted in whole days.

Formulas and default parameters: J. Ye and others, Free Spaced Repetition Scheduler, version 6.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from studyapp.schedule.grades import Grade
from studyapp.schedule.mastery import mastery
from studyapp.schedule.schedules import Memory, New, Outcome, Reviewed, Schedule

if TYPE_CHECKING:
    from fsrs_rs_python import FSRS, MemoryState

RETENTION = 0.90
"""The chance of recall at which a card comes back."""
MAXIMUM_INTERVAL = 36500
_SM2_RETENTION = 0.90
"""What SM-2's intervals are taken to aim at, where a card's history began under it."""
_DECAY_AT = 20
"""Which of the parameters is the decay of the forgetting curve."""


@dataclass(frozen=True, slots=True)
class Fsrs:
    """Answers from a card's memory; `parameters` are the model's 21, or empty for its own."""

    parameters: tuple[float, ...] = ()
    retention: float = RETENTION
    repeat_below: Grade = Grade.GOOD

    def outcome(self, schedule: Schedule, day: date, grade: Grade) -> Outcome:
        """Tell what a grade does at a card's first review of a study day."""
        if isinstance(schedule, New):
            return self._told(None, schedule.ease, day, 0, grade)
        # A day before the last review, from a clock that was wrong, would overflow.
        elapsed = max(0, (day - schedule.last).days)
        return self._told(schedule, schedule.ease, day, elapsed, grade)

    def outcomes(self, schedule: Schedule, day: date) -> dict[Grade, Outcome]:
        """Tell the outcome of every grade."""
        return {grade: self.outcome(schedule, day, grade) for grade in Grade}

    def repeated(self, schedule: Reviewed, grade: Grade) -> Outcome:
        """Take a later review of the same day as one after no time at all."""
        told = self._told(schedule, schedule.ease, schedule.last, 0, grade)
        kept = replace(told.schedule, repetitions=schedule.repetitions, lapses=schedule.lapses)
        return replace(told, schedule=kept)

    def _told(
        self, before: Reviewed | None, ease: int, day: date, elapsed: int, grade: Grade
    ) -> Outcome:
        memories = _memories(self.parameters, _memory(self.parameters, before), elapsed)
        memory = memories[rating(grade) - 1]
        interval = self.interval(memory.stability)
        passed = grade >= Grade.HARD
        repetitions, lapses = (before.repetitions, before.lapses) if before else (0, 0)
        after = Reviewed(
            last=day,
            due=day + timedelta(days=interval),
            interval=interval,
            ease=ease,
            repetitions=repetitions + 1 if passed else 0,
            lapses=lapses + (not passed and repetitions > 0),
            memory=memory,
        )
        return Outcome(grade, after, mastery(after), grade < self.repeat_below)

    def interval(self, stability: float) -> int:
        """The whole days after which recall has fallen to the retention; no chance in it."""
        days = _core(self.parameters).next_interval(stability, self.retention, 3)
        return min(MAXIMUM_INTERVAL, max(1, round(days)))


def rating(grade: Grade) -> int:
    """FSRS's four ratings: what SM-2 calls failed is 1, Hard 2, Good 3, Easy 4."""
    return max(1, grade - 1)


def _memory(parameters: tuple[float, ...], before: Reviewed | None) -> Memory | None:
    """What is in memory; where other rules set the interval, what that interval implies."""
    if before is None:
        return None
    if before.memory:
        return before.memory
    ease, interval = before.ease / 100, float(max(1, before.interval))
    found = _core(parameters).memory_state_from_sm2(ease, interval, _SM2_RETENTION)
    return _kept(parameters, found)


@lru_cache(maxsize=4096)  # a card's four grades, and then the one given, ask the same
def _memories(
    parameters: tuple[float, ...], memory: Memory | None, elapsed: int
) -> tuple[Memory, ...]:
    """The memory after each of the four ratings."""
    from fsrs_rs_python import MemoryState  # noqa: PLC0415  as in `_core`

    state = MemoryState(memory.stability, memory.difficulty) if memory else None
    states = _core(parameters).next_states(state, RETENTION, elapsed)
    four = (states.again, states.hard, states.good, states.easy)
    return tuple(_kept(parameters, each.memory) for each in four)


def _kept(parameters: tuple[float, ...], state: MemoryState) -> Memory:
    return Memory(state.stability, state.difficulty, used(parameters)[_DECAY_AT])


@cache
def _core(parameters: tuple[float, ...]) -> FSRS:
    from fsrs_rs_python import FSRS  # noqa: PLC0415  SM-2 needs none of it

    return FSRS(used(parameters))


@cache
def used(parameters: tuple[float, ...]) -> tuple[float, ...]:
    """The parameters, or the model's own; older, shorter ones are filled up."""
    from fsrs_rs_python import (  # noqa: PLC0415  as in `_core`
        DEFAULT_PARAMETERS,
        check_and_fill_parameters,
    )

    return tuple(check_and_fill_parameters(parameters or DEFAULT_PARAMETERS))
