"""What the screens know of the app: the day, the rights of code, the editor, and all below it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual.app import SuspendNotSupported
from textual.reactive import reactive

from studyapp.tui.acting import ActingApp
from studyapp.tui.editor import NoEditor, edit, write

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from studyapp.demos import Chooser
    from studyapp.library.order import Settled
    from studyapp.library.watching import Watch
    from studyapp.tui.services import Services


class BaseApp(ActingApp):
    """The app as its screens see it; which screens there are, a subclass says."""

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
