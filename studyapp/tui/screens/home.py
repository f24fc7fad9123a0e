"""Home: what now, how am I doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from studyapp.notes.visible import visible
from studyapp.tui import homekeys, sentences
from studyapp.tui.day import day_of
from studyapp.tui.screens.days import Days
from studyapp.tui.screens.homemock import HomeMock
from studyapp.tui.screens.opening import STUDY
from studyapp.tui.widgets.keyline import KeyLine, fitting
from studyapp.tui.widgets.meter import meter
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widgets import DataTable

    from studyapp.library.snapshot import Snapshot

BAR = 24
"""Cells of the bar that shows how far the library is read."""
SOON = 0.5
"""Seconds after which a card that was hurried to is surely drawn."""


class HomeScreen(HomeMock):
    """Today in one line, the decks, the last thirty days."""

    CSS_PATH = "home.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  Textual declares it on the instance
        (0, "-narrow"),
        (120, "-wide"),
    ]
    HELP: ClassVar[str] = "help_home"
    """What the help begins with here."""
    BINDINGS: ClassVar[list[BindingType]] = homekeys.BINDINGS

    def __init__(self, keys: Sequence[str] = ()) -> None:
        super().__init__()
        self._keys = keys
        self._bare = False

    @property
    def in_sight(self) -> bool:
        """Whether no other screen covers this; to Textual the one right behind counts as seen."""
        front = self.app.screen
        return self.is_current and (front is self or front.is_modal)

    def hurry(self) -> None:
        """Go where the first key leads that was pressed before there was anything to see.

        If that is the first card, Home is made when the card stands.
        """
        app = self.study_app
        if app.snapshot and self._keys[:1] == [STUDY] and not app.services.mock:
            self._keys = ()
            self.today = day_of(app.snapshot, app.today, app.library.settings)
            self.action_study()
            if self._away:
                self._bare = True
                self.set_timer(SOON, self._furnish)

    def compose(self) -> ComposeResult:
        """One line for now; the decks; beside or below them the days and what needs the person."""
        if self._bare:
            return
        from studyapp.tui.screens.decktable import DeckTable  # noqa: PLC0415  a card needs none

        with Horizontal(id="top"):
            yield Static(id="place", markup=False)
            yield Static(id="date", markup=False)
        yield Static(id="reading", markup=False)
        yield Prose(id="now")
        yield Prose(id="plan")
        yield Prose(id="explained")
        with Container(id="main"):
            yield DeckTable()
            with Vertical(id="side"):
                yield Days(id="days")
                yield Prose(id="notices")
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Show the library whenever it was read again."""
        self.watch(self.app, "snapshot", self.show, init=False)
        self.watch(self.app, "reading", self._progress)

    async def on_screen_resume(self) -> None:
        """Show the library, with what has changed while another screen was in front."""
        if self.in_sight:
            self._away = False
            await self._furnish()
            self.show(self.study_app.snapshot)
            self.call_after_refresh(self._press)

    async def _furnish(self) -> None:
        """Make what was not made in a hurry."""
        if self._bare:
            self._bare = False
            await self.recompose()
            self._progress(self.study_app.reading)

    async def _press(self) -> None:
        """Press the keys that waited, until one of them leads elsewhere."""
        keys, self._keys = self._keys, ()
        for key in keys:
            if self._away or not self.in_sight:
                return
            if bound := self.active_bindings.get(key):
                await self.app.run_action(bound.binding.action, bound.node)
            if key == STUDY:  # the table passes it on
                return

    def show(self, snapshot: Snapshot | None) -> None:
        """Draw the library as it is now."""
        if snapshot is None or self._bare or not self.in_sight:
            return
        from studyapp.tui.overview import overview  # noqa: PLC0415  as above

        app, say = self.study_app, self.study_app.say
        view = overview(snapshot, app.today, app.library.settings)
        self.today = view.today
        place = visible((snapshot.root / snapshot.under).name)
        self.query_one("#place", Static).update(Content(place))
        self.query_one("#date", Static).update(app.today.isoformat())
        self._say("now", sentences.what_now(view, app.today, say))
        own = self.first_deck
        explained = "" if snapshot.partial else sentences.explained(view, snapshot, say, own)
        self._say("explained", explained)
        told = sentences.notices(snapshot, app.library.foreign(), app.settled, say, app.faults)
        if conflicts := app.library.conflicts():
            told.insert(0, say("conflicts", n=len(conflicts)))
        if app.new_journal:
            told.append(say("journal_offer"))
        self._say("notices", "\n\n".join(told))
        self.query_one(Days).show(view.reviews, say)
        self.query_one("#side").display = bool(told) or any(view.reviews)
        self.query_one("#main").display = True
        if table := self.table:
            table.show(view.rows, say, own)
            table.display = bool(view.all.cards)
            table.focus()
        self._name_keys()
        if not snapshot.partial:
            self.call_after_refresh(self.foretell, view.today)
            self.begin_wished()

    def _name_keys(self) -> None:
        """Name as many keys as fit; without a card there is nothing to study."""
        line, say = self.query_one(KeyLine), self.study_app.say
        studyable = bool(self.today and self.today.cards)
        keys = homekeys.useful(say, studyable=studyable)
        line.show(fitting(line.as_bound(keys), self.size.width - self.gutter.width, homekeys.SPARE))

    def on_resize(self) -> None:
        """Name more keys, or fewer."""
        if self.today and not self._bare:
            self._name_keys()

    def on_home_day_planned(self, message: HomeMock.Planned) -> None:
        """Say what the coming days bring, if they still look so."""
        if self.today is message.today:
            say, day = self.study_app.say, message.today.agenda.day
            self._say("plan", sentences.planned(message.plan, day, say))

    def _progress(self, reading: tuple[int, int] | None) -> None:
        """A bar, while notes are still being read."""
        if self._bare:
            return
        line = self.query_one("#reading", Static)
        line.display = reading is not None
        if reading:
            done, total = reading
            told = self.study_app.say("reading", done=done, total=total)
            line.update(meter(done / total, BAR).append(f"  {told}"))

    def _say(self, where: str, text: str) -> None:
        self.query_one(f"#{where}", Prose).text = visible(text)

    def on_data_table_row_selected(self, message: DataTable.RowSelected) -> None:
        """Enter, or a click on the chosen row: study that deck."""
        message.stop()
        self.action_study()
