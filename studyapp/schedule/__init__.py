"""Pure: grades, days, SM-2, events, fold, projection, mastery."""

from importlib import import_module
from typing import TYPE_CHECKING

# Modules of the same name would else stand for what they hold.
from studyapp.schedule.fold import Settings, State, fold
from studyapp.schedule.mastery import MASTERED, mastery, recall, recalled
from studyapp.schedule.refold import refold

if TYPE_CHECKING:
    from studyapp.schedule.adoption import adopted
    from studyapp.schedule.cards import CardState, Drill
    from studyapp.schedule.codec import EventError, decode, encode
    from studyapp.schedule.days import study_day
    from studyapp.schedule.events import (
        Adopt,
        Bury,
        CardSeen,
        Claim,
        Cram,
        Event,
        Flag,
        Known,
        Rebind,
        Reschedule,
        Reset,
        Review,
        Suspend,
        Undo,
        Wrote,
    )
    from studyapp.schedule.fsrs import Fsrs
    from studyapp.schedule.grades import BUTTONS, Grade, parse_grade
    from studyapp.schedule.order import merge
    from studyapp.schedule.projection import Values, project
    from studyapp.schedule.schedules import (
        INITIAL_EASE,
        Memory,
        New,
        Outcome,
        Reviewed,
        Schedule,
        Scheduler,
    )
    from studyapp.schedule.sm2 import Sm2

__all__ = [
    "BUTTONS",
    "INITIAL_EASE",
    "MASTERED",
    "Adopt",
    "Bury",
    "CardSeen",
    "CardState",
    "Claim",
    "Cram",
    "Drill",
    "Event",
    "EventError",
    "Flag",
    "Fsrs",
    "Grade",
    "Known",
    "Memory",
    "New",
    "Outcome",
    "Rebind",
    "Reschedule",
    "Reset",
    "Review",
    "Reviewed",
    "Schedule",
    "Scheduler",
    "Settings",
    "Sm2",
    "State",
    "Suspend",
    "Undo",
    "Values",
    "Wrote",
    "adopted",
    "decode",
    "encode",
    "fold",
    "mastery",
    "merge",
    "parse_grade",
    "project",
    "recall",
    "recalled",
    "refold",
    "study_day",
]

_HOMES = {
    "BUTTONS": "grades",
    "INITIAL_EASE": "schedules",
    "Adopt": "events",
    "Bury": "events",
    "CardSeen": "events",
    "CardState": "cards",
    "Claim": "events",
    "Cram": "events",
    "Drill": "cards",
    "Event": "events",
    "EventError": "codec",
    "Flag": "events",
    "Fsrs": "fsrs",
    "Grade": "grades",
    "Known": "events",
    "Memory": "schedules",
    "New": "schedules",
    "Outcome": "schedules",
    "Rebind": "events",
    "Reschedule": "events",
    "Reset": "events",
    "Review": "events",
    "Reviewed": "schedules",
    "Schedule": "schedules",
    "Scheduler": "schedules",
    "Sm2": "sm2",
    "Suspend": "events",
    "Undo": "events",
    "Values": "projection",
    "Wrote": "events",
    "adopted": "adoption",
    "decode": "codec",
    "encode": "codec",
    "merge": "order",
    "parse_grade": "grades",
    "project": "projection",
    "study_day": "days",
}


def __getattr__(name: str) -> object:
    """Import what is asked for and no more: who folds SM-2 needs no FSRS, nor the codec."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
