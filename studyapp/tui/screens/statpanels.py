"""The panels of the statistics, each a plot or a table under its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from studyapp.notes.visible import visible
from studyapp.tui import statwords
from studyapp.tui.spoken import spoken
from studyapp.tui.widgets.heat import Heat
from studyapp.tui.widgets.meter import meter
from studyapp.tui.widgets.plot import Plot
from studyapp.tui.widgets.prose import Prose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text
    from textual.app import ComposeResult

    from studyapp.library.snapshot import Snapshot
    from studyapp.study.habits import StudyDay
    from studyapp.study.hardest import Hard
    from studyapp.study.statistics import Statistics
    from studyapp.study.strength import Strength
    from studyapp.tui.screens.statplots import Drawing
    from studyapp.tui.words import Words

METER = 12
_NAME = 12
"""Cells of a deck's name at least."""
_MET, _WORDS = 35, 45
"""Cells that are kept for what was met, and for the words of mastery, with their distances."""


class Panel(Vertical):
    """A plot, and what it says in words."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name, classes="panel plot")

    def compose(self) -> ComposeResult:
        """The plot above its words."""
        yield Plot()
        yield Static(markup=False, classes="told")

    def show(self, drawing: Drawing) -> None:
        """Draw it."""
        self.border_title = Content(drawing.title)
        self.query_one(Plot).show(drawing.series)
        self.query_one(Static).update(Content(drawing.told))


class Recalled(Vertical):
    """A row for each class of intervals."""

    def __init__(self, say: Words) -> None:
        super().__init__(id="recalled", classes="panel")
        self._say = say

    def compose(self) -> ComposeResult:
        """One table."""
        yield Static()

    def show(self, found: Statistics) -> None:
        """Fill the table."""
        self.border_title = Content(self._say("stats_recalled"))
        table = Table.grid(padding=(0, 3))
        head, *rows = statwords.recalled(found, self._say)
        for place in range(len(head)):
            table.add_column(justify="right" if place else "left")
        table.add_row(*head, style="bold")
        for row in rows:
            table.add_row(*row)
        self.query_one(Static).update(table)


class Decks(Vertical):
    """A row a deck: what of it was met, what of that will be recalled, how well it is known."""

    def __init__(self, say: Words) -> None:
        super().__init__(id="decks", classes="panel")
        self._say = say
        self._rows: Sequence[tuple[str, Strength]] = ()

    def compose(self) -> ComposeResult:
        """The decks, and what the signs of their meters mean."""
        yield Static(id="known")
        yield Static(Content(self._say("stats_decks_told")), classes="told", markup=False)

    def show(self, found: Statistics) -> None:
        """Tell of these decks."""
        self.border_title = Content(self._say("stats_decks"))
        all_, root = self._say("all_decks"), self._say("root")
        self._rows = [(all_, found.all), *((deck or root, known) for deck, known in found.decks)]
        self._draw()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._draw()

    def _draw(self) -> None:
        """Fill the table; the words are left out where they would leave the names too little."""
        say, room = self._say, self.content_size.width - METER - _MET
        words = room - _WORDS >= _NAME
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True, max_width=max(_NAME, room - _WORDS * words))
        for _ in range(2 + words):
            table.add_column(no_wrap=True)
        for name, known in self._rows:
            told = statwords.met(known, say), statwords.counted(known, say)
            table.add_row(visible(name), _meter(known), *told[: 1 + words])
        self.query_one("#known", Static).update(table)


def _meter(known: Strength) -> Text:
    begun = known.met / known.cards if known.cards else 0.0
    return meter(known.mastery, METER, begun=begun)


class Trust(Vertical):
    """How the predictions have held so far, and what they do not know."""

    def __init__(self, say: Words) -> None:
        super().__init__(id="trust", classes="panel")
        self._say = say

    def compose(self) -> ComposeResult:
        """Some sentences."""
        yield Prose()

    def show(self, found: Statistics) -> None:
        """Say them."""
        self.border_title = Content(self._say("stats_trust"))
        self.query_one(Prose).text = "\n".join(statwords.trust(found, self._say))


class Year(Vertical):
    """A cell a day."""

    def __init__(self, say: Words) -> None:
        super().__init__(id="year", classes="panel")
        self._say = say

    def compose(self) -> ComposeResult:
        """The cells."""
        yield Heat(self._say)

    def show(self, days: Sequence[StudyDay]) -> None:
        """Draw these days."""
        self.border_title = Content(self._say("stats_year"))
        self.query_one(Heat).show(days)


class Hardest(Vertical):
    """The cards that were missed again and again; the chosen one's note is opened."""

    def __init__(self, say: Words) -> None:
        super().__init__(id="hardest", classes="panel")
        self._say = say

    def compose(self) -> ComposeResult:
        """The list."""
        yield OptionList(markup=False)

    def show(self, cards: Sequence[Hard], snapshot: Snapshot) -> None:
        """List these cards."""
        self.border_title = Content(self._say("stats_hardest"))
        self.border_subtitle = Content(self._say("stats_hardest_hint"))
        self.display = bool(cards)
        listed = self.query_one(OptionList)
        listed.clear_options()
        for one in cards:
            times = self._say("stats_hard", misses=one.misses, lapses=one.lapses)
            question = spoken(snapshot.cards[one.card].question)
            told = Content.assemble(question, "\n", (times, "$text-muted"))
            listed.add_option(Option(told, one.card))
