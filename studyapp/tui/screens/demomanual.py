"""An example of torch's own documentation, offered last, where it has something to show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from time import sleep
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from studyapp.demos import documentable
from studyapp.notes import Card
from studyapp.runner import Request, Starting, collect, documented, is_telling
from studyapp.tui.demonstration import Exhibit, manual
from studyapp.tui.screens.demomarks import DemoMarks

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.notes import Snippet
    from studyapp.runner import Result
    from studyapp.tui.screens.demoshelf import DemoShelf

_PATIENCE = 0.1
_SECONDS = 2.0
"""What an example may take; one that takes longer is none to wait for."""


class DemoManual(DemoMarks):
    """The demos of a card, and behind them what torch's documentation shows of it.

    It is looked for where torch is, after the reveal and while nothing else runs there; an example
    that does not run to its end, or shows no value, is not offered.
    """

    @dataclass
    class Found(Message):
        """The documentation has something to show for a card."""

        card: Card
        exhibit: Exhibit

    def __init__(self) -> None:
        super().__init__()
        self._chosen: Card | Snippet | None = None
        self._sought: Card | None = None
        self._looking = False

    def reveal(self) -> None:
        """The answer is shown: show the demos, and look what torch says."""
        super().reveal()
        self._seek()

    def on_demo_shelf_chosen(self, message: DemoShelf.Chosen) -> None:
        """The demos of the notes are known: whatever else there is comes behind them."""
        self._chosen = message.wanted
        self.call_next(self._seek)

    def perform(self, wanted: Request | Result, *, unwalled: bool = False) -> None:
        """Run what the person asks for; nothing is looked for meanwhile."""
        if self._looking:
            self.study_app.runner.cancel()
        super().perform(wanted, unwalled=unwalled)

    def ended(self, request: Request) -> None:
        """Look now, if a run kept from looking."""
        super().ended(request)
        self._seek()

    def _seek(self) -> None:
        card, runner = self._wanted, self.study_app.runner
        if not isinstance(card, Card) or card is not self._chosen or card is self._sought:
            return
        if self._revealed and not (self.running or runner.off) and runner.pid is not None:
            self._sought = card  # at once: the next call may come before the look has ended
            self._look(card, lambda: card is self._wanted and not self.running)

    @work(thread=True, exclusive=True, group="manual")
    def _look(self, card: Card, wanted: Callable[[], bool]) -> None:
        app = self.study_app
        names = documentable(card, app.chooser.notes[card.note])
        while names and wanted() and isinstance(app.runner.state, Starting):
            sleep(_PATIENCE)
        allowed = app.runner.sandboxed or app.trusted
        found = self._try(names, wanted) if names and allowed and wanted() else None
        if found and wanted():
            self.post_message(self.Found(card, found))
        elif card is self._sought and not (allowed and wanted()):
            self._sought = None

    def _try(self, names: tuple[str, ...], wanted: Callable[[], bool]) -> Exhibit | None:
        self._looking = True
        try:
            return self._shown(names, wanted)
        finally:
            self._looking = False

    def _shown(self, names: tuple[str, ...], wanted: Callable[[], bool]) -> Exhibit | None:
        """The first example that runs whole and shows a value."""
        runner = self.study_app.runner
        for name, example in documented(runner, names, wanted):
            shown = manual(name, example)
            if isinstance(shown.run, Request):
                run = replace(shown.run, deadline=_SECONDS)
                if is_telling(collect(run, runner.run(run, wanted))):
                    return shown
        return None

    def on_demo_manual_found(self, message: Found) -> None:
        """Offer it behind all others."""
        if message.card is self._wanted and all(one.is_noted for one in self._exhibits):
            self._exhibits.append(message.exhibit)
            if len(self._exhibits) == 1:
                self.show_demo()
            self.post_message(self.Changed())
