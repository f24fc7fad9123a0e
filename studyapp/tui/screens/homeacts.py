"""What the keys of Home do with what needs the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import Screen

if TYPE_CHECKING:
    from studyapp.library.order import Choice
    from studyapp.library.snapshot import Snapshot
    from studyapp.tui.base import BaseApp


class HomeActs(Screen[None]):
    """Lists, answers to questions, and undo."""

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def action_problems(self) -> None:
        """List what could not be read or written."""
        from studyapp.tui.screens.problems import ProblemsScreen  # noqa: PLC0415  seldom needed

        if self.study_app.snapshot:
            self.app.push_screen(ProblemsScreen())

    def action_rebinds(self) -> None:
        """List the reworded questions, the doubtful ones first, for the person to judge."""
        from studyapp.tui.screens.rebinds import RebindsScreen  # noqa: PLC0415  seldom needed

        snapshot = self.study_app.snapshot
        if snapshot and (snapshot.doubts or snapshot.rebinds):
            self.app.push_screen(RebindsScreen(snapshot.doubts, snapshot.rebinds))
        else:
            self.say_why("rebinds")

    def action_mend(self) -> None:
        """Take git's conflict markers off review values."""
        if self.study_app.snapshot and self.study_app.library.conflicts():
            self.study_app.mend()
        else:
            self.say_why("conflicts")

    def action_resolve(self, choice: Choice, always: bool) -> None:  # noqa: FBT001  from a binding
        """Settle what another tool rewrote."""
        if self.study_app.library.foreign():
            self.study_app.resolve(choice, always=always)
        else:
            self.say_why("foreign")

    def action_suspended(self) -> None:
        """List the cards that are never asked, for some to be taken up again."""
        from studyapp.tui.screens.suspended import SuspendedScreen  # noqa: PLC0415  seldom needed

        snapshot = self.study_app.snapshot
        if snapshot and not snapshot.partial:
            self.app.push_screen(SuspendedScreen())

    def action_cardless(self) -> None:
        """List the notes that ask nothing, for the person to write a card into one."""
        from studyapp.tui.screens.cardless import CardlessScreen  # noqa: PLC0415  seldom needed

        snapshot = self.study_app.snapshot
        if snapshot and not snapshot.partial:
            self.app.push_screen(CardlessScreen())

    def action_stats(self) -> None:
        """Tell how it went, how it stands, what comes."""
        from studyapp.tui.screens.stats import StatsScreen  # noqa: PLC0415  plots take 0.1 s

        snapshot = self.study_app.snapshot
        if snapshot and not snapshot.partial and not isinstance(self.app.screen, StatsScreen):
            self.app.push_screen(StatsScreen())

    def action_coverage(self) -> None:
        """Tell which questions of the outlines have a note, and which are known."""
        from studyapp.tui.screens.coverage import CoverageScreen  # noqa: PLC0415  rarely opened

        snapshot = self.study_app.snapshot
        if snapshot and not snapshot.partial and not isinstance(self.app.screen, CoverageScreen):
            self.app.push_screen(CoverageScreen())

    def action_settings(self) -> None:
        """Show all settings, to be changed."""
        from studyapp.tui.screens.settings import SettingsScreen  # noqa: PLC0415  seldom opened

        snapshot = self.study_app.snapshot
        if snapshot and not isinstance(self.app.screen, SettingsScreen):
            self.app.push_screen(SettingsScreen())

    def action_ignore(self) -> None:
        """Keep a journal that was just begun out of git."""
        app = self.study_app
        if app.new_journal:
            app.new_journal = False
            app.keep_journal_private()
            self.show(app.snapshot)
        else:
            self.say_why("journal")

    def say_why(self, why: str, **facts: object) -> None:
        """Say why a key does nothing; of a library that is not open yet, only that."""
        snapshot = self.study_app.snapshot
        opened = snapshot is not None and not snapshot.partial
        key = f"silent_{why if opened else 'reading'}"
        self.notify(self.study_app.say(key, **facts), markup=False)

    def show(self, snapshot: Snapshot | None) -> None:
        """Draw the library as it is now; the screen says how."""
        raise NotImplementedError

    def action_undo(self) -> None:
        """Take back the last act."""
        self.study_app.undo_last()
