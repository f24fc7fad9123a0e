"""Browse: every card in a list, searched, sorted, looked at, changed many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from studyapp.notes.visible import visible
from studyapp.study.query import read
from studyapp.tui import browsekeys, browsing, faults
from studyapp.tui.browsing import WIDTHS
from studyapp.tui.screens.browsesearch import BrowseSearch
from studyapp.tui.screens.preview import Preview
from studyapp.tui.widgets.cardlist import CardList
from studyapp.tui.widgets.columnheads import ColumnHeads
from studyapp.tui.widgets.keyline import KeyLine, fitting

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.timer import Timer

    from studyapp.library.snapshot import Snapshot
    from studyapp.study.query import Query
    from studyapp.tui.browsing import Name, Row
    from studyapp.tui.day import Day

CALM = 0.06
"""Seconds without a key until the card that is looked at is drawn: who leafs need not wait."""


class BrowseScreen(BrowseSearch):
    """A line that searches, the cards that it finds, and the one that is looked at."""

    CSS_PATH = "browse.tcss"
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012  Textual declares it on the instance
        (0, "-narrow"),
        (110, "-wide"),
    ]
    HELP: ClassVar[str] = "help_browse"
    """What the help begins with here."""
    BINDINGS: ClassVar[list[BindingType]] = browsekeys.BINDINGS

    def __init__(self, day: Day) -> None:
        super().__init__(day)
        self._resting: Timer | None = None

    def compose(self) -> ComposeResult:
        """The line and what is wrong with it; the list and the card; the keys."""
        say, scheduler = self.study_app.say, self.study_app.library.settings.scheduler
        names: dict[Name, str] = {name: say(f"col_{name}") for name in ("", *WIDTHS)}
        if scheduler == "fsrs":
            names["ease"] = say("col_difficulty")
        yield Input(placeholder=say("browse_hint"), id="line")
        with Horizontal(id="told"):
            yield Static(id="fault", markup=False)
            yield Static(id="count", markup=False)
        with Container(id="body"):
            with Vertical(id="list"):
                yield ColumnHeads(names)
                yield CardList(self._row)
            yield Preview(say)
        yield KeyLine(id="keys")

    def on_mount(self) -> None:
        """List all cards at once; what can be searched is found out meanwhile."""
        listed = self.query_one(CardList)
        listed.show([card.id for card in self.day.cards], self.order)
        listed.focus()
        self._tell(read(""))
        self.watch(self.app, "snapshot", self._take)

    def _row(self, card: str) -> Row | None:
        app = self.study_app
        snapshot = app.library.snapshot
        if card not in snapshot.cards.briefs:
            return None
        return browsing.row(card, snapshot, self.facts.get(card), app.today, app.say)

    def _take(self, snapshot: Snapshot | None) -> None:
        """The library is another now: draw its cards, look at them again."""
        if snapshot:
            self.query_one(CardList).refresh()
            self.describe(snapshot)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Answer what is typed."""
        self.line = message.value
        self.search()

    def on_input_submitted(self) -> None:
        """Go to what was found."""
        self.query_one(CardList).focus()

    def action_search(self) -> None:
        """Go to the line."""
        self.query_one("#line", Input).focus()

    def on_browse_search_found(self, message: BrowseSearch.Found) -> None:
        """List what was found, if nothing else is asked for by now."""
        if message.query == read(self.line) and message.order == self.order:
            self.query_one(ColumnHeads).show(message.order)
            self.query_one(CardList).show(message.cards, message.order)
            self._tell(message.query)

    def _tell(self, query: Query) -> None:
        """Say how many cards there are, and what of the line is not understood."""
        say, listed = self.study_app.say, self.query_one(CardList)
        parts = [say("browse_count", n=len(listed.cards))]
        if listed.chosen:
            parts.append(say("browse_chosen", n=len(listed.chosen)))
        self.query_one("#count", Static).update(Content(" · ".join(parts)))
        wrong = faults.told(query.faults[0], say) if query.faults else ""
        none = "" if listed.cards else say("browse_none" if self.line.strip() else "empty")
        self.query_one("#fault", Static).update(Content(visible(wrong or none)))
        self._name_keys()

    def on_card_list_chose(self) -> None:
        """Count what is chosen."""
        self._tell(read(self.line))

    def on_card_sheet_looked(self) -> None:
        """Draw the card once the person rests on it."""
        if self._resting:
            self._resting.stop()
        self._resting = self.set_timer(CALM, self._rest)

    def told(self) -> None:
        """Draw the card again, which may have changed."""
        self._rest()

    def _rest(self) -> None:
        snapshot = self.study_app.library.snapshot
        self.query_one(Preview).show(self.query_one(CardList).card, snapshot)

    def on_card_list_opened(self) -> None:
        """Read the note at the card."""
        self.action_note()

    def on_resize(self) -> None:
        """Name more keys, or fewer."""
        self._name_keys()

    def _name_keys(self) -> None:
        line, say = self.query_one(KeyLine), self.study_app.say
        keys = browsekeys.useful(say, any_card=bool(self.query_one(CardList).cards))
        line.show(fitting(keys, self.size.width - line.gutter.width, browsekeys.SPARE))

    def action_back(self) -> None:
        """From the line to the list; from the list to where one came from."""
        listed = self.query_one(CardList)
        if listed.has_focus:
            self.dismiss()
        else:
            listed.focus()
