"""A line that chooses cards, with what it finds as it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from studyapp.notes.visible import visible
from studyapp.study.query import read
from studyapp.tui import faults
from studyapp.tui.hits import Hits, described, hits
from studyapp.tui.overview import crammed
from studyapp.tui.spoken import spoken
from studyapp.tui.widgets.keyline import Key, KeyLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from studyapp.study.query import Facts, Query
    from studyapp.study.queue import Item
    from studyapp.tui.base import BaseApp
    from studyapp.tui.day import Day

SHOWN = 8
"""Questions of what was found that are shown."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What to ask, as a sitting or as a cram, and the line that chose it."""

    line: str
    items: tuple[Item, ...]
    cram: bool


class FilterScreen(ModalScreen[Chosen | None]):
    """Words and terms; enter studies what is due or new of them, f4 goes through all."""

    CSS_PATH = "filter.tcss"
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012  Textual declares it on the instance
        (0, "-short"),
        (30, "-tall"),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "study", "study", id="filter.study", priority=True),
        Binding("f4", "cram", "cram all", id="filter.cram", priority=True),
        Binding("escape", "dismiss", "back", id="filter.back"),
    ]

    @dataclass
    class Described(Message):
        """What queries can see of the cards."""

        told: Mapping[str, Facts]

    def __init__(self, day: Day, line: str) -> None:
        super().__init__()
        self._day = day
        self._line = line
        self._told: Mapping[str, Facts] | None = None
        self._hits: Hits | None = None

    @property
    def study_app(self) -> BaseApp:
        """The app, by its own type."""
        return cast("BaseApp", self.app)

    def compose(self) -> ComposeResult:
        """The line, what it finds, the terms that there are, the keys."""
        say = self.study_app.say
        with Vertical(id="filter") as box:
            box.border_title = Content(say("filter_title"))
            yield Input(self._line, placeholder=say("filter_hint"), id="line")
            yield Static(id="count", markup=False)
            yield Static(id="found", markup=False)
            yield Static(Content(say("query_terms")), id="terms")
            yield KeyLine(id="filterkeys")

    def on_mount(self) -> None:
        """Take the keys, and look at the cards meanwhile."""
        self.query_one(Input).focus()
        self._describe()

    @work(thread=True, group="describe")
    def _describe(self) -> None:
        told = described(self.study_app.library.snapshot, self._day)
        self.post_message(self.Described(told))

    def on_filter_screen_described(self, message: Described) -> None:
        """From now on the line can be answered."""
        self._told = message.told
        self._look()

    def on_input_changed(self) -> None:
        """Answer what is typed."""
        self._look()

    def _look(self) -> None:
        if self._told is None:
            return
        query = read(self.query_one(Input).value)
        self._hits = found = hits(query, self._told, self._day)
        lines = [*self._questions(found)]
        self.query_one("#found", Static).update(Content("\n".join(lines)))
        self.query_one("#count", Static).update(Content(self._count(query, found)))
        self.query_one(KeyLine).show(self._keys(found))

    def _questions(self, found: Hits) -> Iterator[str]:
        briefs = self.study_app.library.snapshot.cards.briefs
        for card in found.cards[:SHOWN]:
            if card.id in briefs:
                yield spoken(briefs[card.id].question)
        if len(found.cards) > SHOWN:
            yield "…"

    def _count(self, query: Query, found: Hits) -> str:
        say = self.study_app.say
        due, new = found.count("review", "repeat"), found.count("new")
        text = say("browse_none")
        if found.cards:
            text = say("filter_count", n=len(found.cards), due=due, new=new)
        wrong = [faults.told(one, say) for one in query.faults[:1]]
        return visible("\n".join([text, *wrong]))

    def _keys(self, found: Hits) -> Iterator[Key]:
        say = self.study_app.say
        if found.items:
            yield Key("enter", say("k_study_n", n=len(found.items)), "screen.study")
        if found.cards:
            yield Key("f4", say("k_cram_n", n=len(found.cards)), "screen.cram")
        yield Key("esc", say("k_back"), "screen.dismiss")

    def action_study(self) -> None:
        """Study what is due or new of what was found."""
        if self._hits and self._hits.items:
            self._choose(self._hits.items, cram=False)

    def action_cram(self) -> None:
        """Go through all that was found, and leave the schedule alone."""
        if self._hits and (items := crammed(self._hits.cards)):
            self._choose(items, cram=True)

    def _choose(self, items: tuple[Item, ...], *, cram: bool) -> None:
        self.dismiss(Chosen(self.query_one(Input).value, items, cram))
