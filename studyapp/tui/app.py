"""The app: it opens the library after the first paint and serves what the screens ask."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import SystemCommand
from textual.binding import Binding
from textual.message import Message

from studyapp.library.own import tidy
from studyapp.tui.base import BaseApp, Services
from studyapp.tui.helptext import help_text
from studyapp.tui.palette import Palette, commands
from studyapp.tui.screens.opening import OpeningScreen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.screen import Screen

    from studyapp.library.order import Settled
    from studyapp.notes import Waits
    from studyapp.tui.recorder import NotSaved, Saved


class StudyApp(BaseApp):
    """Study one library."""

    TITLE = "studyapp"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,？,f1", "help", "help", id="help"),
        Binding("ctrl+z", "undo", "undo", show=False),  # a screen's own undo goes before it
        Binding("ctrl+n", "capture", "write a question down", id="capture"),
        Binding("ctrl+o", "open_note", "open a note", id="open_note"),
    ]

    @dataclass
    class Opened(Message):
        """The library was read; `settled` says what was brought in order, or why nothing was."""

        settled: Settled | str

    @dataclass
    class Reading(Message):
        """So many of the library's notes were read."""

        done: int
        total: int

    @dataclass
    class Changed(Message):
        """Another program has changed the library."""

    @dataclass
    class NotOpened(Message):
        """The library can't be read."""

        reason: str

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._told: set[tuple[str, Waits]] = set()
        self._journalled = True

    def get_default_screen(self) -> OpeningScreen:
        """One line, until there is more."""
        return OpeningScreen()

    def on_mount(self) -> None:
        """Take the person's theme; read the library once the first frame is painted."""
        self.wear()
        self.call_after_refresh(self.action_refresh_library)

    def on_unmount(self) -> None:
        """Watch no longer."""
        if self.watcher:
            self.watcher.stop()

    def action_refresh_library(self) -> None:
        """Read the folder again."""
        self._read()

    @work(thread=True, exclusive=True, group="read")
    def _read(self) -> None:
        import studyapp.tui.screens.home  # noqa: F401,PLC0415  here, the screen need not wait

        if keys := self.wished(self.own):
            self.call_from_thread(self.bind_keys, *keys)
        now = self.clock()
        try:
            self.library.open(now, self._tell)
        except OSError as error:
            self.post_message(self.NotOpened(error.strerror or str(error)))
            return
        try:
            settled: Settled | str = self.library.settle(now)
            tidy(self.services.own)
        except OSError as error:
            settled = error.strerror or str(error)
        self.post_message(self.Opened(settled))
        if self.services.back_up:
            self.services.back_up(self.library, now)

    def _tell(self, done: int, total: int) -> None:
        self.post_message(self.Reading(done, total))

    def on_study_app_reading(self, message: Reading) -> None:
        """Let the person begin with what was read by now, and show how the rest goes on."""
        self.reading = message.done, message.total
        if self.snapshot is None and self.library.snapshot.partial:
            self._take()

    def on_study_app_opened(self, message: Opened) -> None:
        """Show what was read, and say what was brought in order."""
        self.reading = None
        if isinstance(message.settled, str):
            self.warn("not_saved", reason=message.settled)
        else:
            self.settled = message.settled
        self._take()
        self.call_after_refresh(look_for_garbage)
        if self.watcher is None and self.services.watch:
            self.watcher = self.services.watch(self.library.root, self._touched)

    def _touched(self, paths: frozenset[str]) -> None:
        """Find out, on the watcher's thread, whether it was us."""
        if self.library.changed(paths):
            self.post_message(self.Changed())

    def on_study_app_changed(self) -> None:
        """Bring edits from outside onto the screen."""
        self.action_refresh_library()

    def _take(self) -> None:
        """Show the library as it is now, in the language that fits it."""
        from studyapp.demos import Chooser  # noqa: PLC0415  the reader's thread imported it

        snapshot = self.library.snapshot
        self._journalled = self.library.journalled
        self.speak(snapshot.notes.titles())
        self.chooser = Chooser(snapshot.notes, snapshot.notes.topics, self.services.decks)
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
            self.warn("failed", reason=message.reason)

    def on_saved(self, message: Saved) -> None:
        """An act of a sitting is durable: show it on Home, say if a note waits."""
        self.snapshot = self.library.snapshot
        if not self._journalled:
            self._journalled = self.new_journal = True
            self.notify(self.say("journal_kept"), markup=False)
        waits, card = message.committed.waiting, message.committed.card
        if waits and card and (card.note, waits) not in self._told:
            self._told.add((card.note, waits))
            self.warn("note_waits", note=card.note, reason=waits.reason)

    def on_not_saved(self, message: NotSaved) -> None:
        """An act of a sitting could not be journalled; the sitting may be over already."""
        self.warn("not_saved", reason=message.reason)

    def action_undo(self) -> None:
        """Take back the last act, from any screen that has no undo of its own."""
        if self.snapshot and not self.snapshot.partial:
            self.undo_last()

    def action_help(self) -> None:
        """Show the keys and the grades; pressed again, go back."""
        from studyapp.tui.screens.reader import ReaderScreen  # noqa: PLC0415  for the first frame

        if self.screen.name == "help":
            self.screen.dismiss()
        else:
            first = getattr(self.screen, "HELP", "")
            text = help_text(self.say, off=self.runner.off, first=first)
            self.push_screen(ReaderScreen(self.say("help_title"), text, name="help"))

    def action_capture(self) -> None:
        """Write a question down, whatever the screen in front; it stays as it is."""
        from studyapp.tui.screens.capture import CaptureScreen  # noqa: PLC0415  for the first frame
        from studyapp.tui.screens.cardscreen import CardScreen  # noqa: PLC0415  likewise

        if self.snapshot and not isinstance(self.screen, CaptureScreen):
            card = self.screen.card if isinstance(self.screen, CardScreen) else None
            self.push_screen(CaptureScreen(card.note if card else ""))

    def action_open_note(self) -> None:
        """Choose one of the notes by words, to read it."""
        from studyapp.tui.screens.notelist import choose_note  # noqa: PLC0415  for the first frame

        choose_note(self)

    def action_command_palette(self) -> None:
        """Show all commands."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(self.say))

    def action_help_quit(self) -> None:
        """Say how to quit, since ctrl+c is for copying."""
        self.notify(self.say("quit_hint"), markup=False)

    def action_change_theme(self) -> None:
        """Choose a theme, each being shown at once."""
        from studyapp.tui.screens.settingeditor import pick_theme  # noqa: PLC0415  rarely wanted

        pick_theme(self)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every key of the screen in front, in its order, and the themes."""
        yield from commands(screen, self.say)
        yield SystemCommand(self.say("theme"), "", self.action_change_theme)


def look_for_garbage() -> None:
    """Collect cycles from now on, if who started the app has put that off.

    What is there by now stays, so that no key waits for it to be looked through.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
