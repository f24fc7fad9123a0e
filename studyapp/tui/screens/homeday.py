"""What the keys of Home do with the day: study it, sort it, weigh its decks, look ahead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import work
from textual.message import Message

from studyapp.tui.screens.homeacts import HomeActs
from studyapp.tui.screens.study import StudyScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    from studyapp.study import Plan
    from studyapp.tui.day import Day
    from studyapp.tui.screens.decktable import DeckTable
    from studyapp.tui.screens.filter import Chosen


class HomeDay(HomeActs):
    """Acts on what `today` holds of the chosen deck."""

    @dataclass
    class Planned(Message):
        """What the coming days bring, as `today` began."""

        today: Day
        plan: Plan

    def __init__(self) -> None:
        super().__init__()
        self._away = False
        self._line = ""
        self.today: Day | None = None

    @property
    def first_deck(self) -> str | None:
        """The deck that is chosen at first: the person's language's, of decks that ask the same."""
        app = self.study_app
        return app.services.languages.get(app.say.language)

    @property
    def table(self) -> DeckTable | None:
        """The table of decks; None while Home is not made."""
        found = self.query("DeckTable")
        return cast("DeckTable", found.first()) if found else None

    @property
    def deck(self) -> str | None:
        """The chosen deck; None for all."""
        table = self.table
        return table.deck if table else self.first_deck

    @work(thread=True, group="plan")
    def foretell(self, today: Day) -> None:
        """Look at the coming days, which takes longer than a key may."""
        self.post_message(self.Planned(today, today.plan()))

    def action_study(self) -> None:
        """Study what today holds of the chosen deck; then pass once more, or go on in more time."""
        today = self.today
        if today is None:
            return
        pace = today.agenda.limits.pace
        if items := today.of_deck(self.deck):
            self._leave_for(StudyScreen(items, seconds=today.agenda.left, pace=pace))
        elif items := today.last_pass(self.deck):
            self._leave_for(StudyScreen(items, cram=True))
        elif items := today.more(self.deck):
            self._leave_for(StudyScreen(items, pace=pace))
        elif today.cards:
            self.notify(self.study_app.say("nothing_here"), markup=False)

    def action_cram(self) -> None:
        """Go through the chosen deck without touching the schedule."""
        from studyapp.tui.overview import crammed  # noqa: PLC0415  a card comes first

        if self.today:
            cards = [card for card in self.today.cards if self.deck in (None, card.deck)]
            if items := crammed(cards):
                self._leave_for(StudyScreen(items, cram=True))
            else:
                self.say_why("none")

    def action_filter(self) -> None:
        """Choose cards by a line, and study them."""
        from studyapp.tui.screens.filter import FilterScreen  # noqa: PLC0415  as above

        if self.today and not self._away:
            self._away = True
            self.app.push_screen(FilterScreen(self.today, self._line), self._study_chosen)

    def _study_chosen(self, chosen: Chosen | None) -> None:
        self._away = False
        if chosen and self.today:
            self._line = chosen.line
            pace = self.today.agenda.limits.pace
            self._leave_for(StudyScreen(chosen.items, cram=chosen.cram, pace=pace))

    def action_browse(self) -> None:
        """Look at all cards."""
        from studyapp.tui.screens.browse import BrowseScreen  # noqa: PLC0415  as above

        snapshot = self.study_app.snapshot
        if self.today and snapshot and not snapshot.partial:
            self._leave_for(BrowseScreen(self.today))
        else:
            self.say_why("reading")

    def action_first_pass(self) -> None:
        """Sort the unseen cards of the chosen deck: unknown, vague, known."""
        from studyapp.tui.screens.firstpass import FirstPassScreen  # noqa: PLC0415  as above

        if self.today and (cards := self.today.untold(self.deck)):
            self._leave_for(FirstPassScreen(cards))
        elif self.today:
            self.notify(self.study_app.say("nothing_untold"), markup=False)

    def action_day(self) -> None:
        """Set the minutes, the scheduler and the interview."""
        from studyapp.tui.screens.daysettings import DayScreen  # noqa: PLC0415  as above

        if self.today:
            self._leave_for(DayScreen(self.study_app.library.settings))

    def action_weigh(self, step: int) -> None:
        """Make the chosen deck heavier or lighter."""
        from studyapp.tui.screens.decktable import HEAVIEST  # noqa: PLC0415  as above

        deck, table = self.deck, self.table
        if deck is None or table is None:
            self.say_why("weight")
        elif (weight := table.weight + step) > HEAVIEST:
            self.say_why("heaviest", most=HEAVIEST)
        elif weight < 0:
            self.say_why("lightest")
        else:
            weights = {**self.study_app.library.settings.weights, deck: weight}
            self.study_app.choose("weights", weights)

    def _leave_for(self, screen: Screen[None]) -> None:
        """Go to another screen, unless a key pressed twice has gone there already."""
        if not self._away:
            self._away = True
            self.app.push_screen(screen)
