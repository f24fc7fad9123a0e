"""What a session is told, and what it asks to be done."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from studyapp.schedule import Grade

Marking = Literal["suspend", "bury", "flag"]


@dataclass(frozen=True, slots=True)
class Reveal:
    """The person wants to see the answer."""


@dataclass(frozen=True, slots=True)
class Graded:
    """The person graded the card, `seconds` after it was asked."""

    grade: Grade
    seconds: float


@dataclass(frozen=True, slots=True)
class Undo:
    """The person takes back their last act of this session."""


@dataclass(frozen=True, slots=True)
class Skip:
    """The person wants this card later."""


@dataclass(frozen=True, slots=True)
class Drop:
    """The library has this card no longer: its note was edited or removed meanwhile."""


@dataclass(frozen=True, slots=True)
class Renamed:
    """The card `old` was reworded meanwhile and is now `new`."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Marked:
    """The person sets the card aside, wants it another day, or turns its flag over."""

    mark: Marking


@dataclass(frozen=True, slots=True)
class Tick:
    """It is `now`."""

    now: datetime


@dataclass(frozen=True, slots=True)
class GoOn:
    """The person goes on although the sitting's time is over."""


Input = GoOn | Reveal | Graded | Undo | Skip | Drop | Renamed | Marked | Tick


@dataclass(frozen=True, slots=True)
class Record:
    """Journal a review; `ref` is its number in the session."""

    ref: int
    card: str
    grade: Grade
    seconds: float


@dataclass(frozen=True, slots=True)
class Mark:
    """Journal a mark on a card; whether a flag goes on or off is for the journal to say."""

    ref: int
    card: str
    mark: Marking


@dataclass(frozen=True, slots=True)
class Revoke:
    """Journal the undo of an event: one of this session by its ref, or any by its id."""

    ref: int
    of: int | str


@dataclass(frozen=True, slots=True)
class Sort:
    """Journal what a first pass said of an unseen card, and from which day it is asked."""

    ref: int
    card: str
    knows: int
    due: date


Effect = Sort | Record | Mark | Revoke
