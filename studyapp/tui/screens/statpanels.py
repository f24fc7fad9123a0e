"""The panels of the statistics, each a plot or a table under its title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.table import Table
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from studyapp.notes.visible import visible
from studyapp.study.retention import CLASSES
from studyapp.tui import statwords
from studyapp.tui.widgets.heat import Heat
from studyapp.tui.widgets.meter import meter
from studyapp.tui.widgets.plot import Plot, Series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text
    from textual.app import ComposeResult

    from studyapp.library.snapshot import Snapshot
    from studyapp.study.habits import StudyDay
    from studyapp.study.hardest import Hard
    from studyapp.study.statistics import Statistics
    from studyapp.study.strength import Strength
    from studyapp.tui.words import Words

METER = 16
ROOMY = 110
"""Cells of the screen from which the words of mastery are told of each deck."""
_WEEK = 7
_ALL = 100


@dataclass(frozen=True, slots=True)
class Drawing:
    """A plot with its title, and what is said below it."""

    title: str
    series: Series
    told: str


def plotted(found: Statistics, say: Words, *, year: bool) -> dict[str, Drawing]:
    """What each plot shows; the habits of a month by days, or of a year by weeks."""
    days = found.days if year else found.month
    return {
        "forecast": _forecast(found, say),
        "weeks": _weeks(found, say),
        **_habits(days, say, year=year),
        "retention": _retention(found, say),
    }


def _forecast(found: Statistics, say: Words) -> Drawing:
    coming = found.coming
    due = [one.due for one in coming]
    minutes = round(sum(one.seconds for one in coming) / 60 / len(coming))
    told = (
        say("stats_forecast_told", today=due[0], all=sum(due)),
        say("stats_forecast_plan", minutes=minutes),
    )
    series = Series(
        [f"{one.day:%m-%d}" for one in coming], due, [one.reviews + one.new for one in coming]
    )
    return Drawing(say("stats_forecast"), series, "\n".join(told))


def _weeks(found: Statistics, say: Words) -> Drawing:
    cards = max(1, found.all.cards)
    series = Series(
        [f"{one.day:%m-%d}" for one in found.weeks],
        [_ALL * one.recall / cards for one in found.weeks],
        top=_ALL,
        on=True,
    )
    told = say("stats_weeks_told", mastery=f"{found.all.mastery:.0%}")
    return Drawing(say("stats_weeks"), series, told)


def _habits(days: Sequence[StudyDay], say: Words, *, year: bool) -> dict[str, Drawing]:
    period = "year" if year else "month"
    size = _WEEK if year else 1
    over = len(days) % size
    spans = [days[place : place + size] for place in range(over, len(days), size)]
    labels = [f"{span[-1].day:%m-%d}" for span in spans]
    answers = [sum(day.answers for day in span) for span in spans]
    minutes = [sum(day.seconds for day in span) / 60 for span in spans]
    crams = sum(day.crams for day in days)
    studied = sum(day.answers > 0 for day in days)
    return {
        "answers": Drawing(
            say(f"stats_answers_{period}"),
            Series(labels, answers),
            say("stats_answers_told", n=sum(day.answers for day in days), crams=crams),
        ),
        "minutes": Drawing(
            say(f"stats_minutes_{period}"),
            Series(labels, minutes),
            say("stats_minutes_told", n=statwords.minutes(days), days=studied),
        ),
    }


def _retention(found: Statistics, say: Words) -> Drawing:
    kept = found.retention.intervals
    series = Series(
        [statwords.ends_of(*ends) for ends in CLASSES],
        [_ALL * (one.share or 0) for one in kept],
        [_ALL * one.foretold if one.asked else None for one in kept],
        top=_ALL,
    )
    return Drawing(say("stats_retention"), series, say("stats_retention_told"))


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

    def compose(self) -> ComposeResult:
        """The decks, and what the signs of their meters mean."""
        yield Static(id="known")
        yield Static(Content(self._say("stats_decks_told")), classes="told", markup=False)

    def show(self, found: Statistics) -> None:
        """Fill the table."""
        say = self._say
        self.border_title = Content(say("stats_decks"))
        rows = [(say("all_decks"), found.all)]
        rows += [(deck or say("root"), known) for deck, known in found.decks]
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True, overflow="ellipsis", ratio=1)
        table.add_column(no_wrap=True, min_width=METER)
        for _ in range(2):
            table.add_column(no_wrap=True)
        for name, known in rows:
            words = statwords.counted(known, say) if self.app.size.width >= ROOMY else ""
            table.add_row(visible(name), _meter(known), statwords.met(known, say), words)
        self.query_one("#known", Static).update(table)


def _meter(known: Strength) -> Text:
    begun = known.met / known.cards if known.cards else 0.0
    return meter(known.mastery, METER, begun=begun)


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
            question = visible(snapshot.cards[one.card].question)
            listed.add_option(Option(f"{question}\n{times}", one.card))
