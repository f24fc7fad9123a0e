"""The session's effects, performed in order on a thread of their own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from studyapp.library.snapshot import NoSuch
from studyapp.study.messages import Effect, Mark, Record, Revoke, Sort

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future
    from datetime import datetime

    from studyapp.library.desk import Committed
    from studyapp.library.drafting import Ready
    from studyapp.library.library import Library
    from studyapp.schedule.events import Event
    from studyapp.study import Session


@dataclass
class Saved(Message, bubble=False):
    """An effect is durable; what it took back was `undone`, if that was an act of this sitting."""

    effect: Effect
    committed: Committed
    undone: Event | None = None


@dataclass
class NotSaved(Message, bubble=False):
    """An effect could not be journalled, and what was to follow it was left; see `Recorder`.

    `before` is the session before that act, where it was a sitting's.
    """

    reason: str
    before: Session | None


@dataclass
class Broken(Message, bubble=False):
    """An effect failed by a fault of the program, which whoever shows the screens is to raise."""

    error: BaseException


class Recorder:
    """Performs effects against the library, one after the other, and tells how each went.

    After one that fails nothing more is performed until `resume`: what the person did since
    rests on it. `cram` journals grades outside the schedule. `tell` is called on the recorder's
    thread. The grades of the card in sight can be prepared, which spares that thread most of the
    work when one is given.
    """

    def __init__(
        self,
        library: Library,
        clock: Callable[[], datetime],
        tell: Callable[[Message], object],
        *,
        cram: bool = False,
    ) -> None:
        self._library = library
        self._clock = clock
        self._tell = tell
        self._cram = cram
        self._events: dict[int, Event] = {}
        self._attempt = 0
        self._failed = -1
        self._in_sight = ""
        self._ready: Ready | None = None
        self._thread = ThreadPoolExecutor(1, "recorder")

    def perform(self, effects: Sequence[Effect], before: Session | None = None) -> None:
        """Take effects in hand and return at once; the moment they carry is now."""
        if effects:
            now, attempt = self._clock(), self._attempt
            acts = self._thread.submit(self._perform, tuple(effects), now, before, attempt)
            acts.add_done_callback(self._look)

    def prepare(self, card: str) -> None:
        """Work out what each grade of the card in sight comes to, and return at once."""
        self._in_sight = card
        if not self._cram:
            self._thread.submit(self._prepare, card, self._clock())

    def resume(self) -> None:
        """Perform again, now that the session is back where it was before the failure."""
        self._attempt += 1

    def close(self) -> None:
        """Wait until all is written."""
        self._thread.shutdown(wait=True)

    def _look(self, acts: Future[None]) -> None:
        """Hand on a fault of the program, which would stay in its future; nothing follows it."""
        if error := acts.exception():
            self._failed = self._attempt
            self._tell(Broken(error))

    def _prepare(self, card: str, now: datetime) -> None:
        # A fault in here is told when the grade is given, which then does the same work.
        if card == self._in_sight:  # else the person is quicker
            self._ready = self._library.prepare(card, now)

    def _perform(
        self, effects: tuple[Effect, ...], now: datetime, before: Session | None, attempt: int
    ) -> None:
        if attempt <= self._failed:
            return
        for effect in effects:
            try:
                committed = self._commit(effect, now)
            except (OSError, NoSuch) as error:
                # NoSuch: what is to be graded or undone is there no longer.
                self._failed = attempt
                self._tell(NotSaved(getattr(error, "strerror", None) or str(error), before))
                return
            self._events[effect.ref] = committed.event
            self._tell(Saved(effect, committed, self._undone(effect)))

    def _undone(self, effect: Effect) -> Event | None:
        match effect:
            case Revoke(of=int(of)):
                return self._events[of]
            case _:
                return None

    def _commit(self, effect: Effect, now: datetime) -> Committed:
        match effect:
            case Record(card=card, grade=grade, seconds=seconds) if self._cram:
                return self._library.cram(card, grade, seconds, now)
            case Record(card=card, grade=grade, seconds=seconds):
                ready, self._ready = self._ready, None
                return self._library.grade(card, grade, seconds, now, ready)
            case Sort(card=card, knows=knows, due=due):
                return self._library.know(card, knows, due, now)
            case Mark(card=card, mark=mark):
                return self._library.mark(card, mark, now)
            case Revoke(of=of):
                event = of if isinstance(of, str) else self._events[of].id
                return self._library.undo(event, now)
