"""The session's effects, performed in order on a thread of their own."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from studyapp.study.messages import Effect, Mark, Record, Revoke

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from studyapp.library.desk import Committed
    from studyapp.library.library import Library


@dataclass
class Saved(Message):
    """An effect is durable."""

    effect: Effect
    committed: Committed


@dataclass
class NotSaved(Message):
    """Effects that could not be journalled; nothing of them has happened."""

    effect: Effect
    reason: str


class Recorder:
    """Performs effects against the library, one after the other, and tells how each went.

    `cram` journals grades outside the schedule. `tell` is called on the recorder's thread.
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
        self._events: dict[int, str] = {}
        self._thread = ThreadPoolExecutor(1, "recorder")

    def perform(self, effects: Sequence[Effect]) -> None:
        """Take effects in hand and return at once; the moment they carry is now."""
        now = self._clock()
        if effects:
            self._thread.submit(self._perform, tuple(effects), now)

    def close(self) -> None:
        """Wait until all is written."""
        self._thread.shutdown(wait=True)

    def _perform(self, effects: tuple[Effect, ...], now: datetime) -> None:
        for effect in effects:
            try:
                committed = self._commit(effect, now)
            except (OSError, LookupError) as error:
                # LookupError: what is to be undone was itself never saved.
                reason = getattr(error, "strerror", None) or str(error)
                self._tell(NotSaved(effect, reason))
                return
            self._events[effect.ref] = committed.event.id
            self._tell(Saved(effect, committed))

    def _commit(self, effect: Effect, now: datetime) -> Committed:
        match effect:
            case Record(card=card, grade=grade, seconds=seconds):
                act = self._library.cram if self._cram else self._library.grade
                return act(card, grade, seconds, now)
            case Mark(card=card, mark=mark):
                return self._library.mark(card, mark, now)
            case Revoke(of=of):
                event = of if isinstance(of, str) else self._events[of]
                return self._library.undo(event, now)
