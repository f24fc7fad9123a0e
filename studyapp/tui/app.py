"""The app: it serves what the screens ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding

from studyapp.tui.helptext import help_text
from studyapp.tui.palette import Palette, commands
from studyapp.tui.reading import ReadingApp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.binding import BindingType
    from textual.screen import Screen

    from studyapp.notes import Waits
    from studyapp.tui.recorder import Broken, NotSaved, Saved
    from studyapp.tui.services import Services


class StudyApp(ReadingApp):
    """Study one library."""

    TITLE = "studyapp"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,？,f1", "help", "help", id="help"),
        Binding("ctrl+z", "undo", "undo", show=False),  # a screen's own undo goes before it
        Binding("ctrl+n", "capture", "write a question down", id="capture"),
        Binding("ctrl+o", "open_note", "open a note", id="open_note"),
    ]

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self._told: set[tuple[str, Waits]] = set()

    def on_mount(self) -> None:
        """Take the person's theme; read the library once the first frame is painted."""
        self.wear()
        self.call_after_refresh(self.action_refresh_library)

    def on_saved(self, message: Saved) -> None:
        """An act of a sitting is durable: show it on Home, say if a note waits."""
        self.snapshot = self.library.snapshot
        if not self.journalled:
            self.journalled = self.new_journal = True
            self.notify(self.say("journal_kept"), markup=False)
        waits, card = message.committed.waiting, message.committed.card
        if waits and card and (card.note, waits) not in self._told:
            self._told.add((card.note, waits))
            self.warn("note_waits", note=card.note, reason=waits.reason)

    def on_not_saved(self, message: NotSaved) -> None:
        """An act of a sitting could not be journalled; the sitting may be over already."""
        self.warn("not_saved", reason=message.reason)

    def on_broken(self, message: Broken) -> None:
        """End with the error, rather than go on as if an act had been kept."""
        raise message.error

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
        from studyapp.tui.screens.settingchoice import pick_theme  # noqa: PLC0415  rarely wanted

        pick_theme(self)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every key of the screen in front, in its order, and the themes."""
        yield from commands(screen, self.say)
        yield SystemCommand(self.say("theme"), "", self.action_change_theme)
