"""Pure: today's queue and the session state machine."""

from studyapp.study.agenda import Agenda, Terms, agenda, planned
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
from studyapp.study.plan import Aim, Plan, plan
from studyapp.study.queue import Candidate, Item, Limits, today
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
    "agenda",
    "learned",
    "plan",
    "planned",
    "start",
    "step",
    "today",
]
