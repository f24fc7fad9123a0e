"""From Home into a mock interview: how long, then what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from studyapp.study.candidate import is_askable
from studyapp.tui.screens.homeday import HomeDay

if TYPE_CHECKING:
    from studyapp.tui.day import Day
    from studyapp.tui.mocking import Script, Wish


class HomeMock(HomeDay):
    """An interview about the chosen deck, or all."""

    @dataclass
    class Drawn(Message):
        """What an interview asks."""

        script: Script

    _begun = False

    def action_mock(self) -> None:
        """Choose how long, then begin."""
        from studyapp.tui.screens.mockstart import MockStartScreen  # noqa: PLC0415  rarely opened

        snapshot = self.study_app.snapshot
        if self.today and snapshot and not snapshot.partial and not self._away:
            self._away = True
            day, cards = self.today.agenda.day, self.today.cards
            asked = (one for one in cards if self.deck in (None, one.deck))
            there = sum(is_askable(one, day) for one in asked)
            self.app.push_screen(MockStartScreen(self.deck, there), self._begin)

    def begin_wished(self) -> None:
        """Begin the interview that the app was opened for, once."""
        if not self._begun and (wish := self.study_app.services.mock):
            self._begun = self._away = True
            self._begin(wish)

    def _begin(self, wish: Wish | None) -> None:
        self._away = wish is not None
        if wish and self.today:
            moment = int(self.study_app.clock().timestamp())
            self._draw(self.today, wish, moment if wish.seed is None else wish.seed)

    @work(thread=True, group="mock")
    def _draw(self, today: Day, wish: Wish, seed: int) -> None:
        import studyapp.tui.screens.mock  # noqa: F401,PLC0415  here, the screen need not wait
        from studyapp.tui.mocking import script  # noqa: PLC0415  nothing of it is needed before

        self.post_message(self.Drawn(script(today, wish, seed)))

    def on_home_mock_drawn(self, message: Drawn) -> None:
        """Ask the first question, if there is one."""
        from studyapp.tui.screens.mock import MockScreen  # noqa: PLC0415  the thread imported it

        if message.script.questions:
            self.app.push_screen(MockScreen(message.script))
        else:
            self._away = False
            self.notify(self.study_app.say("mock_none"), markup=False)
