"""A mock interview as a state machine: `step` takes an input to a new state.

    asked ── Reveal ──▶ revealed: the clock rests while the person judges
    revealed ── Judged ──▶ the next question: asked, or finished if time is up or none is left
    asked, revealed ── Drop ──▶ the next question, without a word on the card that is gone
    asked, revealed ── Stop ──▶ finished, with what was answered
    any ── Tick, Renamed ──▶ the same phase
    any ── Undo ──▶ the state before the last answer

An input that does not fit the phase changes nothing. Nothing is journalled on the way: a mock
interview counts as reviews only if the person says so afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from studyapp.schedule import Grade
from studyapp.study.messages import Drop, Renamed, Reveal, Tick, Undo
from studyapp.study.mock.question import Answer
from studyapp.study.session import Phase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from studyapp.study.mock.question import Question


@dataclass(frozen=True, slots=True)
class Judged:
    """The person graded their answer; `points`, `said` and `text` are as an `Answer` has them."""

    grade: Grade
    points: int = 0
    said: frozenset[int] | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """The person ends the interview."""


Input = Reveal | Judged | Stop | Undo | Drop | Renamed | Tick


@dataclass(frozen=True, slots=True)
class Mock:
    """An interview of so many `seconds` at one moment.

    `spent` are the seconds of the questions before this one, which was asked at `asked_at` and,
    once revealed, took `took`.
    """

    seconds: float
    now: datetime
    asked_at: datetime
    phase: Phase = Phase.FINISHED
    current: Question | None = None
    coming: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()
    spent: float = 0.0
    took: float = 0.0
    past: Mock | None = field(default=None, compare=False, repr=False)

    @property
    def running(self) -> float:
        """Seconds that the current question takes by now."""
        if self.phase is Phase.ASKING:
            return max(0.0, (self.now - self.asked_at).total_seconds())
        return self.took

    @property
    def left(self) -> float:
        """Seconds of the interview that are left; below 0 the last question takes longer."""
        return self.seconds - self.spent - self.running


def start(questions: Sequence[Question], now: datetime, seconds: float) -> Mock:
    """Begin with the first question, or finished if there is none."""
    return _advance(Mock(seconds, now, now, coming=tuple(questions)))


def step(mock: Mock, event: Input) -> Mock:
    """Take one input: the state after it."""
    match event:
        case Tick(now):
            return replace(mock, now=now)
        case Renamed(old, new):
            return _renamed(mock, old, new)
        case Undo():
            return replace(mock.past, now=mock.now) if mock.past else mock
    return _acted(mock, mock.current, event) if mock.current else mock


def _acted(mock: Mock, question: Question, event: Input) -> Mock:
    match event:
        case Reveal() if mock.phase is Phase.ASKING:
            return replace(mock, phase=Phase.REVEALED, took=mock.running)
        case Judged() if mock.phase is Phase.REVEALED:
            return _answered(mock, question, event)
        case Drop():
            return _advance(mock)
        case Stop():
            return replace(mock, phase=Phase.FINISHED, current=None, past=mock)
    return mock


def _answered(mock: Mock, question: Question, told: Judged) -> Mock:
    answer = Answer(question, told.grade, mock.took, told.points, told.said, told.text)
    coming = mock.coming
    if told.grade < Grade.HARD:
        # Where nothing was found an interviewer digs no deeper: one more try, then another topic.
        deeper = max(1, question.step)
        coming = tuple(q for q in coming if q.thread != question.thread or q.step <= deeper)
    after = replace(mock, coming=coming, answers=(*mock.answers, answer), past=mock)
    return _advance(after)


def _advance(mock: Mock) -> Mock:
    """Ask the next question, as long as there is time left."""
    spent = mock.spent + mock.running if mock.current else mock.spent
    after = replace(mock, spent=spent, took=0.0, asked_at=mock.now)
    if not after.coming or spent >= after.seconds:
        return replace(after, phase=Phase.FINISHED, current=None)
    first, *rest = after.coming
    return replace(after, phase=Phase.ASKING, current=first, coming=tuple(rest))


def _renamed(mock: Mock, old: str, new: str) -> Mock:
    def named(one: Question) -> Question:
        return replace(one, card=new) if one.card == old else one

    return replace(
        mock,
        current=mock.current and named(mock.current),
        coming=tuple(map(named, mock.coming)),
        answers=tuple(replace(one, question=named(one.question)) for one in mock.answers),
    )
