"""Pure: today's queue and the session state machine."""

from studyapp.study.messages import (
    Drop,
    Effect,
    Graded,
    Input,
    Mark,
    Marked,
    Record,
    Renamed,
    Reveal,
    Revoke,
    Skip,
    Tick,
    Undo,
)
from studyapp.study.queue import Candidate, Item, today
from studyapp.study.session import Phase, Session, Settings, start
from studyapp.study.steps import step

__all__ = [
    "Candidate",
    "Drop",
    "Effect",
    "Graded",
    "Input",
    "Item",
    "Mark",
    "Marked",
    "Phase",
    "Record",
    "Renamed",
    "Reveal",
    "Revoke",
    "Session",
    "Settings",
    "Skip",
    "Tick",
    "Undo",
    "start",
    "step",
    "today",
]
