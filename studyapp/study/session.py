"""The state of one sitting: what is asked, what waits, what was done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import Enum

from studyapp.schedule import Grade
from studyapp.study.messages import Effect
from studyapp.study.pace import Kind, Pace
from studyapp.study.queue import Item


class Phase(Enum):
    """What the person sees: a question, its answer, a repeat's answer, or the end."""

    ASKING = "asking"
    REVEALED = "revealed"
    DRILLING = "drilling"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Settings:
    """When a card that was not recalled comes back the same day, and how long answers take.

    `costs` are the seconds that single cards are expected to take, with their repeats.
    """

    repeat_below: Grade = Grade.GOOD
    max_repeats: int = 3
    cards_between: int = 5
    time_between: timedelta = timedelta(minutes=10)
    pace: Pace = field(default_factory=Pace)
    costs: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A repeat that comes back when `after` answers were given, or at a moment."""

    item: Item
    after: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Past:
    """An act and the state before it."""

    before: "Session"
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """A sitting at one moment; `done` counts answers, `next_ref` numbers what is journalled.

    `seconds` are those that it may still take, None where it may take any.
    """

    phase: Phase
    current: Item | None
    queue: tuple[Item, ...]
    now: datetime
    settings: Settings
    waiting: tuple[Waiting, ...] = ()
    done: int = 0
    next_ref: int = 0
    seconds: float | None = None
    past: Past | None = field(default=None, compare=False, repr=False)

    @property
    def position(self) -> int:
        """Which answer is being given, from 1; at the end, how many were."""
        return self.done + (self.current is not None)

    @property
    def total(self) -> int:
        """How many answers this sitting takes; it grows when a card must be repeated."""
        return self.position + len(self.queue) + len(self.waiting)

    def left(self, kind: Kind) -> int:
        """Count the items of a kind that are still to be answered, the current one included."""
        return sum(item.kind == kind for item in self._ahead())

    @property
    def seconds_ahead(self) -> float:
        """The seconds that all that is still to be answered is expected to take."""
        costs, each = self.settings.costs, self.settings.pace.seconds
        return sum(
            each[item.kind] if item.kind == "repeat" else costs.get(item.card, each[item.kind])
            for item in self._ahead()
        )

    def _ahead(self) -> tuple[Item, ...]:
        waiting = tuple(entry.item for entry in self.waiting)
        return (*((self.current,) if self.current else ()), *self.queue, *waiting)


def start(
    items: Sequence[Item],
    now: datetime,
    settings: Settings | None = None,
    *,
    seconds: float | None = None,
) -> Session:
    """Begin a sitting with its first item, or finished if there is none.

    After `seconds` it asks no card that is not a repeat; what is left stays in its queue.
    """
    empty = Session(
        Phase.FINISHED, None, tuple(items), now, settings or Settings(), seconds=seconds
    )
    return advance(empty)


def advance(session: Session) -> Session:
    """Go on to a repeat whose time has come, else the queue, else whatever repeat is left."""
    open_queue = session.queue and _fits(session)
    ready = (
        entry
        for entry in session.waiting
        if entry.after <= session.done or entry.at <= session.now or not open_queue
    )
    entry = next(ready, None)
    if entry is not None:
        waiting = tuple(other for other in session.waiting if other is not entry)
        return replace(session, phase=Phase.ASKING, current=entry.item, waiting=waiting)
    if open_queue:
        first, *rest = session.queue
        return replace(session, phase=Phase.ASKING, current=first, queue=tuple(rest))
    return replace(session, phase=Phase.FINISHED, current=None)


def _fits(session: Session) -> bool:
    """Whether the next card and the repeats that wait still fit into the sitting's time."""
    if session.seconds is None or not session.done:
        return True
    cost = session.settings.pace.seconds
    needed = cost[session.queue[0].kind] + len(session.waiting) * cost["repeat"]
    return session.seconds >= needed
