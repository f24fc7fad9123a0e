"""Statistics: how it went, how it stands, what comes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import OptionList, Static

from studyapp.tui import statwords
from studyapp.tui.screens.note import NoteScreen
from studyapp.tui.screens.statpanels import Decks, Hardest, Panel, Recalled, Trust, Year
from studyapp.tui.screens.statplots import plotted
from studyapp.tui.statistics import statistics_of
from studyapp.tui.widgets.keyline import Key, KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.library.snapshot import Snapshot
    from studyapp.study.statistics import Statistics
    from studyapp.tui.base import BaseApp

PLOTS = ("forecast", "weeks", "answers", "minutes", "retention")
TABLES = ("recalled", "decks", "trust", "year", "hardest")
EARLY = ("forecast", "decks", "trust")
"""The panels that tell something before the first answer."""


class StatsScreen(Screen[None]):
    """A page of plots and tables that scrolls; what takes long is counted on a thread."""

    CSS_PATH = "stats.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  Textual declares it on the instance
        (0, "-narrow"),
        (110, "-wide"),
        (180, "-broad"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,ｙ", "period", "30 days or a year", id="stats.period"),
        Binding("h,ｈ", "hardest", "hardest cards", id="stats.hardest"),
        Binding("space,ideographic_space", "page", "page down", id="stats.page"),
        Binding("escape,q,ｑ,a,ａ", "dismiss", "back", id="stats.back"),
    ]

    @dataclass
    class Counted(Message):
        """What there is to tell of `snapshot`."""

        snapshot: Snapshot
        found: Statistics

    def __init__(self) -> None:
        super().__init__()
        self._year = False
        self._found: Statistics | None = None

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """In one line; the plots; the tables; the keys."""
        say = self.study_app.say
        with VerticalScroll(id="page"):
            yield Static(Content(say("stats_counting")), id="headline", markup=False)
            yield Static(id="hint", markup=False)
            with Container(id="plots"):
                yield from (Panel(name) for name in PLOTS)
                yield Recalled(say)
            yield Decks(say)
            yield Trust(say)
            yield Year(say)
            yield Hardest(say)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """Count now, and again whenever the library was read or an answer was given."""
        say = self.study_app.say
        page = self.query_one("#page")
        page.border_title = Content(say("stats_title"))
        page.focus()
        self._show_panels(())
        self._show_keys(studied=False)
        self.watch(self.app, "snapshot", self._count)

    def _count(self, snapshot: Snapshot | None) -> None:
        if snapshot:
            self._work_out(snapshot)

    @work(thread=True, exclusive=True, group="stats")
    def _work_out(self, snapshot: Snapshot) -> None:
        app = self.study_app
        found = statistics_of(snapshot, app.today, app.library.settings)
        self.post_message(self.Counted(snapshot, found))

    def on_stats_screen_counted(self, message: Counted) -> None:
        """Show what was counted, if the library is still that one."""
        if message.snapshot is not self.study_app.snapshot:
            return
        say, found = self.study_app.say, message.found
        self._found = found
        begun = found.streak.longest > 0
        headline = statwords.headline(found, say) if begun else say("stats_none")
        self.query_one("#headline", Static).update(Content(headline))
        hint = self.query_one("#hint", Static)
        hint.update(Content(say("stats_none_hint")))
        hint.display = not begun
        early = EARLY if found.all.cards else ()
        self._show_panels((*PLOTS, *TABLES) if begun else early)
        self._show_keys(studied=begun, hard=bool(found.hardest))
        self._plot()
        self.query_one(Recalled).show(found)
        self.query_one(Decks).show(found)
        self.query_one(Trust).show(found)
        self.query_one(Year).show(found.days)
        self.query_one(Hardest).show(found.hardest, message.snapshot)

    def _show_panels(self, names: tuple[str, ...]) -> None:
        for panel in self.query(".panel"):
            panel.display = panel.id in names
        self.query_one("#plots").display = bool(names)

    def _show_keys(self, *, studied: bool, hard: bool = False) -> None:
        say = self.study_app.say
        keys = [Key("y", say("k_period"), "screen.period")] if studied else []
        keys += [Key("h", say("k_hardest"), "screen.hardest")] if hard else []
        keys += [Key("?", say("k_help"), "app.help"), Key("esc", say("k_back"), "screen.dismiss")]
        self.query_one(KeyLine).show(keys)

    def _plot(self) -> None:
        found, say = self._found, self.study_app.say
        if found:
            for name, drawing in plotted(found, say, year=self._year).items():
                self.query_one(f"#{name}", Panel).show(drawing)

    def action_period(self) -> None:
        """Tell of a year by weeks instead of a month by days, or again of the month."""
        self._year = not self._year
        self._plot()

    def action_hardest(self) -> None:
        """Go to the hardest cards, to choose one."""
        panel = self.query_one(Hardest)
        if panel.display:
            listed = panel.query_one(OptionList)
            listed.highlighted = listed.highlighted or 0
            listed.focus()

    def action_page(self) -> None:
        """Go on by a page."""
        self.query_one("#page", VerticalScroll).scroll_page_down(animate=False)

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Enter, or a click: read the card's note at its line."""
        snapshot = self.study_app.library.snapshot
        card = snapshot.cards.get(message.option.id or "")
        if card is None:
            return
        self.app.push_screen(NoteScreen(card.note, card.line))
