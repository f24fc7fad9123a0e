"""Browse searches and sorts on threads of its own: that may take longer than a key may."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from studyapp.study.query import read
from studyapp.tui import browsing, hits
from studyapp.tui.browsing import Order
from studyapp.tui.day import day_of
from studyapp.tui.screens.browseacts import BrowseActs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from studyapp.library.snapshot import Snapshot
    from studyapp.study.query import Facts, Query
    from studyapp.tui.browsing import Name
    from studyapp.tui.day import Day


class BrowseSearch(BrowseActs):
    """Answers the `line` in an `order`, once the `facts` of all cards are known."""

    @dataclass
    class Described(Message):
        """The cards of `snapshot` on a day, and what queries can see of them."""

        snapshot: Snapshot
        day: Day
        told: Mapping[str, Facts]

    @dataclass
    class Found(Message):
        """What a line asks for, in order."""

        query: Query
        order: Order
        cards: Sequence[str]

    def __init__(self, day: Day) -> None:
        super().__init__(day)
        self.facts: Mapping[str, Facts] = {}
        self.order = Order()
        self.line = ""

    def told(self) -> None:
        """Cards may have changed; the screen says what to draw."""
        raise NotImplementedError

    @work(thread=True, exclusive=True, group="describe")
    def describe(self, snapshot: Snapshot) -> None:
        """Find out what queries can see of the cards of a library."""
        app = self.study_app
        day = day_of(snapshot, app.today, app.library.settings)
        self.post_message(self.Described(snapshot, day, hits.described(snapshot, day)))

    def on_browse_search_described(self, message: Described) -> None:
        """From now on the line can be answered, if the library is still that one."""
        if message.snapshot is not self.study_app.snapshot:
            return
        self.day, self.facts = message.day, message.told
        self.search()
        self.told()

    def action_sort(self, column: Name) -> None:
        """Sort by a column; chosen again, the other way round."""
        self.order = self.order.by(column)
        self.search()

    def search(self) -> None:
        """Answer the line, as far as anything is known yet."""
        if self.facts:
            self._find(self.line, self.order, self.facts)

    @work(thread=True, exclusive=True, group="find")
    def _find(self, line: str, order: Order, told: Mapping[str, Facts]) -> None:
        """Look through all cards, which may take longer than a key may."""
        query = read(line)
        cards = browsing.ordered(hits.found(query, told), order)
        self.post_message(self.Found(query, order, cards))
