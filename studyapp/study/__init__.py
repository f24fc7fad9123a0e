"""Pure: today's queue and the session state machine."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyapp.study.agenda import Agenda, Terms, planned
    from studyapp.study.aim import Aim
    from studyapp.study.candidate import Candidate
    from studyapp.study.messages import (
        Drop,
        Effect,
        GoOn,
        Graded,
        Input,
        Mark,
        Marked,
        Record,
        Renamed,
        Reveal,
        Revoke,
        Skip,
        Sort,
        Tick,
        Undo,
    )
    from studyapp.study.pace import Answer, Kind, Pace, learned
    from studyapp.study.plan import Plan
    from studyapp.study.queue import Item, Limits, today
    from studyapp.study.session import Phase, Session, Settings, start
    from studyapp.study.steps import step

__all__ = [
    "Agenda",
    "Aim",
    "Answer",
    "Candidate",
    "Drop",
    "Effect",
    "GoOn",
    "Graded",
    "Input",
    "Item",
    "Kind",
    "Limits",
    "Mark",
    "Marked",
    "Pace",
    "Phase",
    "Plan",
    "Record",
    "Renamed",
    "Reveal",
    "Revoke",
    "Session",
    "Settings",
    "Skip",
    "Sort",
    "Terms",
    "Tick",
    "Undo",
    "learned",
    "planned",
    "start",
    "step",
    "today",
]

_HOMES = {
    "Agenda": "agenda",
    "Aim": "aim",
    "Answer": "pace",
    "Candidate": "candidate",
    "Drop": "messages",
    "Effect": "messages",
    "GoOn": "messages",
    "Graded": "messages",
    "Input": "messages",
    "Item": "queue",
    "Kind": "pace",
    "Limits": "queue",
    "Mark": "messages",
    "Marked": "messages",
    "Pace": "pace",
    "Phase": "session",
    "Plan": "plan",
    "Record": "messages",
    "Renamed": "messages",
    "Reveal": "messages",
    "Revoke": "messages",
    "Session": "session",
    "Settings": "session",
    "Skip": "messages",
    "Sort": "messages",
    "Terms": "agenda",
    "Tick": "messages",
    "Undo": "messages",
    "learned": "pace",
    "planned": "agenda",
    "start": "session",
    "step": "steps",
    "today": "queue",
}


def __getattr__(name: str) -> object:
    """Import what is asked for and no more: who makes a queue needs no session."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
