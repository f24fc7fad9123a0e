"""Acts on the library, each on a worker's thread, and what the screens are told of it."""

from __future__ import annotations

from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from textual import work
from textual.reactive import reactive

from studyapp.library.snapshot import NoSuch
from studyapp.tui.personal import PersonalApp

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from studyapp.library.changes import Change, Changed
    from studyapp.library.library import Library
    from studyapp.library.order import Choice
    from studyapp.library.recognition import Rebound
    from studyapp.library.snapshot import Snapshot
    from studyapp.tui.services import Services


class ActingApp(PersonalApp):
    """Performs what the person does outside of sittings, one act at a time."""

    snapshot: reactive[Snapshot | None] = reactive(None)
    """The library as it was last read or written."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._acting = Lock()

    @cached_property
    def library(self) -> Library:
        """The library; not on the screen's thread before it was read."""
        return self.services.library()

    def clock(self) -> datetime:
        """The present moment."""
        return self.services.clock()

    @work(thread=True, group="act")
    def resolve(self, choice: Choice, *, always: bool) -> None:
        """Settle what another tool rewrote."""
        self._act(lambda: self.library.resolve(choice, self.clock(), always=always))

    @work(thread=True, group="act")
    def choose(self, key: str, value: object) -> None:
        """Set one of the settings that travel with the notes, which then say what follows."""
        if self.shut(key):
            self.call_from_thread(self.warn, "served_setting")
            return
        self._act(lambda: self._choose(key, value))
        self.call_from_thread(self.mutate_reactive, ActingApp.snapshot)  # it is another's terms now

    def _choose(self, key: str, value: object) -> None:
        now = self.clock()
        self.library.choose(key, value, now)
        self.library.settle(now)

    @work(thread=True, group="act")
    def keep_journal_private(self) -> None:
        """Keep the journal out of git."""
        self._act(self.library.keep_journal_private)
        self.call_from_thread(self.notify, self.say("journal_private"), markup=False)

    @work(thread=True, group="act")
    def mend(self) -> None:
        """Take git's conflict markers off review values."""
        self._act(lambda: self.library.mend(self.clock()))

    @work(thread=True, group="act")
    def rule(self, pair: Rebound, *, same: bool) -> None:
        """Take the person's word for whether two cards are the same."""
        self._act(lambda: self.library.rule(pair, self.clock(), same=same))

    @work(thread=True, group="act")
    def take_up(self, card: str) -> None:
        """Ask a suspended card again, beginning with its next day."""
        own = self.library.snapshot.state.cards.get(card)
        if own and own.suspended:  # a second mark would suspend it again
            self._act(lambda: self.library.mark(card, "suspend", self.clock()))

    @work(thread=True, group="act")
    def undo_last(self) -> None:
        """Take back the last act in the journal, and say which."""
        self._act(self._undo)

    def _undo(self) -> None:
        done = self.library.undo_last(self.clock())
        if not done.events:
            self.call_from_thread(self.warn, "nothing_to_undo")
            return
        what = self._named(done)
        self.call_from_thread(self.notify, self.say("undone_what", what=what), markup=False)
        self._tell_waiting(done)

    @work(thread=True, group="act")
    def change(self, cards: Sequence[str], change: Change) -> None:
        """Do the same to some cards, and say what was done."""
        self._act(lambda: self._change(cards, change))

    def _change(self, cards: Sequence[str], change: Change) -> None:
        done = self.library.change(cards, change, self.clock())
        if not done.events:
            self.call_from_thread(self.warn, "unchanged")
            return
        what = self._named(done)
        self.call_from_thread(self.notify, self.say("done_what", what=what), markup=False)
        self._tell_waiting(done)

    def _named(self, done: Changed) -> str:
        """What was done, in words."""
        from studyapp.tui import acts  # noqa: PLC0415  for the first frame

        return acts.told(done.events, self.library.snapshot, self.say)

    def _tell_waiting(self, done: Changed) -> None:
        """Say of notes that could not be written that they wait; the acts are safe."""
        if done.waiting:
            reason = next(iter(done.waiting.values())).reason
            self.call_from_thread(self.warn, "notes_wait", n=len(done.waiting), reason=reason)

    def _act(self, act: Callable[[], object]) -> None:
        """Perform an act on a worker's thread, one at a time, and show what became of it."""
        with self._acting:
            try:
                act()
            except (OSError, NoSuch) as error:
                # NoSuch: what the act was about is there no longer.
                reason = getattr(error, "strerror", None) or str(error)
                self.call_from_thread(self.warn, "not_saved", reason=reason)
            self.call_from_thread(setattr, self, "snapshot", self.library.snapshot)
