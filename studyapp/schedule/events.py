"""The journal's events: what happened, never what it led to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from studyapp.schedule.grades import Grade

VERSION = 1

Texts = Mapping[str, str | None]
"""Front matter values by key, as spelled in the file; None where the key is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What every event has: `at` with its UTC offset, and its study day, never recomputed."""

    event: ClassVar[str]

    v: int = VERSION
    id: str
    at: datetime
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSeen(Event):
    """A card as it read at its first event, and again whenever its text changed.

    `digest` tells whether the answer is still the same, `sketch` how much of it is; `history` is
    what another tool had noted beside it: due day, interval in days, ease in hundredths.
    """

    event: ClassVar[str] = "card"

    card: str
    note: str
    title: str
    question: str
    digest: str
    difficulty: str
    sketch: str = ""
    history: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopt(Event):
    """A note before its first write here: `canonical` says the raw `values` in one spelling.

    `cards` are the ids of its cards then; `block` tells whether it had front matter at all.
    """

    event: ClassVar[str] = "adopt"

    note: str
    values: Texts
    canonical: Texts
    cards: tuple[str, ...]
    difficulty: str
    block: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Review(Event):
    """A grade given; `before` and `after` are the note's values around the write."""

    event: ClassVar[str] = "review"

    card: str
    note: str
    grade: Grade
    seconds: float
    before: Texts
    after: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Cram(Event):
    """A grade given outside the schedule."""

    event: ClassVar[str] = "cram"

    card: str
    grade: Grade
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Undo(Event):
    """The event with the id `undone` no longer counts; the undo of an undo is redo."""

    event: ClassVar[str] = "undo"

    undone: str
    note: str
    before: Texts
    after: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebind(Event):
    """The card `old` was reworded and is now `new`."""

    event: ClassVar[str] = "rebind"

    old: str
    new: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspend(Event):
    """A card is set aside until it is taken up again."""

    event: ClassVar[str] = "suspend"

    card: str
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag(Event):
    """A card is marked to be looked at later."""

    event: ClassVar[str] = "flag"

    card: str
    on: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bury(Event):
    """A card is hidden until the study day `until`."""

    event: ClassVar[str] = "bury"

    card: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Reschedule(Event):
    """A person moved a note's next review: the due day of its reviewed `cards`.

    `here` tells an act in the app, which is undone there; else the date stood in the note.
    """

    event: ClassVar[str] = "reschedule"

    note: str
    due: date
    cards: tuple[str, ...]
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrote(Event):
    """Values put into a note that no act of its own tells: after a merge, a new card, a mark."""

    event: ClassVar[str] = "wrote"

    note: str
    after: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class Known(Event):
    """The first pass: whether a person knows a new card, which is first to be asked on `due`.

    `knows` is 1 for not at all, 2 for vaguely, 3 for well enough to be only checked.
    """

    event: ClassVar[str] = "known"

    card: str
    due: date
    knows: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reset(Event):
    """A card starts again as new."""

    event: ClassVar[str] = "reset"

    card: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Event):
    """The mark beside a result stated in a note is set aside for good."""

    event: ClassVar[str] = "claim"

    note: str
    text: str
    line: int | None = None
