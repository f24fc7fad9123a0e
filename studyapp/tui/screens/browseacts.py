"""What the keys of Browse do with the chosen cards."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import Screen

from studyapp.library import changes
from studyapp.tui import hits
from studyapp.tui.overview import crammed
from studyapp.tui.screens.duedate import DueScreen
from studyapp.tui.screens.note import NoteScreen
from studyapp.tui.screens.study import StudyScreen
from studyapp.tui.widgets.cardlist import CardList

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from studyapp.library.acts import Mark
    from studyapp.library.candidates import Candidate
    from studyapp.library.changes import Change
    from studyapp.notes import Card
    from studyapp.schedule.cards import CardState
    from studyapp.tui.base import BaseApp
    from studyapp.tui.day import Day


class BrowseActs(Screen[None]):
    """Acts on what is `picked` of the list: the chosen cards, else the one that is looked at."""

    def __init__(self, day: Day) -> None:
        super().__init__()
        self.day = day
        self._away = False

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    @property
    def picked(self) -> list[str]:
        """The cards that an act is about."""
        return self.query_one(CardList).picked

    @property
    def card(self) -> Card | None:
        """The card that is looked at, whole."""
        name = self.query_one(CardList).card
        return self.study_app.library.snapshot.cards.get(name) if name else None

    def on_screen_resume(self) -> None:
        """Take keys again."""
        self._away = False

    def action_mark(self, mark: Mark) -> None:
        """Set a mark on all of them; if all have it, take it off."""
        today = self.study_app.today
        marks: dict[Mark, tuple[Callable[[CardState], bool], Callable[..., Change]]] = {
            "suspend": (lambda own: own.suspended, changes.suspend),
            "flag": (lambda own: own.flagged, changes.flag),
            "bury": (lambda own: (own.buried_until or today) > today, changes.bury),
        }
        has, change = marks[mark]
        states = self.study_app.library.snapshot.state.cards
        picked = self.picked
        on = not all(card in states and has(states[card]) for card in picked)
        self._change(picked, change(on=on))

    def action_reset(self) -> None:
        """Have them begin again as new."""
        self._change(self.picked, changes.reset())

    def action_move(self) -> None:
        """Ask for a day, and have them come on it."""
        picked = self.picked

        def move(due: date | None) -> None:
            if due:
                self._change(picked, changes.move(due))

        if picked:
            self.app.push_screen(DueScreen(len(picked)), move)
        else:
            self._say_none()

    def _change(self, cards: list[str], change: Change) -> None:
        if cards:
            self.study_app.change(cards, change)
        else:
            self._say_none()

    def _say_none(self) -> None:
        """Say that there is no card to act on."""
        self.notify(self.study_app.say("silent_none"), markup=False)

    def action_undo(self) -> None:
        """Take back the last act."""
        self.study_app.undo_last()

    def action_study(self) -> None:
        """Study what is due or new of them."""
        if items := hits.asked(self._candidates(), self.day):
            self._leave_for(StudyScreen(items, pace=self.day.agenda.limits.pace))
        elif self.picked:
            self.notify(self.study_app.say("browse_not_due"), markup=False)
        else:
            self._say_none()

    def action_cram(self) -> None:
        """Go through all of them, and leave the schedule alone."""
        if items := crammed(self._candidates()):
            self._leave_for(StudyScreen(items, cram=True))
        else:
            self._say_none()

    def _candidates(self) -> list[Candidate]:
        wanted = {*self.picked}
        return [card for card in self.day.cards if card.id in wanted]

    def _leave_for(self, screen: Screen[None]) -> None:
        if not self._away:
            self._away = True
            self.app.push_screen(screen)

    def action_note(self) -> None:
        """Read the note, where the card stands in it."""
        if card := self.card:
            self._leave_for(NoteScreen(card.note, card.line))
        else:
            self._say_none()

    def action_edit(self) -> None:
        """Edit the card in the person's editor."""
        if card := self.card:
            self.study_app.edit(card.note, card.line)
        else:
            self._say_none()

    def action_why(self) -> None:
        """Say why the card is due when it is."""
        from studyapp.tui.screens.why import WhyScreen  # noqa: PLC0415  plots take 0.1 s

        if card := self.card:
            self._leave_for(WhyScreen(card))
        else:
            self._say_none()
