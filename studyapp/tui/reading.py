"""An app that reads its library: after the first paint, and whenever something has changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from studyapp.library.garbage import look_for_garbage
from studyapp.library.own import tidy
from studyapp.tui.base import BaseApp
from studyapp.tui.screens.opening import OpeningScreen

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from studyapp.library.library import Library
    from studyapp.library.order import Settled


class ReadingApp(BaseApp):
    """Reads on a thread of its own, and shows what it has read."""

    journalled = True
    """Whether anything had been written about the library when it was read."""

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

    def get_default_screen(self) -> OpeningScreen:
        """One line, until there is more."""
        return OpeningScreen()

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
        except OSError as error:
            settled = error.strerror or str(error)
        self.post_message(self.Opened(settled))
        tidy(self.services.own)

    def _tell(self, done: int, total: int) -> None:
        self.post_message(self.Reading(done, total))

    def on_reading_app_reading(self, message: Reading) -> None:
        """Let the person begin with what was read by now, and show how the rest goes on."""
        self.reading = message.done, message.total
        if self.snapshot is None and self.library.snapshot.partial:
            self._take()

    def on_reading_app_opened(self, message: Opened) -> None:
        """Show what was read, and say what was brought in order."""
        self.reading = None
        if isinstance(message.settled, str):
            self.warn("not_saved", reason=message.settled)
        else:
            self.settled = message.settled
        self._take()
        self.call_after_refresh(self._stand_by)

    def _stand_by(self) -> None:
        """Begin what could wait for what was read to be drawn."""
        look_for_garbage()
        if self.watcher is None and self.services.watch:
            self.watcher = self.services.watch(self.library.root, self._touched)
        if self.services.back_up:
            self._back_up(self.services.back_up)

    @work(thread=True, group="back_up")
    def _back_up(self, copy: Callable[[Library, datetime], object]) -> None:
        copy(self.library, self.clock())

    def _touched(self, paths: frozenset[str]) -> None:
        """Find out, on the watcher's thread, whether it was us."""
        if self.library.changed(paths):
            self.post_message(self.Changed())

    def on_reading_app_changed(self) -> None:
        """Bring edits from outside onto the screen."""
        self.action_refresh_library()

    def _take(self) -> None:
        """Show the library as it is now, in the language that fits it."""
        snapshot = self.library.snapshot
        self.journalled = self.library.journalled
        self.speak(snapshot.notes.titles())
        vars(self).pop("chooser", None)  # it knows the notes as they were
        self.snapshot = snapshot
        self._show_all()

    def _show_all(self) -> None:
        """Open Home, or let a sitting see what has changed."""
        from studyapp.tui.screens.home import HomeScreen  # noqa: PLC0415  as above
        from studyapp.tui.screens.study import StudyScreen  # noqa: PLC0415  as above

        if not any(isinstance(screen, HomeScreen) for screen in self.screen_stack):
            self._open_home()
        for screen in self.screen_stack:
            if isinstance(screen, StudyScreen):
                screen.reread()

    def _open_home(self) -> None:
        """Open Home, and let the keys that were waiting for it act on it."""
        from studyapp.tui.screens.home import HomeScreen  # noqa: PLC0415  as above

        opening = self.screen_stack[0]
        keys = opening.leave() if isinstance(opening, OpeningScreen) else []
        self.push_screen(home := HomeScreen(keys))
        home.hurry()

    def on_reading_app_not_opened(self, message: NotOpened) -> None:
        """Say why there is nothing to see, or nothing newer."""
        opening = self.screen_stack[0]
        if isinstance(opening, OpeningScreen):
            opening.failed(self.say("failed", reason=message.reason))
        if self.snapshot:
            self.warn("failed", reason=message.reason)
