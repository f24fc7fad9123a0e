"""Pure: grades, days, SM-2, events, fold, projection, mastery."""

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
from studyapp.schedule.fold import Settings, State, fold
from studyapp.schedule.fsrs import Fsrs
from studyapp.schedule.grades import BUTTONS, Grade, parse_grade
from studyapp.schedule.mastery import MASTERED, mastery, recall, recalled
from studyapp.schedule.order import merge
from studyapp.schedule.projection import Values, project
from studyapp.schedule.refold import refold
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
