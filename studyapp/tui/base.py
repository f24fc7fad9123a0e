"""What the screens know of the app: services, words, the snapshot, acts on the library."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from textual import work
from textual.app import SuspendNotSupported
from textual.reactive import reactive

from studyapp.library.paths import settings_file
from studyapp.library.snapshot import NoSuch
from studyapp.tui.editor import NoEditor, edit, write
from studyapp.tui.personal import PersonalApp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from studyapp.demos import Chooser
    from studyapp.library.changes import Change, Changed
    from studyapp.library.library import Library
    from studyapp.library.order import Choice, Settled
    from studyapp.library.recognition import Rebound
    from studyapp.library.results import Results
    from studyapp.library.settings import Settings
    from studyapp.library.snapshot import Snapshot
    from studyapp.library.watching import Watch
    from studyapp.notes import Note, Problem
    from studyapp.runner import Runner
    from studyapp.tui.mocking import Wish


@dataclass(frozen=True, slots=True)
class Services:
    """What the app works with; it constructs none of it.

    `library` gives the library, on a worker's thread; `locale` is the environment's, such as
    `zh_CN.UTF-8`; `trusted` tells whether the person trusts the library's code; `trust` keeps
    that for the future; `watch` tells which paths below a folder were touched, on its own thread;
    `decks` reads the notes that came with the program, whose snippets may show an answer;
    `languages` names a deck for each language, where decks ask the same in several; `own`
    is the file of `settings`, and `problems` what can't be used in it; `mock` is the interview to
    begin with, if one is; `back_up` copies the journal, on a worker's thread; `served` tells that
    the person sits before a browser, perhaps elsewhere, and so may not widen their rights.
    """

    library: Callable[[], Library]
    runner: Runner
    settings: Settings
    clock: Callable[[], datetime]
    locale: str
    trusted: bool
    trust: Callable[[], None]
    watch: Callable[[Path, Callable[[frozenset[str]], object]], Watch] | None = None
    results: Results | None = None
    decks: Callable[[], Mapping[str, Note]] = dict
    languages: Mapping[str, str] = field(default_factory=dict)
    own: Path = field(default_factory=settings_file)
    problems: Sequence[Problem] = ()
    mock: Wish | None = None
    back_up: Callable[[Library, datetime], object] | None = None
    served: bool = False


class BaseApp(PersonalApp):
    """The app as its screens see it; which screens there are, a subclass says."""

    snapshot: reactive[Snapshot | None] = reactive(None)
    reading: reactive[tuple[int, int] | None] = reactive(None)
    """While the library is read: how many notes of how many."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.runner = services.runner
        self.trusted = services.trusted
        self.consented = services.trusted
        self.settled: Settled | None = None
        self.new_journal = False
        self.watcher: Watch | None = None  # once the library was read
        self._acting = Lock()

    @cached_property
    def library(self) -> Library:
        """The library; not on the screen's thread before it was read."""
        return self.services.library()

    @cached_property
    def chooser(self) -> Chooser:
        """What finds the demos of a card among the notes as they were last read."""
        from studyapp.demos import Chooser  # noqa: PLC0415  a question comes first

        notes = self.library.snapshot.notes
        return Chooser(notes, notes.topics, self.services.decks)

    @property
    def today(self) -> date:
        """The study day now."""
        return self.library.day(self.clock())

    def clock(self) -> datetime:
        """The present moment."""
        return self.services.clock()

    def action_refresh_library(self) -> None:
        """Read the folder again."""
        raise NotImplementedError

    def may_autorun(self) -> bool:
        """Whether a demo that opens by itself also runs by itself: trusted, or consented to."""
        return self.consented and self.own.autorun

    def trust(self) -> None:
        """Run this library's code without asking, now and from now on."""
        if self.shut("trusted"):
            self.warn("served_setting")
            return
        self.trusted = self.consented = True
        try:
            self.services.trust()
        except OSError as error:
            self.warn("not_saved", reason=error.strerror or str(error))

    def edit(self, path: str, line: int) -> None:
        """Open a note in the person's editor at a line, and read the library again after."""
        if self._lend(lambda: edit(self.library.root / path, line)):
            self.action_refresh_library()

    def write(self, suffix: str) -> str | None:
        """What the person writes into an empty file of that kind; None without an editor."""
        written: list[str] = []
        self._lend(lambda: written.append(write(suffix)))
        return written[0] if written else None

    def _lend(self, act: Callable[[], object]) -> bool:
        """Lend the terminal to an editor; whether there was one to lend, and to lend it to."""
        try:
            failure = self._lent(act)
        except SuspendNotSupported:
            self.warn("no_terminal")
            return False
        if failure:
            self.warn("no_editor", reason=failure)
        return not failure

    def _lent(self, act: Callable[[], object]) -> str:
        """Why the editor could not be started, if so."""
        with self.suspend():  # an exception would leave it suspended
            try:
                act()
            except NoEditor as error:
                return str(error)
        return ""

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
        self.call_from_thread(self.mutate_reactive, BaseApp.snapshot)  # it is another's terms now

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
