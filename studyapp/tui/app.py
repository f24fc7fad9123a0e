"""The app: it opens the library after the first paint and serves what the screens ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import App, SuspendNotSupported, SystemCommand
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive

from studyapp.notes.visible import visible
from studyapp.tui.editor import NoEditor, edit
from studyapp.tui.helptext import help_text
from studyapp.tui.palette import commands
from studyapp.tui.screens.opening import OpeningScreen
from studyapp.tui.words import Words, language_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime

    from textual.binding import BindingType
    from textual.screen import Screen

    from studyapp.demos import Chooser
    from studyapp.library.library import Choice, Library, Settled
    from studyapp.library.recognition import Rebound
    from studyapp.library.settings import Settings
    from studyapp.library.snapshot import Snapshot
    from studyapp.notes import Waits
    from studyapp.runner import Runner
    from studyapp.tui.recorder import NotSaved, Saved


@dataclass(frozen=True, slots=True)
class Services:
    """What the app works with; it constructs none of it.

    `library` gives the library, on a worker's thread; `locale` is the environment's, such as
    `zh_CN.UTF-8`; `trusted` tells whether the person trusts the library's code; `trust` keeps
    that for the future.
    """

    library: Callable[[], Library]
    runner: Runner
    settings: Settings
    clock: Callable[[], datetime]
    locale: str
    trusted: bool
    trust: Callable[[], None]


class StudyApp(App[None]):
    """Study one library."""

    TITLE = "studyapp"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,？,f1", "help", "help", id="help"),
    ]

    @dataclass
    class Opened(Message):
        """The library was read; `settled` says what was brought in order, or why nothing was."""

        settled: Settled | str

    @dataclass
    class NotOpened(Message):
        """The library can't be read."""

        reason: str

    snapshot: reactive[Snapshot | None] = reactive(None)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.runner = services.runner
        self.trusted = services.trusted
        self.consented = services.trusted
        self.settled: Settled | None = None
        self.chooser: Chooser  # once the library was read
        self._told: set[tuple[str, Waits]] = set()
        self._acting = Lock()
        self.say = Words(language_of(services.settings.language, (), services.locale))

    @cached_property
    def library(self) -> Library:
        """The library; not on the screen's thread before it was read."""
        return self.services.library()

    @property
    def today(self) -> date:
        """The study day now."""
        return self.library.day(self.clock())

    def clock(self) -> datetime:
        """The present moment."""
        return self.services.clock()

    def get_default_screen(self) -> OpeningScreen:
        """One line, until there is more."""
        return OpeningScreen()

    def on_mount(self) -> None:
        """Take the person's theme; read the library once the first frame is painted."""
        if self.services.settings.theme in self.available_themes:
            self.theme = self.services.settings.theme
        self.call_after_refresh(self.action_refresh_library)

    def action_refresh_library(self) -> None:
        """Read the folder again."""
        self._read()

    @work(thread=True, exclusive=True, group="read")
    def _read(self) -> None:
        import studyapp.tui.screens.home  # noqa: F401,PLC0415  here, the screen need not wait

        now = self.clock()
        try:
            self.library.open(now)
        except OSError as error:
            self.post_message(self.NotOpened(error.strerror or str(error)))
            return
        try:
            settled: Settled | str = self.library.settle(now)
        except OSError as error:
            settled = error.strerror or str(error)
        self.post_message(self.Opened(settled))

    def on_study_app_opened(self, message: Opened) -> None:
        """Show what was read, in the language that fits it."""
        from studyapp.demos import Chooser  # noqa: PLC0415  the reader's thread imported it

        snapshot = self.library.snapshot
        titles = [note.title for note in snapshot.notes.briefs.values()]
        services = self.services
        self.say = Words(language_of(services.settings.language, titles, services.locale))
        self.chooser = Chooser(snapshot.notes, snapshot.notes.topics)
        if isinstance(message.settled, str):
            self._warn("not_saved", reason=message.settled)
        else:
            self.settled = message.settled
        self.snapshot = snapshot
        self._show_all()

    def _show_all(self) -> None:
        """Open Home, or let a sitting see what has changed."""
        from studyapp.tui.screens.home import HomeScreen  # noqa: PLC0415  as above
        from studyapp.tui.screens.study import StudyScreen  # noqa: PLC0415  as above

        if not any(isinstance(screen, HomeScreen) for screen in self.screen_stack):
            self.push_screen(HomeScreen())
        for screen in self.screen_stack:
            if isinstance(screen, StudyScreen):
                screen.reread()

    def on_study_app_not_opened(self, message: NotOpened) -> None:
        """Say why there is nothing to see, or nothing newer."""
        opening = self.screen_stack[0]
        if isinstance(opening, OpeningScreen):
            opening.failed(self.say("failed", reason=message.reason))
        if self.snapshot:
            self._warn("failed", reason=message.reason)

    def on_saved(self, message: Saved) -> None:
        """An act of a sitting is durable: show it on Home, say if a note waits."""
        self.snapshot = self.library.snapshot
        waits, card = message.committed.waiting, message.committed.card
        if waits and card and (card.note, waits) not in self._told:
            self._told.add((card.note, waits))
            self._warn("note_waits", note=card.note, reason=waits.reason)

    def on_not_saved(self, message: NotSaved) -> None:
        """An act of a sitting could not be journalled; the sitting may be over already."""
        self._warn("not_saved", reason=message.reason)

    def action_help(self) -> None:
        """Show the keys and the grades; pressed again, go back."""
        from studyapp.tui.screens.reader import ReaderScreen  # noqa: PLC0415  for the first frame

        if self.screen.name == "help":
            self.screen.dismiss()
        else:
            title = self.say("help_title")
            self.push_screen(ReaderScreen(title, help_text(self.say), name="help"))

    def may_autorun(self) -> bool:
        """Whether a demo that opens by itself also runs by itself: trusted, or consented to."""
        return self.consented and self.services.settings.autorun

    def trust(self) -> None:
        """Run this library's code without asking, now and from now on."""
        self.trusted = self.consented = True
        try:
            self.services.trust()
        except OSError as error:
            self._warn("not_saved", reason=error.strerror or str(error))

    def edit(self, path: str, line: int) -> None:
        """Open a note in the person's editor at a line, and read the library again after."""
        try:
            failure = self._edited(path, line)
        except SuspendNotSupported:
            self._warn("no_terminal")
            return
        if failure:
            self._warn("no_editor", reason=failure)
        self.action_refresh_library()

    def _edited(self, path: str, line: int) -> str:
        """Why the editor could not be started, if so."""
        with self.suspend():  # an exception would leave it suspended
            try:
                edit(self.library.root / path, line)
            except NoEditor as error:
                return str(error)
        return ""

    @work(thread=True, group="act")
    def resolve(self, choice: Choice, *, always: bool) -> None:
        """Settle what another tool rewrote."""
        self._act(lambda: self.library.resolve(choice, self.clock(), always=always))

    @work(thread=True, group="act")
    def rule(self, pair: Rebound, *, same: bool) -> None:
        """Take the person's word for whether two cards are the same."""
        self._act(lambda: self.library.rule(pair, self.clock(), same=same))

    @work(thread=True, group="act")
    def undo_last(self) -> None:
        """Take back the last act in the journal, and say which."""
        self._act(self._undo)

    def _undo(self) -> None:
        live = self.library.snapshot.state.live
        if not live:
            self.call_from_thread(self._warn, "nothing_to_undo")
            return
        self.library.undo(live[-1].id, self.clock())
        card = self.library.snapshot.cards.get(getattr(live[-1], "card", ""))
        text = self.say("undone_what", what=visible(card.question)) if card else self.say("undone")
        self.call_from_thread(self.notify, text, markup=False)

    def _act(self, act: Callable[[], object]) -> None:
        """Perform an act on a worker's thread, one at a time, and show what became of it."""
        with self._acting:
            try:
                act()
            except (OSError, LookupError) as error:
                # LookupError: what the act was about is there no longer.
                reason = getattr(error, "strerror", None) or str(error)
                self.call_from_thread(self._warn, "not_saved", reason=reason)
            self.call_from_thread(setattr, self, "snapshot", self.library.snapshot)

    def _warn(self, key: str, **facts: object) -> None:
        self.notify(self.say(key, **facts), severity="warning", markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every key of the screen in front, in its order, and the themes."""
        yield from commands(screen, self.say)
        yield SystemCommand(self.say("theme"), "", self.action_change_theme)
